import type { SourceText } from '../../core/location.ts';
import { createHolder } from '../../diagnostics/holder.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { remembers } from '../../diagnostics/recall.ts';
import type { EntryPair } from '../entry.ts';

/** A definition as it was read, with what was told of it. */
interface KeptPart {
  readonly source: SourceText;
  readonly pairs: readonly EntryPair[];
  readonly tell: (report: Report) => void;
}

type PartsByText = Map<string, KeptPart[]>;

/** Where the parts of a file stand in it. */
const places = new WeakMap<SourceText, { readonly source: SourceText; readonly offset: number }[]>();

/** The parts of each file as it was read last. */
const lastRead = new Map<string, PartsByText>();

/** The parts of a file while it is read: what has not changed since the last reading is the very same thing, wherever it moved. */
export interface Parts {
  /** @returns undefined where it cannot be read by itself */
  read(text: string, offset: number, report: Report, read: ReadPart): readonly EntryPair[] | undefined;
}

/** Reads a part as a text of its own. */
type ReadPart = (source: SourceText, report: Report) => readonly EntryPair[] | undefined;

/** For a run that looks at the same files again; undefined where nobody does, since then it is nothing but work. */
export function partsOf(whole: SourceText): Parts | undefined {
  if (!remembers()) return undefined;
  const before = lastRead.get(whole.path);
  const now: PartsByText = new Map();
  lastRead.set(whole.path, now);
  const placed: { readonly source: SourceText; readonly offset: number }[] = [];
  places.set(whole, placed);
  return {
    read: (text, offset, report, read) => {
      const kept = before?.get(text)?.shift() ?? readAnew(whole.path, text, read);
      if (!kept) return undefined;
      placed.push({ source: kept.source, offset });
      move(kept.source, whole, offset);
      const same = now.get(kept.source.text);
      if (same) same.push(kept);
      else now.set(kept.source.text, [kept]);
      kept.tell(report);
      return kept.pairs;
    },
  };
}

/** Puts the parts of a file where they stand in it: another text of the same file may have been read since. */
export function settleParts(whole: SourceText): void {
  for (const { source, offset } of places.get(whole) ?? []) move(source, whole, offset);
}

function move({ part }: SourceText, whole: SourceText, offset: number): void {
  if (!part) return;
  part.whole = whole;
  part.offset = offset;
}

function readAnew(path: string, text: string, read: ReadPart): KeptPart | undefined {
  const own = copied(text);
  const source: SourceText = { path, text: own, part: { whole: { path, text: own }, offset: 0 } };
  const { report, tell } = createHolder();
  const pairs = read(source, report);
  return pairs && { source, pairs, tell };
}

/** A stretch of a long text holds all of it in memory, and each edit makes a new one. */
function copied(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
