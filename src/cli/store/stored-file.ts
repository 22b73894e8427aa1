import { isRecord } from '../../core/is-record.ts';
import type { ProjectInStore, ReadStore } from '../../store/read-store.ts';
import type { DataFile } from '../../submissions/submission.ts';

/** In characters: some hundred submissions are done at a time. */
const PIECE = 512 * 1024;

/**
 * The submissions of a project as a file of one JSON object on each line, which is never written. Questions that were left out
 * of the store are missing, and so are those that have pseudonyms: a form would refuse these.
 */
export async function storedFile(store: ReadStore, { project, bytes }: ProjectInStore): Promise<DataFile> {
  const treated = await store.treatments(project);
  const missing = new Set(treated.flatMap(({ name, treatment }) => (treatment === 'kept' ? [] : [name])));
  const replaced = new Set(treated.flatMap(({ path, treatment }) => (treatment === 'pseudonym' ? [path] : [])));
  const file = { name: project, size: bytes, pieces: (from = 0) => linesFrom(store, project, from, replaced) };
  return missing.size === 0 ? file : { ...file, missing };
}

async function* linesFrom(
  store: ReadStore,
  project: string,
  from: number,
  replaced: ReadonlySet<string>,
): AsyncGenerator<Uint8Array> {
  let before = from;
  for await (const piece of pieces(store, project, replaced)) {
    const bytes = new TextEncoder().encode(piece);
    if (bytes.length > before) yield bytes.subarray(before);
    before = Math.max(before - bytes.length, 0);
  }
}

async function* pieces(store: ReadStore, project: string, replaced: ReadonlySet<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const texts of store.texts(project))
    for (const text of texts) {
      piece += `${lineOf(text, replaced)}\n`;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  if (piece !== '') yield piece;
}

/** Line breaks of JSON stand between its words, never in them. */
function lineOf(text: string, replaced: ReadonlySet<string>): string {
  const whole = replaced.size === 0 ? text : JSON.stringify(without(JSON.parse(text), replaced));
  return whole.includes('\n') || whole.includes('\r') ? whole.replaceAll(/[\r\n]/g, ' ') : whole;
}

function without(value: unknown, replaced: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, replaced));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !replaced.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, without(inner, replaced)]));
}
