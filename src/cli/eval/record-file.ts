import { isRecord } from '../../core/is-record.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { quote } from '../../diagnostics/quote.ts';
import type { JsonRecord } from '../../model/record/record-reader.ts';
import { framed } from '../../printers/framed.ts';
import { decode } from '../../source/decode.ts';
import { reasonOf } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';

const ONE = 'Give a file that holds one submission: { "question": "answer", … }';

/** @throws UsageError where the file cannot be read, is no JSON or holds anything but one submission */
export function readRecordFile(file: string, host: Host): JsonRecord {
  const text = textOf(file, host);
  const json = parse(text, file, host);
  if (isRecord(json)) return onlyResult(json, file);
  if (Array.isArray(json)) return onlyOne(json, file);
  throw new UsageError(`${quote(file)} holds no submission.`, ONE);
}

function textOf(file: string, host: Host): string {
  const { source, problems } = decode(file, bytesOf(file, host));
  if (source.text.trim() === '') throw new UsageError(`${quote(file)} is empty.`, ONE);
  if (problems.some(({ kind }) => kind === 'encoding'))
    throw new UsageError(`${quote(file)} is no text saved as UTF-8, and so no JSON.`, ONE);
  return source.text;
}

function bytesOf(file: string, host: Host): Uint8Array {
  try {
    return readFileSync(path.resolve(host.cwd, file));
  } catch (error) {
    throw new UsageError(`${quote(file)} cannot be read: ${reasonOf(error)}.`, ONE);
  }
}

function parse(text: string, file: string, host: Host): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = placeOf(error, text);
    const line = text.slice(0, at).split('\n').length;
    const shown = framed(text, { start: at, end: at + 1 }, host);
    throw new UsageError(`${quote(file)} is no JSON: line ${line} cannot be read.\n\n${shown}\n`, ONE);
  }
}

/** The engine tells the place in words; where it tells none, the text ends too early. */
function placeOf(error: unknown, text: string): number {
  const place = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return place === undefined ? Math.max(text.trimEnd().length - 1, 0) : Math.min(Number(place), text.length);
}

/** KoboToolbox answers with a page of submissions, ODK Central with a table of them. */
function onlyResult(json: JsonRecord, file: string): JsonRecord {
  const page = json['results'] ?? json['value'];
  return Array.isArray(page) ? onlyOne(page, file) : json;
}

function onlyOne(records: readonly unknown[], file: string): JsonRecord {
  const [first] = records;
  if (records.length > 1) throw new UsageError(`${quote(file)} holds ${records.length} submissions.`, ONE);
  if (isRecord(first)) return first;
  throw new UsageError(`${quote(file)} holds no submission.`, ONE);
}
