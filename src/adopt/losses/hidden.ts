import { columnLetters } from '../../formats/column-letters.ts';
import type { SheetRead } from '../../formats/xlsx-cells.ts';
import { cellAt } from '../../xlsform/read/cell-text.ts';
import type { Loss } from './loss.ts';

/** What nobody sees in Excel, and the form has all the same. */
export function hiddenParts(sheet: SheetRead, file: string): readonly Loss[] {
  const { name, state, rows } = sheet;
  if (rows.length === 0) return [];
  const hidden = [...(state === 'visible' ? [] : ['the whole sheet']), ...hiddenRows(sheet), ...hiddenColumns(sheet)];
  const at = cellAt({ file, sheet: name }, rows.find((row) => row.hidden)?.number ?? 1, 1, '');
  return hidden.length === 0 ? [] : [(report) => report('hidden-but-kept', at, { sheet: name, hidden })];
}

const FEW = 10;

function hiddenRows({ rows }: SheetRead): readonly string[] {
  const runs = stretches(rows.filter((row) => row.hidden).map(({ number }) => number));
  return few(runs.map(([first, last]) => (first === last ? `row ${first}` : `rows ${first} to ${last}`)));
}

/** Only those that hold something. */
function hiddenColumns({ rows, hiddenColumns: ranges }: SheetRead): readonly string[] {
  const filled = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))];
  const columns = filled.filter((column) => ranges.some(([first, last]) => first <= column && column <= last));
  const runs = stretches(columns.toSorted((a, b) => a - b));
  return few(
    runs.map(([first, last]) =>
      first === last ? `column ${columnLetters(first)}` : `columns ${columnLetters(first)} to ${columnLetters(last)}`,
    ),
  );
}

function stretches(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function few(words: readonly string[]): readonly string[] {
  return words.length > FEW ? [...words.slice(0, FEW), `${words.length - FEW} more`] : words;
}
