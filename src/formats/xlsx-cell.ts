import { parseNumber } from './python-number.ts';
import { type Epoch, printDate, printDuration, printIsoDate } from './python-date.ts';
import type { CellRead } from './xlsx-cells.ts';
import type { Looks } from './xlsx-looks.ts';
import { GENERAL, type NumberStyle } from './xlsx-styles.ts';

/** A cell as it stands in the file. */
export interface RawCell {
  /** Its type: `s`, `n`, `str`, `inlineStr`, `b`, `e` or `d`. */
  readonly type: string;
  readonly style: string | undefined;
  /** The text of its value; undefined where it has none. */
  readonly value: string | undefined;
  /** Without `=`; undefined where it has none. */
  readonly formula: string | undefined;
}

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  readonly epoch: Epoch;
  /** Where the looks of cells are asked for: those of each style, and the positions of texts that are formatted in part. */
  readonly aside?: { readonly looks: readonly Looks[]; readonly rich: ReadonlySet<number> };
}

/** `damage`: why the value is not what the type of the cell says. Without `cell` it holds nothing. */
export interface CellResult {
  readonly cell?: CellRead;
  readonly damage?: string;
}

/** The value of a cell as openpyxl has it, and the text of the file where openpyxl would stop with an error. */
export function cellOf(raw: RawCell, column: number, context: CellContext): CellResult {
  const { value, formula } = raw;
  if (value === undefined || value === '') return emptyCell(raw, column);
  const result = valueOf(raw.type, value, raw.style, column, context);
  if (formula === undefined || result.cell === undefined) return result;
  return { ...result, cell: { ...result.cell, formula } };
}

function emptyCell({ value, formula }: RawCell, column: number): CellResult {
  if (formula === undefined) return {};
  if (value === undefined) return { cell: { kind: 'uncalculated', column, value: '', formula } };
  return { cell: { kind: 'text', column, value, formula } };
}

function valueOf(
  type: string,
  value: string,
  style: string | undefined,
  column: number,
  context: CellContext,
): CellResult {
  switch (type) {
    case 's':
      return sharedCell(value, column, context.strings);
    case 'n':
      return numberCell(value, column, styleOf(style, context), context.epoch);
    case 'b':
      return booleanCell(value, column);
    case 'e':
      return { cell: { kind: 'error', column, value } };
    case 'd':
      return isoDateCell(value, column, styleOf(style, context));
    default:
      return { cell: { kind: 'text', column, value } };
  }
}

function sharedCell(value: string, column: number, strings: readonly string[]): CellResult {
  const text = strings[Number(value)];
  if (text === undefined) return { damage: `It refers to the text number ${value}, which the workbook does not have.` };
  return text === '' ? {} : { cell: { kind: 'text', column, value: text } };
}

function numberCell(raw: string, column: number, { kind, format }: NumberStyle, epoch: Epoch): CellResult {
  const value = parseNumber(raw);
  if (value === undefined) return damagedCell(raw, column, 'It says that it holds a number.');
  const shown = format === undefined ? {} : { format };
  if (kind === 'number') return { cell: { kind, column, value, raw, ...shown } };
  const date = kind === 'date' ? printDate(value, epoch) : printDuration(value);
  if (date === undefined) return { cell: { kind: 'error', column, value: '#VALUE!' } };
  return { cell: { kind: 'date', column, value: date, raw, ...shown } };
}

function isoDateCell(raw: string, column: number, { format }: NumberStyle): CellResult {
  const value = printIsoDate(raw);
  if (value === undefined) return damagedCell(raw, column, 'It says that it holds a date.');
  return { cell: { kind: 'date', column, value, raw, ...(format === undefined ? {} : { format }) } };
}

function booleanCell(raw: string, column: number): CellResult {
  if (!/^\s*\d+\s*$/.test(raw)) return damagedCell(raw, column, 'It says that it holds TRUE or FALSE.');
  return { cell: { kind: 'boolean', column, value: Number(raw) !== 0 } };
}

function damagedCell(value: string, column: number, damage: string): CellResult {
  return { cell: { kind: 'text', column, value }, damage };
}

function styleOf(style: string | undefined, { styles }: CellContext): NumberStyle {
  return styles[Number(style ?? 0)] ?? GENERAL;
}
