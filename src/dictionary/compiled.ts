import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Comment } from '../source/yaml/comments.ts';
import type { Manifest } from './define/manifest.ts';
import type { Definitions } from './locales/locales.ts';

export interface Compiled {
  /** Missing only where there is no dictionary at all. */
  readonly dictionary: Dictionary | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that set findings aside; they apply once all rules have spoken. */
  readonly comments: readonly Comment[];
}

/** A dictionary with the countries whose layers lie on it. */
export interface CompiledProject extends Compiled {
  readonly countries: readonly CountrySource[];
}

/** A country that was found, and not read yet. */
export interface CountrySource {
  readonly id: string;
  compile(): Compiled;
}

/** What the layers of countries are laid over. */
export interface CoreParts {
  readonly manifest: Manifest;
  /** The definitions with the texts of the core's locale files. */
  readonly definitions: Definitions;
  readonly dictionary: Dictionary;
}
