import type { SourceText } from '../../core/location.ts';
import type { Edit, Range } from '../../core/range.ts';
import type { Entry } from '../entry.ts';
import type { Change } from './change.ts';
import { type Frame, frameEdits, framesIn } from './edit-brackets.ts';
import { afterFirstLine, columnOf, type EditedFile, indexFile, mapAt, withComment } from './edit-places.ts';
import { blockLines, laidOf } from './lay-out.ts';
import { keyText } from './scalar-text.ts';
import { writeYaml } from './write.ts';

/**
 * The edits that carry out changes of a file; comments, the order of keys and the way in which things are written stay. What
 * stands in brackets is taken apart into lines where it would hold a text of several lines or from right to left, or be too long.
 * @param root what stands in the file as it was read
 */
export function yamlEdits(source: SourceText, root: Entry | undefined, changes: readonly Change[]): readonly Edit[] {
  if (root?.kind !== 'map') return emptyFileEdits(source, changes);
  const file = indexFile(source, root);
  const frames = framesIn(root, source);
  const inFrames = new Map<Frame, Change[]>();
  const edits: Edit[] = [];
  for (const change of changes) {
    const frame = frameAround(frames, placeOf(change));
    if (!frame) edits.push(blockEdit(file, change));
    else if (!inFrames.get(frame)?.push(change)) inFrames.set(frame, [change]);
  }
  for (const [frame, inside] of inFrames) edits.push(...frameEdits(file, frame, inside));
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

/** The frame that holds a place; they stand in the order of the file, and none in another. */
function frameAround(frames: readonly Frame[], { start, end }: Range): Frame | undefined {
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((frames[middle]?.entry.location.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  const found = frames[low];
  return found && found.entry.location.start <= start && end <= found.entry.location.end ? found : undefined;
}

function blockEdit(file: EditedFile, change: Change): Edit {
  const { source, lineEnd } = file;
  if (change.kind === 'replace') return replaceEdit(file, change);
  if (change.kind === 'fill') {
    const indent = columnOf(source, change.key.start) + 2;
    const at = source.text.indexOf(':', change.key.end) + 1;
    return withComment(source, { start: at, end: at, text: blockLines(laidOf(change.value), { indent, lineEnd }) });
  }
  const map = mapAt(file, change.at);
  const indent = columnOf(source, map?.pairs[0]?.keyLocation.start ?? change.at.start);
  const at = endOfLines(source, change.at);
  const lines = [...change.pairs].map(
    ([key, value]) =>
      lineEnd + ' '.repeat(indent) + keyText(key) + ':' + blockLines(laidOf(value), { indent: indent + 2, lineEnd }),
  );
  return { start: at, end: at, text: lines.join('') };
}

function replaceEdit(
  { source, lineEnd, pairs }: EditedFile,
  { at, value }: Extract<Change, { kind: 'replace' }>,
): Edit {
  const pair = pairs.get(at.start);
  const indent = pair ? columnOf(source, pair.keyLocation.start) + 2 : columnOf(source, at.start);
  const text = blockLines(laidOf(value), { indent, lineEnd });
  // A text of several lines is read up to the line end that closes it.
  const { end } = withoutLastBlanks(source, at);
  const start = pair ? source.text.indexOf(':', pair.keyLocation.end) + 1 : at.start;
  const [, kept = ''] = /^[|>][+-]?([ \t]+#[^\r\n]*)/.exec(source.text.slice(at.start, end)) ?? [];
  return withComment(source, { start, end, text: afterFirstLine(pair ? text : text.trimStart(), kept) });
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
