import type { Report } from '../../diagnostics/collector.ts';
import type { Plain } from '../../model/facets.ts';
import { cellAt, plainAt } from './cell-text.ts';
import type { Header, ReadTable, TableRow } from './table.ts';

/** A column of a sheet by the name that it is known by, with the language behind `::` where it has one. */
export interface Column {
  readonly header: Header;
  /** Such as `label`, `relevant`, `bind::type`. */
  readonly name: string;
  /** As it stands behind the colons; '' for a plain column. */
  readonly language: string;
}

export type Columns = ReadonlyMap<Header, Column>;

/** How a sheet knows its columns by other spellings, and which of them people read in several languages. */
export interface Spelling {
  readonly columnOf: (header: string) => string | undefined;
  readonly isText: (name: string) => boolean;
  /** An old heading that the converter drops, with a warning, beside the new one: `[old, new]`. */
  readonly dropped?: readonly [string, string];
}

/** The columns of a sheet. Of two headings that mean the same column the first counts, and the other is told. */
export function columnsOf({ headers, place }: ReadTable, spelling: Spelling, report: Report): Columns {
  const isDouble = headers.some(({ text }) => text.includes('::'));
  const first = new Map<string, Header>();
  const columns = new Map<Header, Column>();
  for (const header of headers) {
    const parted = isDouble ? header.text : parts(header.text);
    const whole = spelling.columnOf(parted) ?? joined(parted);
    const earlier = first.get(whole);
    const drops = isPair([header, earlier], spelling.dropped);
    const second = drops && header.text !== spelling.dropped?.[0] ? earlier : header;
    if (earlier && second) {
      const other = second === header ? earlier : header;
      const params = { header: second.text, other: other.text, sheet: place.sheet };
      const related = [{ message: 'the other heading', location: other.at }];
      report('header-twice', second.at, params, { related, severity: drops ? 'warning' : 'error' });
      if (second === header) continue;
      columns.delete(second);
    }
    first.set(whole, header);
    columns.set(header, column(header, whole, spelling));
  }
  return columns;
}

function isPair(headers: readonly (Header | undefined)[], pair: readonly string[] | undefined): boolean {
  return pair?.every((word) => headers.some((header) => header?.text === word)) ?? false;
}

/** The empty cell of a row below the heading of a column; the row itself where there is no such heading. */
export function nothingIn(name: string, { at }: TableRow, columns: Columns): Plain {
  const header = [...columns.values()].find((each) => each.name === name)?.header;
  return plainAt('', header ? cellAt(at, at.row, header.column, '', at.rowCells) : at);
}

function column(header: Header, whole: string, { isText }: Spelling): Column {
  const [name = '', ...language] = whole.split('::');
  return isText(name) ? { header, name, language: language.join('::') } : { header, name: whole, language: '' };
}

/** Blanks beside the colons mean nothing. */
function joined(header: string): string {
  return header
    .split('::')
    .map((part) => part.trim())
    .join('::');
}

/** The old way with one colon, in sheets without any `::`; the one in `jr:count` belongs to the word. */
function parts(header: string): string {
  return header.replaceAll(/(\bjr\s*)?:/g, (_colon, jr: string | undefined) => (jr === undefined ? '::' : 'jr:'));
}
