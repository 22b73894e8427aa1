import { memoized } from '../../core/memo.ts';
import type { ExpressionType, Offer, Rows } from '../../expression/types/type.ts';
import { TEXT, UNKNOWN } from '../../expression/types/type.ts';
import { codeColumns, type CodeList } from '../code-list.ts';

/** What the codes of a list can be; undefined where not all of them are known here. */
export const codesOffered = memoized((list: CodeList): Offer | undefined => {
  if (!isComplete(list)) return undefined;
  const values = new Set(list.codes.map(({ name }) => name.string.text));
  return { values, source: { kind: 'list', list: list.name } };
});

/** Codes that are missing because they could not be read, or because each country has its own, are no mistake. */
function isComplete({ damaged, country, codes }: CodeList): boolean {
  return !damaged && country !== 'replace' && codes.length > 0;
}

/** The answer to a question that is asked with a list: one object a list, so that types can be told apart quickly. */
export const codeOf = memoized((list: CodeList): ExpressionType => ({ kind: 'code', offer: codesOffered(list) }));
export const codesOf = memoized((list: CodeList): ExpressionType => ({ kind: 'codes', offer: codesOffered(list) }));

/** What the converter gives each choice beside the columns of the list. */
const OWN_COLUMNS = ['name', 'label', 'itextId'];

/** The codes of a list as rows: what a choice filter looks at, and what `instance('…')/root/item` gives. */
export const listRows = memoized((list: CodeList): Rows => {
  const columns = new Set([
    ...codeColumns(list),
    ...OWN_COLUMNS,
    ...(list.parent ? [list.parent.column.string.text] : []),
  ]);
  const known = new Map<string, ExpressionType>([['name', codeOf(list)]]);
  return {
    name: list.name,
    columns: isComplete(list) ? columns : undefined,
    column: (name) => {
      const type = known.get(name) ?? columnType(list, name, columns);
      if (type) known.set(name, type);
      return type;
    },
  };
});

function columnType(list: CodeList, column: string, columns: ReadonlySet<string>): ExpressionType | undefined {
  if (!isComplete(list)) return UNKNOWN;
  if (OWN_COLUMNS.includes(column)) return TEXT;
  if (!columns.has(column)) return undefined;
  const values = new Set(list.codes.map(({ attributes }) => attributes.get(column)?.string.text ?? ''));
  return { kind: 'text', offer: { values, source: { kind: 'column', list: list.name, column } }, isFree: false };
}
