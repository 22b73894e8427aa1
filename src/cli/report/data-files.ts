import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { quote } from '../../diagnostics/quote.ts';
import type { JsonRecord } from '../../model/record/record-reader.ts';
import { reasonOf } from '../../source/files.ts';
import type { DataFile, SubmissionReader } from '../../submissions/submission.ts';
import { type Host, UsageError } from '../host.ts';

const WHAT_TO_GIVE = 'Give files of submissions, one submission in JSON a line.';

/** @throws UsageError where there is no such file */
export function dataFile(file: string, { cwd }: Host): DataFile {
  const full = path.resolve(cwd, file);
  try {
    const { size } = statSync(full);
    return { name: file, size, pieces: (from = 0) => createReadStream(full, { start: from }) };
  } catch (error) {
    throw new UsageError(`${quote(file)} cannot be read: ${reasonOf(error)}.`, WHAT_TO_GIVE);
  }
}

/** Submissions in JSON, one a line. */
export const readSubmissions: SubmissionReader = async function* (file) {
  let line = 0;
  for await (const text of createInterface({ input: Readable.from(file.pieces()), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() !== '') yield [{ number: line, line, answers: parse(text, line, file) }];
  }
};

function parse(text: string, line: number, { name }: DataFile): JsonRecord {
  try {
    const json: unknown = JSON.parse(text);
    if (isObject(json)) return json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new UsageError(`${quote(name)} holds no submission in line ${line}.`, WHAT_TO_GIVE);
}

function isObject(json: unknown): json is JsonRecord {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
