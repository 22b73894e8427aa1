import type { Origin } from '../core/origin.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import type { CodeList } from './code-list.ts';
import type { Plain, Text } from './facets.ts';
import type { Form } from './form.ts';
import type { Question } from './item.ts';
import type { Locks } from './locks.ts';
import type { RecordCheck } from './record-check.ts';

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
  readonly modules: ReadonlyMap<string, Module>;
  /** What the answers of one record are held against beyond its form. */
  readonly checks: ReadonlyMap<string, RecordCheck>;
  /** What indicators are computed from. */
  readonly needs?: readonly Need[];
  /** Where the dictionary itself is written: its manifest, or the workbook. */
  readonly origin: Origin;
  /** Whether part of the source could not be read: what seems to be missing may stand there, and is no second mistake. */
  readonly damaged: boolean;
  /** What no country may change anywhere, where nothing nearer says otherwise. */
  readonly locks?: Locks;
  /** The country whose layer was laid over the core; nothing for a core and for a workbook. */
  readonly country?: Country;
  /** Files that forms attach, by the name that forms know them by. */
  readonly files: MediaFiles;
}

/** The layer that a country lays over a core dictionary; the dictionary that carries it is what came of both. */
export interface Country {
  /** Names and codes of the country begin with it: `xa_document`. */
  readonly id: Plain;
  readonly title: Text | undefined;
  /** The tags of the languages that its forms speak, in order. */
  readonly languages: readonly string[];
  /** The language that opens first; texts without a language are in the default language of the dictionary all the same. */
  readonly defaultLanguage: string;
  /** What the layer lies on, as it is without any country. */
  readonly core: Dictionary;
  /** The core's definitions that the layer changes, by section and name, and where it does: `variables.hoh_phone`. */
  readonly changes: ReadonlyMap<string, Origin>;
  /**
   * What the core said where the country says otherwise, when that was last looked at: words by the path of the difference;
   * undefined where nobody keeps it.
   */
  readonly base: ReadonlyMap<string, Plain> | undefined;
  readonly origin: Origin;
}

/** A question that an indicator is computed from, where the indicator names it. */
export interface Need {
  readonly indicator: string;
  readonly name: Plain;
}

/** What forms no longer show of a module: its items stand in the forms that use it. */
export interface Module {
  /** The names of the variables that it asks itself, in order; not those of the modules that it uses. */
  readonly asks: readonly string[];
  readonly locks?: Locks;
  readonly origin: Origin;
}

/** Looks up a file that a form attaches, as the place that names it sees it. */
export interface MediaFiles {
  /** Whether every file of a form is to be found here; those of a workbook may have been uploaded long ago. */
  readonly complete: boolean;
  find(name: string, from: Plain): { readonly path: string; read(): Uint8Array } | undefined;
}
