import { memoized } from '../core/memo.ts';
import type { Origin } from '../core/origin.ts';
import type { ChoiceTextColumn } from '../vocabulary/columns.ts';
import type { Plain, Text } from './facets.ts';
import type { Locks } from './locks.ts';

export const specials = ['dont_know', 'refused', 'not_applicable', 'none', 'other'] as const;
export type Special = (typeof specials)[number];

export interface Code {
  readonly name: Plain;
  readonly texts: { readonly [Name in ChoiceTextColumn]?: Text };
  /** Further columns, by header: for choice filters, maps, weights. */
  readonly attributes: ReadonlyMap<string, Plain>;
  readonly special: Special | undefined;
  readonly exclusive: boolean;
  /** The version since which the code is not offered any more. */
  readonly retired: Plain | undefined;
  readonly origin: Origin;
}

export interface CodeList {
  readonly name: string;
  /** Its name in the workbook, where that must differ. */
  readonly as: Plain | undefined;
  readonly label: Text | undefined;
  readonly definition: Text | undefined;
  readonly codes: readonly Code[];
  /** Whether codes are missing because they could not be read, which was reported: they are no further mistake. */
  readonly damaged: boolean;
  readonly parent: ListParent | undefined;
  readonly delivery: 'inline' | 'external' | undefined;
  /** Whether the list repeats a code on purpose. */
  readonly repeats: boolean;
  /** What a country may do with the list. */
  readonly country: 'fixed' | 'extend' | 'replace';
  readonly locks?: Locks;
  readonly origin: Origin;
}

/** The list above, and the column of this list that holds its code. */
export interface ListParent {
  readonly list: Plain;
  readonly column: Plain;
}

/** The name that a list has in workbooks, instances and files. */
export function physicalName(list: CodeList): string {
  return list.as?.string.text ?? list.name;
}

/** The codes of a list by their names, the first of a name; made once a list. */
export const codesByName = memoized(
  ({ codes }: CodeList): ReadonlyMap<string, Code> =>
    new Map(codes.toReversed().map((code) => [code.name.string.text, code])),
);

/** The headers of the further columns that its codes fill, in the order of their first use; made once a list. */
export const codeColumns = memoized(
  ({ codes }: CodeList): ReadonlySet<string> => new Set(codes.flatMap(({ attributes }) => [...attributes.keys()])),
);

/** The codes that a form offers: without the retired ones. */
export function offeredCodes(list: CodeList): readonly Code[] {
  return list.codes.filter((code) => code.retired === undefined);
}
