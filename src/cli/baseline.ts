import { isRecord } from '../core/is-record.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plural } from '../core/counts.ts';
import { compareText, fileOf } from '../core/location.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { writeFileAside } from '../formats/write-aside.ts';
import { subjectOf } from '../printers/fingerprint.ts';
import { anchorOf } from '../printers/place.ts';
import { reasonOf } from '../source/files.ts';
import { type Host, UsageError } from './host.ts';

/** Findings that are known and wait: how many of a rule about one thing in a file, which stay the same when lines move. */
interface Entry {
  readonly rule: string;
  /** Relative to the dictionary, with `/`. */
  readonly file: string;
  /** The words that the finding is about. */
  readonly about: string;
  readonly count: number;
}

const VERSION = 1;
const ADVICE = 'Write it anew with: lexiform check --write-baseline FILE';

/** The findings that a baseline does not know; those that it knows are counted, and those that are gone are told. */
export function withoutBaseline(
  diagnostics: readonly Diagnostic[],
  file: string,
  prefix: string,
  host: Host,
): readonly Diagnostic[] {
  const left = new Map(readBaseline(file, host).map((entry) => [keyOf(entry), entry.count]));
  const fresh = beyond(diagnostics, left, (diagnostic) => findingKey(diagnostic, prefix));
  const gone = [...left.values()].reduce((sum, count) => sum + Math.max(count, 0), 0);
  const known = plural(diagnostics.length - fresh.length, 'finding');
  const better = gone > 0 ? ` ${plural(gone, 'finding')} of it ${gone === 1 ? 'is' : 'are'} gone: write it anew.` : '';
  host.err(`${known} set aside by ${file}.${better}\n`);
  return fresh;
}

/**
 * The findings that are not known.
 * @param left how many of each are; what remains of it was not found
 */
export function beyond(
  diagnostics: readonly Diagnostic[],
  left: Map<string, number>,
  key: (diagnostic: Diagnostic) => string,
): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => {
    const own = key(diagnostic);
    const count = left.get(own) ?? 0;
    left.set(own, count - 1);
    return count <= 0;
  });
}

/** The same for a finding of the same rule about the same in the same file, wherever that stands. */
export function findingKey(diagnostic: Diagnostic, prefix: string): string {
  return keyOf(entryOf(diagnostic, prefix));
}

/** Writes down the findings of today, so that a check with this baseline speaks of later ones only. */
export async function writeBaseline(
  diagnostics: readonly Diagnostic[],
  file: string,
  prefix: string,
  host: Host,
): Promise<void> {
  const entries = new Map<string, Entry>();
  for (const diagnostic of diagnostics) {
    const entry = entryOf(diagnostic, prefix);
    const key = keyOf(entry);
    entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const findings = [...entries].toSorted(([one], [other]) => compareText(one, other)).map(([, entry]) => entry);
  const text = `${JSON.stringify({ version: VERSION, findings }, null, 2)}\n`;
  await writeFileAside(path.resolve(host.cwd, file), new TextEncoder().encode(text));
  const many = plural(diagnostics.length, 'finding');
  host.err(`${many} written to ${file}. From now on: lexiform check --baseline ${shellWord(file)}\n`);
}

function shellWord(word: string): string {
  return /\s/.test(word) ? `"${word}"` : word;
}

function entryOf(diagnostic: Diagnostic, prefix: string): Entry {
  const file = fileOf(anchorOf(diagnostic));
  const inside = file.startsWith(prefix) ? file.slice(prefix.length) : file;
  return { rule: diagnostic.rule, file: inside, about: subjectOf(diagnostic), count: 1 };
}

function keyOf({ rule, file, about }: Entry): string {
  return JSON.stringify([file, rule, about]);
}

function readBaseline(file: string, host: Host): readonly Entry[] {
  const text = readText(path.resolve(host.cwd, file), file);
  const read = parseJson(text.replace(/^\uFEFF/, ''), file);
  const entries: unknown = isRecord(read) && read['version'] === VERSION ? read['findings'] : undefined;
  if (!Array.isArray(entries))
    throw new UsageError(`${quote(file)} is not a baseline that this Lexiform reads.`, ADVICE);
  if (!entries.every(isEntry)) throw new UsageError(`An entry of the baseline ${quote(file)} is not whole.`, ADVICE);
  return entries;
}

function readText(full: string, file: string): string {
  try {
    return readFileSync(full, 'utf8');
  } catch (error) {
    throw new UsageError(`The baseline ${quote(file)} cannot be read: ${reasonOf(error)}.`, ADVICE);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`The baseline ${quote(file)} is not JSON.`, ADVICE);
  }
}

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const { rule, file, about, count } = value as Partial<Record<keyof Entry, unknown>>;
  const isText = [rule, file, about].every((each) => typeof each === 'string');
  return isText && typeof count === 'number' && Number.isInteger(count) && count > 0;
}
