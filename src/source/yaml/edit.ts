import { hasRightToLeft } from '../../core/languages.ts';
import type { SourceText } from '../../core/location.ts';
import { applyEdits, type Edit, type Range } from '../../core/range.ts';
import type { Entry, MapEntry } from '../entry.ts';
import { type Change, wordsOf } from './change.ts';
import { blockLines, bracketPairs, bracketValue, type Laid, laidEntry, laidOf } from './lay-out.ts';
import { lineAt } from './lines.ts';
import { parseYaml } from './parse.ts';
import { bracketText, keyText } from './scalar-text.ts';
import { writeYaml } from './write.ts';

/** Lines with brackets that become longer are taken apart. */
const LONGEST = 120;

/**
 * The edits that carry out changes of a file; comments, the order of keys and the way in which things are written stay. What
 * stands in brackets is taken apart into lines where it would hold a text of several lines or from right to left, or be too long.
 * @param root what stands in the file as it was read
 */
export function yamlEdits(source: SourceText, root: Entry | undefined, changes: readonly Change[]): readonly Edit[] {
  if (root?.kind !== 'map') return emptyFileEdits(source, changes);
  const frames = framesIn(root, source);
  const inFrames = new Map<Frame, Change[]>();
  const edits: Edit[] = [];
  for (const change of changes) {
    const frame = frames.find((each) => contains(each.entry.location, placeOf(change)));
    if (frame) inFrames.set(frame, [...(inFrames.get(frame) ?? []), change]);
    else edits.push(blockEdit(source, root, change));
  }
  for (const [frame, inside] of inFrames) edits.push(...frameEdits(source, frame, inside));
  return edits.toSorted((one, other) => one.start - other.start);
}

function emptyFileEdits({ text }: SourceText, changes: readonly Change[]): readonly Edit[] {
  const end = text.length;
  const start = text === '' || text.endsWith('\n') ? '' : '\n';
  return changes.flatMap((change) =>
    change.kind === 'add' ? [{ start: end, end, text: start + writeYaml(change.pairs) }] : [],
  );
}

function placeOf(change: Change): Range {
  return change.kind === 'fill' ? change.key : change.at;
}

function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A map or list in brackets that stands in none itself. */
interface Frame {
  readonly entry: Entry;
  /** The end of the key before it; undefined for an item of a list, and for the whole file. */
  readonly keyEnd: number | undefined;
  /** How far its lines are indented once it has any. */
  readonly indent: number;
}

function framesIn(entry: Entry, source: SourceText, keyEnd?: number, indent = 0): readonly Frame[] {
  if (entry.kind !== 'map' && entry.kind !== 'list') return [];
  if (/[[{]/.test(source.text[entry.location.start] ?? '')) return [{ entry, keyEnd, indent }];
  if (entry.kind === 'list')
    return entry.items.flatMap((item) => framesIn(item, source, undefined, columnOf(source, item.location.start)));
  return entry.pairs.flatMap(({ keyLocation, value }) =>
    framesIn(value, source, keyLocation.end, columnOf(source, keyLocation.start) + 2),
  );
}

/** How far a place is from the beginning of its line. */
function columnOf({ text }: SourceText, at: number): number {
  return at - lineAt(text, at).from;
}

function lineEndOf({ text }: SourceText): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function blockEdit(source: SourceText, root: MapEntry, change: Change): Edit {
  const lineEnd = lineEndOf(source);
  if (change.kind === 'replace') return replaceEdit(source, root, change, lineEnd);
  if (change.kind === 'fill') {
    const indent = columnOf(source, change.key.start) + 2;
    const at = source.text.indexOf(':', change.key.end) + 1;
    return { start: at, end: at, text: blockLines(laidOf(change.value), { indent, lineEnd }) };
  }
  const map = mapAt(root, change.at);
  const indent = columnOf(source, map?.pairs[0]?.keyLocation.start ?? change.at.start);
  const at = endOfLines(source, change.at);
  const lines = [...change.pairs].map(
    ([key, value]) =>
      lineEnd + ' '.repeat(indent) + keyText(key) + ':' + blockLines(laidOf(value), { indent: indent + 2, lineEnd }),
  );
  return { start: at, end: at, text: lines.join('') };
}

function replaceEdit(
  source: SourceText,
  root: MapEntry,
  { at, value }: Extract<Change, { kind: 'replace' }>,
  lineEnd: string,
): Edit {
  const pair = pairAt(root, at);
  const indent = pair ? columnOf(source, pair.keyLocation.start) + 2 : columnOf(source, at.start);
  const text = blockLines(laidOf(value), { indent, lineEnd });
  // A text of several lines is read up to the line end that closes it.
  const { end } = withoutLastBlanks(source, at);
  const start = pair ? source.text.indexOf(':', pair.keyLocation.end) + 1 : at.start;
  return { start, end, text: pair ? text : text.trimStart() };
}

/** Behind the last line of a map, and a comment that stands there. */
function endOfLines(source: SourceText, at: Range): number {
  const { end } = withoutLastBlanks(source, at);
  const line = source.text.indexOf('\n', end);
  if (line < 0) return source.text.length;
  return source.text[line - 1] === '\r' ? line - 1 : line;
}

function withoutLastBlanks({ text }: SourceText, { start, end }: Range): Range {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function mapAt(entry: Entry, at: Range): MapEntry | undefined {
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

function pairAt(root: MapEntry, { start }: Range): MapEntry['pairs'][number] | undefined {
  const holder = find(
    root,
    (each) => each.kind === 'map' && each.pairs.some(({ value }) => value.location.start === start),
  );
  return holder?.pairs.find(({ value }) => value.location.start === start);
}

function frameEdits(source: SourceText, frame: Frame, changes: readonly Change[]): readonly Edit[] {
  const lineEnd = lineEndOf(source);
  const { start, end } = frame.entry.location;
  const inline = bracketEdits(source, frame.entry, changes, (text) => bracketText(text, frame.indent, lineEnd));
  const added = inline.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const isWide = end - lineAt(source.text, start).from + added > LONGEST;
  const texts = changes.flatMap((change) => wordsOf(change.kind === 'add' ? change.pairs : change.value));
  const needsLines = isWide || texts.some((text) => text.includes('\n') || hasRightToLeft(text));
  const apart = needsLines ? takenApart(source, frame, changes, lineEnd) : undefined;
  return apart ? [apart] : inline;
}

type Encode = (text: string) => string;

function bracketEdits(source: SourceText, entry: Entry, changes: readonly Change[], encode: Encode): readonly Edit[] {
  return changes.map((change) => {
    if (change.kind === 'replace') {
      const { start, end } = change.at;
      return { start, end, text: bracketValue(laidOf(change.value), encode) };
    }
    if (change.kind === 'fill') {
      const at = source.text.indexOf(':', change.key.end) + 1;
      return { start: at, end: at, text: ` ${bracketValue(laidOf(change.value), encode)}` };
    }
    return addInBrackets(source, mapAt(entry, change.at), change, encode);
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
function takenApart(
  source: SourceText,
  { entry, keyEnd, indent }: Frame,
  changes: readonly Change[],
  lineEnd: string,
): Edit | undefined {
  const texts: string[] = [];
  const encode: Encode = (text) => `'${MARK}${texts.push(text) - 1}'`;
  const { start, end } = entry.location;
  const edits = bracketEdits(source, entry, changes, encode).map((edit) => ({
    ...edit,
    start: edit.start - start,
    end: edit.end - start,
  }));
  const words = source.text.slice(start, end);
  const sorted = edits.toSorted((one, other) => one.start - other.start);
  const { root, damaged } = parseYaml({ path: '', text: applyEdits(words, sorted) }, () => undefined);
  if (!root || damaged || /(?:^|\s)#/m.test(words)) return undefined;
  const put = (text: string): string => (text.startsWith(MARK) ? (texts[Number(text.slice(1))] ?? '') : text);
  const lines = blockLines(laidEntry(root, put), { indent, lineEnd });
  const rest = /^[ \t]+#[^\r\n]*/.exec(source.text.slice(end))?.[0] ?? '';
  if (keyEnd === undefined) return { start, end, text: lines.trimStart() };
  return { start: source.text.indexOf(':', keyEnd) + 1, end: end + rest.length, text: rest + lines };
}
