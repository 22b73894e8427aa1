import type { JsonRecord } from '../../model/record/record-reader.ts';
import { type FileTroubles, fileTroubles } from '../file-troubles.ts';
import { pageOf } from '../pages.ts';
import type { DataFile, Reading, Submission } from '../submission.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import type { Cuts, Place, Spot } from './cuts.ts';
import { problems, STRAY } from '../problems.ts';
import { Splitter } from './splitter.ts';

/** Submissions of KoboToolbox in JSON: pages, lists, one on each line, or a single one. */
export async function* readKobo(file: DataFile, reading: Reading): AsyncGenerator<readonly Submission[]> {
  yield* readJson(file, reading, (answers) => answers);
}

/** Submissions in JSON; `shape` makes the answers of each out of what the file has. */
export async function* readJson(
  file: DataFile,
  reading: Reading,
  shape: (answers: JsonRecord) => JsonRecord,
): AsyncGenerator<readonly Submission[]> {
  const troubles = fileTroubles(file.name, reading.report);
  const taken = newTaken(file.name, shape, troubles, reading);
  const splitter = new Splitter(taken.cuts);
  let read = 0;
  for await (const piece of utf8Pieces(file, (bytes) => (read = bytes))) {
    splitter.push(piece);
    for (let more = true; more;) {
      more = splitter.cut();
      reading.progress(read - splitter.waiting);
      yield* taken.all();
    }
  }
  splitter.end();
  yield* taken.all();
  troubles.end();
}

interface Taken {
  readonly cuts: Cuts;
  /** What came since the last time, if anything. */
  readonly all: () => readonly (readonly Submission[])[];
}

function newTaken(
  file: string,
  shape: (answers: JsonRecord) => JsonRecord,
  troubles: FileTroubles,
  { page }: Reading,
): Taken {
  let submissions: Submission[] = [];
  let number = 0;
  let before = 0;
  const cuts: Cuts = {
    record: (record, { line, ownLine }) => {
      number += 1;
      submissions.push({ number, line: ownLine ? line : undefined, answers: shape(record) });
    },
    broken: (trouble, place, spot) => {
      number += 1;
      const { problem, help } = problems[trouble];
      troubles.broken(whereOf(place, number), { problem: problem + spotWords(spot), help });
    },
    stray: (spot) => troubles.broken(lineWords(spot), STRAY),
    cut: (inside, spot) => troubles.cut(lineWords(spot), inside ? CUT_INSIDE : CUT),
    zeros: (spot) => troubles.cut(lineWords(spot), ZEROS),
    letters: (place) => troubles.letters(whereOf(place, number + 1)),
    page: (members) => {
      page(pageOf(file, members, number - before));
      before = number;
    },
  };
  const all = (): readonly (readonly Submission[])[] => {
    const taken = submissions;
    submissions = [];
    return taken.length > 0 ? [taken] : [];
  };
  return { cuts, all };
}

const CUT_INSIDE = 'The file ends in the middle of a submission, which is left out.';
const CUT = 'The file ends before its list of submissions is closed: more of them can be missing.';
const ZEROS = 'From here on the file holds zeros instead of text: it was not written to its end.';

function whereOf({ line, ownLine }: Place, number: number): string {
  return ownLine ? `line ${line}` : `submission ${number}`;
}

function lineWords({ line }: Spot): string {
  return `line ${line}`;
}

function spotWords({ line, column }: Spot): string {
  return column === undefined ? '' : ` See line ${line}, character ${column}.`;
}
