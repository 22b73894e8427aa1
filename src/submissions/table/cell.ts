import { type Epoch, printDate } from '../../formats/python-date.ts';
import type { BooleanCell, CellRead, DateCell, NumberCell } from '../../formats/xlsx-cells.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';

/** What a cell holds: its text, or what Excel keeps otherwise; '' where it is empty. */
export type Cell = string | NumberCell | DateCell | BooleanCell;

export function cellOf(cell: CellRead): Cell {
  return cell.kind === 'number' || cell.kind === 'date' || cell.kind === 'boolean' ? cell : cell.value;
}

/** The text of a cell as a device would have written it where a question of this kind is answered. */
export function answerText(cell: Cell, answer: AnswerKind, epoch: Epoch): string {
  if (typeof cell === 'string') return withoutPoint(cell.trim(), answer);
  if (cell.kind === 'boolean') return String(cell.value);
  if (cell.kind === 'number') return numberAnswer(cell, answer, epoch);
  if (answer === 'integer' || answer === 'decimal') return numberText(cell.raw);
  return answer === 'time' ? timeOf(cell.value) : dateText(cell.value, answer);
}

/** The text of a cell of which no question is known. */
export function plainText(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim() : answerText(cell, 'text', 1900);
}

/** Tables that went through Python or R have a point in whole numbers as soon as one cell of the column is empty. */
function withoutPoint(text: string, answer: AnswerKind): string {
  return answer === 'integer' && /^-?\d+\.0$/.test(text) ? text.slice(0, -2) : text;
}

function numberAnswer(cell: NumberCell, answer: AnswerKind, epoch: Epoch): string {
  const isDay = (answer === 'date' || answer === 'dateTime') && cell.value >= FIRST_DAY && cell.value < LAST_DAY;
  const isTime = answer === 'time' && cell.value >= 0 && cell.value < 1;
  const printed = isDay || isTime ? printDate(cell.value, epoch) : undefined;
  if (printed === undefined) return numberText(cell.raw);
  return isTime ? timeOf(printed) : dateText(printed, answer);
}

/** Days that the general format shows as numbers, from 1927 to 2173: other numbers are no dates that surveys ask for. */
const FIRST_DAY = 10_000;
const LAST_DAY = 100_000;

/** `2024-01-31` for a day alone, else `2024-01-31T08:30:00.000`. */
function dateText(printed: string, answer: AnswerKind): string {
  const [day = '', time] = printed.split(' ');
  if (time === undefined || (time === '00:00:00' && answer !== 'dateTime')) return day;
  return `${day}T${timeOf(time)}`;
}

/** `08:30:00.000` of `1899-12-30 08:30:00` or `08:30:00.000000`. */
function timeOf(printed: string): string {
  const time = printed.slice(printed.lastIndexOf(' ') + 1);
  return time.includes('.') ? time.slice(0, 12) : `${time}.000`;
}

/** A number as people type it: Excel keeps 15 digits of it, and files show the rest of the binary number or an exponent. */
export function numberText(raw: string): string {
  const text = raw.trim();
  if (/^-?\d{1,15}$/.test(text)) return text;
  const value = Number(text);
  const short = Number(value.toPrecision(15));
  if (!Number.isFinite(short)) return text;
  if (Number.isInteger(short)) return Math.abs(short) < 1e21 ? BigInt(short).toString() : text;
  return Math.abs(short) < 1e-6 ? short.toFixed(20).replace(/0+$/, '') : String(short);
}
