import { plural } from '../../core/counts.ts';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createFingerprints, fingerprintOf, type KnownFindings, knownFindings } from '../../conform/findings/known.ts';
import type { Findings } from '../../conform/findings/found.ts';
import { quote } from '../../diagnostics/quote.ts';
import { writeStreamAside } from '../../formats/write-aside.ts';
import { reasonOf } from '../../source/files.ts';
import { type Host, UsageError } from '../host.ts';

/** The first line: what a file is, for people and for later versions. */
const HEADING = '# lexiform findings on submissions, version 1: one line each, made of rule, submission and question';
const ADVICE = 'Write it anew with: lexiform conform SOURCE --data FILE --write-baseline FILE';
const LINE = /^[0-9a-f]{16}$/;
const LONGEST_LINE = 1000;
const LINES_AT_ONCE = 10_000;

/** The findings that are known and wait: 16 digits each, in which no answer can be read. */
export async function readRecordBaseline(file: string, host: Host): Promise<KnownFindings> {
  const fingerprints = createFingerprints();
  let number = 0;
  for await (const line of linesOf(path.resolve(host.cwd, file), file)) {
    number += 1;
    if (number === 1) refuseOther(line, file);
    else if (LINE.test(line)) fingerprints.add(BigInt(`0x${line}`));
    else if (line !== '') throw new UsageError(`Line ${number} of the baseline ${quote(file)} is not whole.`, ADVICE);
  }
  if (number === 0) refuseOther('', file);
  return knownFindings(fingerprints.sorted());
}

function refuseOther(line: string, file: string): void {
  if (line.replace(/^\uFEFF/, '').trimEnd() === HEADING) return;
  const what = /^\s*\{\s*(?:"version"|$)/.test(line)
    ? 'is a baseline of "lexiform check", which knows findings on the dictionary'
    : 'is not a baseline that this Lexiform reads';
  throw new UsageError(`${quote(file)} ${what}.`, ADVICE);
}

async function* linesOf(full: string, file: string): AsyncIterable<string> {
  try {
    let rest = '';
    for await (const piece of createReadStream(full, 'utf8')) {
      const lines = (rest + String(piece)).split(/\r?\n/);
      rest = lines.pop() ?? '';
      // A file of another kind may be one endless line.
      yield* rest.length > LONGEST_LINE ? [rest] : lines;
    }
    if (rest !== '') yield rest;
  } catch (error) {
    throw new UsageError(`The baseline ${quote(file)} cannot be read: ${reasonOf(error)}.`, ADVICE);
  }
}

/** Writes down the findings of today, in an order that does not tell when which was found. */
export async function writeRecordBaseline({ all, counts }: Findings, file: string, host: Host): Promise<void> {
  const fingerprints = createFingerprints();
  for await (const some of all()) for (const found of some) fingerprints.add(fingerprintOf(found));
  await writeStreamAside(path.resolve(host.cwd, file), baselineText(fingerprints.sorted()));
  const many = plural(counts.errors + counts.warnings + counts.infos, 'finding');
  host.err(`${many} written to ${file}. From now on: --baseline ${/\s/.test(file) ? `"${file}"` : file}\n`);
}

async function* baselineText(sorted: BigUint64Array): AsyncIterable<string> {
  yield `${HEADING}\n`;
  for (let from = 0; from < sorted.length; from += LINES_AT_ONCE) {
    const some = sorted.subarray(from, from + LINES_AT_ONCE);
    yield Array.from(some, (each) => `${each.toString(16).padStart(16, '0')}\n`).join('');
  }
}

/** What a baseline has done, on stderr. */
export function tellKnown(known: KnownFindings, file: string, { counts }: Findings, host: Host): void {
  const gone = known.gone();
  const better = gone > 0 ? ` ${plural(gone, 'finding')} of it did not come again.` : '';
  host.err(`${plural(counts.known, 'finding')} set aside by ${file}.${better}\n`);
}
