import { type Cell, plainText } from './cell.ts';
import { codeBook } from './code-book.ts';
import type { Meaning } from './meaning.ts';
import type { TableRow } from './table.ts';

/** What programs write where nothing was answered: KoboToolbox until 2018, R, SQL and Python. */
const WORDS: ReadonlySet<string> = new Set(['n/a', 'N/A', 'NA', '#N/A', 'NULL', 'NaN', 'nan', 'NaT', '<NA>']);

/**
 * Which of these words a table has for empty cells: those that stand where they can be no answer, such as below a question
 * for a number. A person may write them in a text, so they count nowhere else in a table that does not have them there.
 */
export function blankWordsOf(rows: readonly TableRow[], meanings: readonly Meaning[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [index, meaning] of meanings.entries()) {
    for (const { cells } of rows) {
      const text = plainText(cells[index] ?? '');
      if (WORDS.has(text) && !canBeAnswer(text, meaning)) found.add(text);
    }
  }
  return found;
}

export function isBlankWord(cell: Cell, words: ReadonlySet<string>): boolean {
  return words.size > 0 && typeof cell === 'string' && words.has(cell.trim());
}

function canBeAnswer(word: string, meaning: Meaning): boolean {
  switch (meaning.kind) {
    case 'choice':
    case 'place':
      return false;
    case 'answer':
    case 'entry': {
      const { column } = meaning;
      if (column.answer === 'text' || column.answer === 'none' || column.answer === 'media') return true;
      const book = codeBook(column);
      return column.codes.length > 0
        ? book?.meant(word, false).kind !== 'unknown'
        : column.answer === 'code' || column.answer === 'codes';
    }
    default:
      return true;
  }
}
