import { answerReader, type AnswerReader } from './answers.ts';
import { isBlankWord } from './blank-words.ts';
import { type Cell, plainText } from './cell.ts';
import { type Fields, setField } from './fields.ts';
import { placeInEntry } from './flat-entries.ts';
import { keyWithoutHeading, type Meaning, type Understood } from './meaning.ts';
import type { Notices } from './notices.ts';
import { oneHots, readOneHot } from './one-hot.ts';
import { placesOf, readPlace } from './place-parts.ts';
import type { RowInWork } from './row-in-work.ts';
import type { Table, TableRow } from './table.ts';

/** Makes a record, or an entry of a repeat, of a row. */
export type RowReader = (row: TableRow) => Fields;

interface Step {
  readonly index: number;
  readonly meaning: Meaning;
  readonly answer: AnswerReader | undefined;
}

export function rowReader(
  { epoch }: Table,
  { meanings }: Understood,
  words: ReadonlySet<string>,
  notices: Notices,
): RowReader {
  const steps = meanings.flatMap((meaning, index): Step[] => {
    const column = 'column' in meaning ? meaning.column : undefined;
    const labels = meaning.kind === 'answer' && meaning.labels;
    const passed = meaning.kind === 'choice' || meaning.kind === 'place' || meaning.kind === 'join';
    return passed ? [] : [{ index, meaning, answer: column && answerReader(column, labels, epoch) }];
  });
  const details = oneHots(meanings);
  const places = placesOf(meanings);
  const isBlank = (cell: Cell): boolean => isEmpty(cell) || isBlankWord(cell, words);
  return ({ number, cells }) => {
    const row: RowInWork = { number, cells, fields: {}, notices, isBlank };
    for (const step of steps) {
      const cell = cells[step.index] ?? '';
      if (isEmpty(cell)) continue;
      if (isBlankWord(cell, words)) notices.blankWord(plainText(cell));
      else take(cell, step, row);
    }
    for (let index = meanings.length; index < cells.length; index++) takeBeyond(index, row);
    for (const one of details) readOneHot(one, row);
    for (const place of places) readPlace(place, row);
    return row.fields;
  };
}

/** What stands to the right of all headings. */
function takeBeyond(index: number, { cells, fields, notices, number }: RowInWork): void {
  const cell = cells[index] ?? '';
  if (isEmpty(cell)) return;
  notices.beyond(index, number);
  setField(fields, keyWithoutHeading(index), plainText(cell));
}

function isEmpty(cell: Cell): boolean {
  return cell === '' || (typeof cell === 'string' && cell.trim() === '');
}

function take(cell: Cell, { index, meaning, answer }: Step, { cells, fields, notices }: RowInWork): void {
  const read = (): string => {
    const { text, several } = answer?.(cell) ?? { text: plainText(cell), several: false };
    if (several) notices.labelOfSeveral(index);
    return text;
  };
  if (meaning.kind === 'answer') setField(fields, meaning.column.key, read());
  else if (meaning.kind === 'entry') placeInEntry(fields, meaning, read());
  else if (meaning.kind === 'server') setServer(fields, meaning.key, plainText(cell));
  else if (meaning.kind === 'unknown') {
    notices.fill(index);
    setField(fields, meaning.key, plainText(cell));
  } else if (meaning.kind === 'twin' && plainText(cell) !== plainText(cells[meaning.of] ?? '')) {
    notices.fill(index);
    setField(fields, meaning.key, read());
  }
}

/** ODK Central's OData has what the server says in an object of its own. */
function setServer(fields: Fields, key: string, text: string): void {
  const [first = '', second] = key.split('/');
  if (first !== '__system' || second === undefined) setField(fields, key, text);
  else fields[first] = { ...(fields[first] as Fields | undefined), [second]: text };
}
