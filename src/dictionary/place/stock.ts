import type { CodeList } from '../../model/code-list.ts';
import type { Exclusion } from '../../model/form.ts';
import type { RawModule } from '../define/modules.ts';
import type { RawVariable } from '../define/variables.ts';

/** A country, and the languages that its forms speak. */
export interface Speaker {
  readonly id: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
}

/** What can be placed, and what was left out on the way. */
export interface Stock {
  readonly variables: ReadonlyMap<string, RawVariable>;
  readonly modules: ReadonlyMap<string, RawModule>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
  /** The tags of the dictionary's languages. */
  readonly languages: readonly string[];
  readonly excluded: Exclusion[];
  /** How many items and uses may still be placed: modules that use modules twice double them at each step. */
  readonly budget: { left: number };
  /** The country whose layer is laid over the core. */
  readonly country: Speaker | undefined;
  /** The modules that were placed. */
  readonly used: Set<string>;
}
