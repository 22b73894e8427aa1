import type { Epoch } from '../../formats/python-date.ts';
import { answerText, type Cell } from './cell.ts';
import { codeBook } from './code-book.ts';
import type { FormColumn } from './levels.ts';

/** The answer in a cell; `several` where it is a label that stands for several codes. */
export interface CellAnswer {
  readonly text: string;
  readonly several: boolean;
}

/** Reads the answers of one column. */
export type AnswerReader = (cell: Cell) => CellAnswer;

/** So many texts of a column are remembered: more are answers in free words. */
const MOST_KNOWN = 5_000;

/**
 * Labels become codes again where no other code has the label; the rest stays what it is.
 * @param labels whether the table has labels for names and codes
 */
export function answerReader(column: FormColumn, labels: boolean, epoch: Epoch): AnswerReader {
  const plain: AnswerReader = (cell) => ({ text: answerText(cell, column.answer, epoch), several: false });
  const book = codeBook(column);
  if (book === undefined) return plain;
  const known = new Map<string, CellAnswer>();
  return (cell) => {
    const { text } = plain(cell);
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer =
      !column.multiple && column.answer !== 'ranking' ? oneCode(text, labels, book) : severalCodes(text, labels, book);
    if (known.size < MOST_KNOWN) known.set(text, answer);
    return answer;
  };
}

type Book = NonNullable<ReturnType<typeof codeBook>>;

function oneCode(text: string, labels: boolean, book: Book): CellAnswer {
  const meant = book.meant(text, labels);
  return { text: meant.kind === 'code' ? meant.code : text, several: meant.kind === 'several' };
}

function severalCodes(text: string, labels: boolean, book: Book): CellAnswer {
  const meant = book.allMeant(text, labels);
  return { text: typeof meant === 'string' ? text : meant.join(' '), several: meant === 'several' };
}
