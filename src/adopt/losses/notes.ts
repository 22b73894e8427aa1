import { addressColumn, columnLetters } from '../../formats/column-letters.ts';
import type { SheetRead } from '../../formats/xlsx-cells.ts';
import { cellAt, cellText } from '../../xlsform/read/cell-text.ts';
import type { Loss } from './loss.ts';

/** A finding for each note, in its own words. */
export function lostNotes({ name, notes, rows }: SheetRead, file: string): readonly Loss[] {
  const values = new Map<string, string>(
    rows.flatMap(({ number, cells }) =>
      cells.map((cell) => [`${columnLetters(cell.column)}${number}`, cellText(cell)] as const),
    ),
  );
  return notes.flatMap(({ address, text }) => {
    if (text.trim() === '') return [];
    const row = Number(/\d+$/.exec(address)?.[0] ?? 1);
    const at = cellAt({ file, sheet: name }, row, addressColumn(address) ?? 1, values.get(address) ?? '');
    return [(report) => report('note-not-kept', at, { text })];
  });
}
