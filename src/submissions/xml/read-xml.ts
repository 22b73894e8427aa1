import type { JsonRecord } from '../../model/record/record-reader.ts';
import { type FileTroubles, fileTroubles } from '../file-troubles.ts';
import { type FormPlace, formTree } from '../form-tree.ts';
import { pageOf } from '../pages.ts';
import { problems as jsonProblems, type Problem } from '../problems.ts';
import type { DataFile, Reading, Submission } from '../submission.ts';
import { utf8Pieces } from '../utf8-pieces.ts';
import { Documents, type XmlFault } from './documents.ts';
import { InstanceBuilder, type Instances } from './instances.ts';

/** Submissions in XML: one or several after each other, or in a list of KoboToolbox. */
export async function* readXml(file: DataFile, reading: Reading): AsyncGenerator<readonly Submission[]> {
  const troubles = fileTroubles(file.name, reading.report);
  const taken = newTaken(file.name, troubles, reading);
  const documents = documentsOf(taken, troubles, formTree(reading.forms));
  let decode: ((bytes: Uint8Array) => string) | undefined;
  for await (const bytes of utf8Pieces(file, reading.progress)) {
    decode ??= decoderFor(bytes);
    documents.push(decode(bytes));
    yield* taken.all();
  }
  documents.end();
  yield* taken.all();
  troubles.end();
}

/** Text in UTF-8, unless its declaration names another encoding; UTF-16 is UTF-8 by now. */
function decoderFor(head: Uint8Array): (bytes: Uint8Array) => string {
  const start = Buffer.from(head.subarray(0, 200)).toString('latin1');
  const named = /^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-16)([\w.:-]+)["']/i.exec(start)?.[1];
  const decoder = new TextDecoder(named !== undefined && isEncoding(named) ? named : 'utf-8');
  return (bytes) => decoder.decode(bytes, { stream: true });
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

interface Taken extends Instances {
  readonly all: () => readonly (readonly Submission[])[];
  readonly lost: () => void;
}

function newTaken(file: string, troubles: FileTroubles, { page }: Reading): Taken {
  let submissions: Submission[] = [];
  let number = 0;
  let before = 0;
  return {
    submission: (answers, line) => {
      number += 1;
      submissions.push({ number, line, answers });
      if (holdsReplacement(answers)) troubles.letters(lineWords(line));
    },
    long: (line) => {
      number += 1;
      troubles.broken(lineWords(line), jsonProblems.long);
    },
    encrypted: (line) => {
      number += 1;
      troubles.encrypted(lineWords(line));
    },
    page: (members) => {
      page(pageOf(file, numbered(members), number - before));
      before = number;
    },
    lost: () => {
      number += 1;
    },
    all: () => {
      const taken = submissions;
      submissions = [];
      return taken.length > 0 ? [taken] : [];
    },
  };
}

function documentsOf(taken: Taken, troubles: FileTroubles, form: FormPlace): Documents {
  let builder: InstanceBuilder | undefined;
  const documents: Documents = new Documents({
    begin: () => {
      const before = builder?.rootName;
      builder = new InstanceBuilder(form, taken, () => documents.line);
      builder.rootName = before;
      return builder;
    },
    broken: (line, kind) => {
      const from = builder?.inside;
      if (from !== undefined) taken.lost();
      if (kind === 'ends') troubles.cut(lineWords(line), from === undefined ? CUT : CUT_INSIDE);
      else troubles.broken(lineWords(from ?? line), problemAt(kind, line));
      return { name: builder?.rootName, around: builder?.around ?? [] };
    },
  });
  return documents;
}

const CUT_INSIDE = 'The XML ends in the middle of a submission, which is left out.';
const CUT = 'The XML ends before its list of submissions is closed: more of them can be missing.';

const ANEW = 'Download the submission again. If a program of yours wrote it, have it write < as &lt; and & as &amp;.';
const problems: Readonly<Record<Exclude<XmlFault, 'ends'>, Problem>> = {
  odd: {
    problem: 'This is no proper XML: a tag that is not closed or closed twice, or a sign such as & or <.',
    help: ANEW,
  },
  long: jsonProblems.long,
  deep: jsonProblems.deep,
  doctype: {
    problem: 'This XML declares a document type, which no submission has and which can hide harmful content.',
    help: 'Remove what stands between <!DOCTYPE and the submission, or download the submission again.',
  },
};

function problemAt(kind: Exclude<XmlFault, 'ends'>, line: number): Problem {
  const { problem, help } = problems[kind];
  return { problem: kind === 'odd' ? `${problem} See line ${line}.` : problem, help };
}

function lineWords(line: number): string {
  return `line ${line}`;
}

function numbered(members: JsonRecord): JsonRecord {
  const count = Number(members['count']);
  return { ...members, count: members['count'] !== undefined && Number.isInteger(count) ? count : undefined };
}

/** Whether a letter could not be decoded. */
function holdsReplacement(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\uFFFD');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsReplacement);
}
