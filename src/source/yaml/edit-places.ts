import type { SourceText } from '../../core/location.ts';
import type { Edit, Range } from '../../core/range.ts';
import type { Entry, MapEntry } from '../entry.ts';
import { lineAt } from './lines.ts';

/** How far a place is from the beginning of its line. */
export function columnOf({ text }: SourceText, at: number): number {
  return at - lineAt(text, at).from;
}

export function lineEndOf({ text }: SourceText): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A comment behind what is written stays behind its first line: at the end of the last one it could become text. */
export function withComment(source: SourceText, { start, end, text }: Edit): Edit {
  const comment = /^[ \t]+#[^\r\n]*/.exec(source.text.slice(end))?.[0] ?? '';
  if (!text.includes('\n')) return { start, end, text };
  return { start, end: end + comment.length, text: afterFirstLine(text, comment) };
}

export function afterFirstLine(text: string, words: string): string {
  const line = text.search(/\r?\n|$/);
  return text.slice(0, line) + words + text.slice(line);
}

export function mapAt(entry: Entry, at: Range): MapEntry | undefined {
  return find(entry, (each) => each.kind === 'map' && each.location.start === at.start && each.location.end === at.end);
}

function find(entry: Entry, isIt: (entry: Entry) => boolean): MapEntry | undefined {
  if (isIt(entry)) return entry.kind === 'map' ? entry : undefined;
  const inner = entry.kind === 'map' ? entry.pairs.map(({ value }) => value) : entry.kind === 'list' ? entry.items : [];
  for (const each of inner) {
    const found = find(each, isIt);
    if (found) return found;
  }
  return undefined;
}

export function pairAt(root: MapEntry, { start }: Range): MapEntry['pairs'][number] | undefined {
  const holder = find(
    root,
    (each) => each.kind === 'map' && each.pairs.some(({ value }) => value.location.start === start),
  );
  return holder?.pairs.find(({ value }) => value.location.start === start);
}
