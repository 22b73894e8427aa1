import type { Origin } from '../core/origin.ts';
import type { CodeList } from './code-list.ts';
import type { Formula, Plain, Text } from './facets.ts';
import type { Item } from './item.ts';
import type { Locks } from './locks.ts';

export interface Form {
  readonly name: Plain;
  readonly title: Text | undefined;
  /** The tags of its languages, in order; empty for a form with plain columns only. */
  readonly languages: readonly string[];
  /** The language that opens first. */
  readonly defaultLanguage: string;
  readonly settings: ReadonlyMap<string, Plain | Formula>;
  readonly items: readonly Item[];
  readonly attachments: readonly Attachment[];
  /** Rows of the entities sheet. */
  readonly entities: readonly Row[];
  /** Rows of any other sheet, by its name. */
  readonly sheets: ReadonlyMap<string, readonly Row[]>;
  /** What a use of a module left out, so that a reference to it can be explained. */
  readonly excluded: readonly Exclusion[];
  /** How the workbook is laid out that it was read from; what comes from a dictionary is laid out anew. */
  readonly layout?: Layout;
  /** Whether form, version and content hash travel in a last calculate. */
  readonly stamp: boolean;
  readonly locks?: Locks;
  readonly origin: Origin;
}

export interface Layout {
  /** The headings of each sheet, by their present names, in the order of the columns. */
  readonly headings: ReadonlyMap<string, readonly string[]>;
  /** The lists of the choices sheet in their order, used or not. */
  readonly lists: readonly string[];
  /** Those of the sheets that two old types read, which can bear the names of lists of the choices sheet. */
  readonly ownLists: Readonly<Partial<Record<OwnSheet, readonly CodeList[]>>>;
}

/** The sheets of the types `select_one_external` and `osm`, which pyxform reads their lists from. */
export type OwnSheet = 'external_choices' | 'osm';

/** A row of a sheet: its cells by header. Expressions of the entities sheet are formulas. */
export type Row = ReadonlyMap<string, Plain | Formula>;

export interface Exclusion {
  readonly name: Plain;
  /** Who left it out: a use of this module, or this country. */
  readonly by: { readonly kind: 'module' | 'country'; readonly name: string };
  /** The variable that would have been asked. */
  readonly variable: string | undefined;
}

export interface Attachment {
  readonly file: Plain;
  /** A file that the server already has is not shipped. */
  readonly from: 'dictionary' | 'server';
}

export function isFormula(value: Plain | Formula): value is Formula {
  return 'parsed' in value;
}
