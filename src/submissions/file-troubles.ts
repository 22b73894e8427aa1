import type { RecordLocation } from '../core/location.ts';
import type { Report } from '../diagnostics/collector.ts';
import { fileAt } from './pages.ts';
import type { Problem } from './problems.ts';

/** So many submissions of a file that cannot be read are told one by one. */
const MOST = 20;

/** What the readers of a text file tell. A file can be broken a million times: the first are told, the others counted. */
export interface FileTroubles {
  /** A submission that cannot be read; `where` is its line or its number, as people find it. */
  readonly broken: (where: string, problem: Problem) => void;
  /** The file ends too early. */
  readonly cut: (where: string, problem: string) => void;
  /** A submission with letters that are not UTF-8. */
  readonly letters: (where: string) => void;
  readonly encrypted: (where: string) => void;
  /** The file is read to its end. */
  readonly end: () => void;
}

export function fileTroubles(file: string, report: Report): FileTroubles {
  const at = (record: string): RecordLocation => ({ ...fileAt(file), record });
  let broken = 0;
  const letters = newCount();
  const encrypted = newCount();
  return {
    broken: (where, problem) => {
      broken += 1;
      if (broken <= MOST) report('broken-submission', at(where), problem);
    },
    cut: (where, problem) => report('cut-data-file', at(where), { problem }),
    letters: letters.add,
    encrypted: encrypted.add,
    end: () => {
      if (broken > MOST) report('broken-submission', at(''), many(broken - MOST));
      if (letters.count() > 0)
        report('data-file-encoding', at(letters.first()), { file, count: letters.count(), encoding: 'UTF-8' });
      if (encrypted.count() > 0)
        report('encrypted-submission', at(encrypted.first()), { file, count: encrypted.count() });
    },
  };
}

function many(count: number): Problem {
  const problem = `${count} more ${count === 1 ? 'submission' : 'submissions'} of this file cannot be read.`;
  return { problem, help: 'The file is damaged: download it again, or export it anew from the program that made it.' };
}

interface Count {
  readonly add: (where: string) => void;
  readonly count: () => number;
  readonly first: () => string;
}

function newCount(): Count {
  let count = 0;
  let first = '';
  return {
    add: (where) => {
      if (count === 0) first = where;
      count += 1;
    },
    count: () => count,
    first: () => first,
  };
}
