import type { LookRead, SheetRead } from '../../formats/xlsx-cells.ts';
import type { Look } from '../../formats/xlsx-looks.ts';
import { cellAt } from '../../xlsform/read/cell-text.ts';
import type { Loss } from './loss.ts';
import { rangesText } from './words.ts';

/** The graver first: who strikes a question through means that it is to go. */
const WORDS: Readonly<Record<Look, string>> = {
  'struck through': 'struck through',
  filled: 'a colour behind',
  coloured: 'coloured letters',
  bold: 'bold',
  italic: 'italic',
  underlined: 'underlined',
  'in part': 'words inside a cell marked',
};

/** One finding a sheet, however many cells are marked. */
export function lostLooks({ name, aside }: SheetRead, file: string): readonly Loss[] {
  const looks = [...(aside?.looks ?? [])].toSorted(([a], [b]) => rank(a) - rank(b));
  const [first] = looks[0]?.[1].ranges ?? [];
  if (!first) return [];
  const marks = looks.map(([look, found]) => `${WORDS[look]} ${placesOf(found)}`);
  const at = cellAt({ file, sheet: name }, first.row, first.column, '');
  return [(report) => report('marks-not-kept', at, { sheet: name, marks })];
}

function rank(look: Look): number {
  return Object.keys(WORDS).indexOf(look);
}

function placesOf({ cells, ranges }: LookRead): string {
  return `in ${cells === 1 ? '1 cell' : `${cells} cells`} (${rangesText(ranges)})`;
}
