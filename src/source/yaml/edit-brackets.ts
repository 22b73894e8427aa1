import { hasRightToLeft } from '../../core/languages.ts';
import type { SourceText } from '../../core/location.ts';
import { applyEdits, type Edit, type Range } from '../../core/range.ts';
import type { Entry, MapEntry } from '../entry.ts';
import { type Change, wordsOf } from './change.ts';
import { columnOf, type EditedFile, mapAt, withComment } from './edit-places.ts';
import { blockLines, bracketPairs, bracketValue, type Laid, laidEntry, laidOf } from './lay-out.ts';
import { lineAt } from './lines.ts';
import { parseYaml } from './parse.ts';
import { bracketText } from './scalar-text.ts';

/** Lines with brackets that become longer are taken apart. */
const LONGEST = 120;

/** A map or list in brackets that stands in none itself. */
export interface Frame {
  readonly entry: Entry;
  /** The end of the key before it; undefined for an item of a list, and for the whole file. */
  readonly keyEnd: number | undefined;
  /** How far its lines are indented once it has any. */
  readonly indent: number;
}

export function framesIn(entry: Entry, source: SourceText, keyEnd?: number, indent = 0): readonly Frame[] {
  if (entry.kind !== 'map' && entry.kind !== 'list') return [];
  if (/[[{]/.test(source.text[entry.location.start] ?? '')) return [{ entry, keyEnd, indent }];
  if (entry.kind === 'list')
    return entry.items.flatMap((item) => framesIn(item, source, undefined, columnOf(source, item.location.start)));
  return entry.pairs.flatMap(({ keyLocation, value }) =>
    framesIn(value, source, keyLocation.end, columnOf(source, keyLocation.start) + 2),
  );
}

export function frameEdits(file: EditedFile, frame: Frame, changes: readonly Change[]): readonly Edit[] {
  const { source, lineEnd } = file;
  const { start, end } = frame.entry.location;
  const inline = bracketEdits(file, changes, (text) => bracketText(text, frame.indent, lineEnd));
  const added = inline.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const isWide = end - lineAt(source.text, start).from + added > LONGEST;
  const texts = changes.flatMap((change) => wordsOf(change.kind === 'add' ? change.pairs : change.value));
  const needsLines = isWide || texts.some((text) => text.includes('\n') || hasRightToLeft(text));
  const apart = needsLines ? takenApart(file, frame, changes) : undefined;
  return apart ? [apart] : inline;
}

type Encode = (text: string) => string;

function bracketEdits(file: EditedFile, changes: readonly Change[], encode: Encode): readonly Edit[] {
  const { source } = file;
  return changes.map((change) => {
    if (change.kind === 'replace') {
      const { start, end } = change.at;
      return { start, end, text: bracketValue(laidOf(change.value), encode) };
    }
    if (change.kind === 'fill') {
      const at = source.text.indexOf(':', change.key.end) + 1;
      return { start: at, end: at, text: ` ${bracketValue(laidOf(change.value), encode)}` };
    }
    return addInBrackets(source, mapAt(file, change.at), change, encode);
  });
}

function addInBrackets(
  { text }: SourceText,
  map: MapEntry | undefined,
  { at, pairs }: Extract<Change, { kind: 'add' }>,
  encode: Encode,
): Edit {
  const last = map?.pairs.at(-1);
  const words = bracketPairs(laidOf(pairs) as ReadonlyMap<string, Laid>, encode);
  if (!last) return { start: at.start, end: at.end, text: `{ ${words} }` };
  const end = last.value.kind === 'blank' ? text.indexOf(':', last.keyLocation.end) + 1 : last.value.location.end;
  return { start: end, end, text: `, ${words}` };
}

/** A sign that no text holds: what no font shows (private use). */
const MARK = '\uF8F0';

/** The same in lines, which comments inside the brackets would not survive. */
function takenApart(file: EditedFile, { entry, keyEnd, indent }: Frame, changes: readonly Change[]): Edit | undefined {
  const { source, lineEnd } = file;
  const texts: string[] = [];
  const encode: Encode = (text) => `'${MARK}${texts.push(text) - 1}'`;
  const { start, end } = entry.location;
  const edits = bracketEdits(file, changes, encode).map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }));
  const words = source.text.slice(start, end);
  const sorted = edits.toSorted((one, other) => one.start - other.start);
  const { root, damaged } = parseYaml({ path: '', text: applyEdits(words, sorted) }, () => undefined);
  if (!root || damaged || words.includes(MARK) || hasComment(source, entry)) return undefined;
  const put = (text: string): string => (text.startsWith(MARK) ? (texts[Number(text.slice(1))] ?? '') : text);
  const lines = blockLines(laidEntry(root, put), { indent, lineEnd });
  if (keyEnd === undefined) return withComment(source, { start, end, text: lines.trimStart() });
  return withComment(source, { start: source.text.indexOf(':', keyEnd) + 1, end, text: lines });
}

function hasComment({ text }: SourceText, entry: Entry): boolean {
  const { start, end } = entry.location;
  let from = start;
  let between = '';
  for (const range of textsIn(entry)) {
    between += text.slice(from, range.start);
    from = range.end;
  }
  return (between + text.slice(from, end)).includes('#');
}

/** The places of the keys and texts of a map or list, in their order. */
function textsIn(entry: Entry): readonly Range[] {
  if (entry.kind === 'list') return entry.items.flatMap(textsIn);
  if (entry.kind === 'map') return entry.pairs.flatMap(({ keyLocation, value }) => [keyLocation, ...textsIn(value)]);
  return [entry.location];
}
