import type { SourceText } from '../../core/location.ts';
import type { Edit, Range } from '../../core/range.ts';
import type { Entry, EntryPair, MapEntry } from '../entry.ts';
import { lineAt } from './lines.ts';

/** How far a place is from the beginning of its line. */
export function columnOf({ text }: SourceText, at: number): number {
  return at - lineAt(text, at).from;
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

/** A file with its maps by where they begin and end, and the pairs by where their values begin: looked up for every change. */
export interface EditedFile {
  readonly source: SourceText;
  readonly lineEnd: string;
  readonly maps: ReadonlyMap<string, MapEntry>;
  readonly pairs: ReadonlyMap<number, EntryPair>;
}

export function indexFile(source: SourceText, root: Entry): EditedFile {
  const maps = new Map<string, MapEntry>();
  const pairs = new Map<number, EntryPair>();
  const visit = (entry: Entry): void => {
    if (entry.kind === 'list') for (const item of entry.items) visit(item);
    if (entry.kind !== 'map') return;
    maps.set(keyOf(entry.location), entry);
    for (const pair of entry.pairs) {
      pairs.set(pair.value.location.start, pair);
      visit(pair.value);
    }
  };
  visit(root);
  return { source, lineEnd: source.text.includes('\r\n') ? '\r\n' : '\n', maps, pairs };
}

export function mapAt({ maps }: EditedFile, at: Range): MapEntry | undefined {
  return maps.get(keyOf(at));
}

function keyOf({ start, end }: Range): string {
  return `${start}-${end}`;
}
