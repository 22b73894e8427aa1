import type { Origin } from '../core/origin.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import type { CodeList } from './code-list.ts';
import type { Plain, Text } from './facets.ts';
import type { Form } from './form.ts';
import type { Question } from './item.ts';

export interface Language {
  readonly tag: string;
  readonly name: string;
  /** What stands behind `label::`; empty for the plain column. */
  readonly header: string;
  readonly origin: Origin;
}

/** A dictionary, or a workbook read as one: everything a consumer needs, resolved, right or wrong. */
export interface Dictionary {
  readonly name: Plain;
  readonly title: Text | undefined;
  readonly version: Plain | undefined;
  readonly languages: readonly Language[];
  /** The language of what is written without one. */
  readonly defaultLanguage: string;
  readonly profiles: readonly Profile[];
  readonly policy: ReadonlyMap<string, Plain>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
  /** Every variable as it is defined, asked or not. */
  readonly variables: ReadonlyMap<string, Question>;
  readonly forms: ReadonlyMap<string, Form>;
  /** Names of modules, with the place of their definition. */
  readonly modules: ReadonlyMap<string, Origin>;
  /** Where the dictionary itself is written: its manifest, or the workbook. */
  readonly origin: Origin;
  /** Whether part of the source could not be read: what seems to be missing may stand there, and is no second mistake. */
  readonly damaged: boolean;
  /** Files that forms attach, by the name that forms know them by. */
  readonly files: MediaFiles;
}

/** Looks up a file that a form attaches, as the place that names it sees it. */
export interface MediaFiles {
  find(name: string, from: Plain): { readonly path: string; read(): Uint8Array } | undefined;
}
