import type { Location, TextLocation } from '../core/location.ts';
import type { Edit, Range } from '../core/range.ts';

/**
 * A piece of text and the place it was typed. `map` says how its characters lie there: `linear` where text and place have
 * the same characters one by one, `whole` where any character stands for the whole place (a filled-in parameter, a joined
 * `and`), else the offset of each character of the text in the file, with one more for the end.
 */
export interface Piece {
  readonly text: string;
  readonly at: Location;
  readonly map: 'linear' | 'whole' | Uint32Array;
  /** How many uses of modules stand around the place where it was typed; left out: as many as around the text itself. */
  readonly level?: number;
}

/** Text that knows where each of its characters was typed: in a YAML scalar, a CSV field or a cell. */
export interface SourceString {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Text that stands for a whole place, such as what the compiler writes because of that place. */
export function written(text: string, at: Location): SourceString {
  return { text, pieces: [{ text, at, map: 'whole' }] };
}

/** Text that stands in the file exactly as it reads. */
export function typed(text: string, at: TextLocation): SourceString {
  return { text, pieces: [{ text, at, map: 'linear' }] };
}

export function concat(...parts: readonly SourceString[]): SourceString {
  const pieces = parts.flatMap((part) => part.pieces).filter((piece) => piece.text !== '');
  const text = parts.map((part) => part.text).join('');
  return { text, pieces: pieces.length > 0 ? pieces : (parts[0]?.pieces.slice(0, 1) ?? []) };
}

export function slice(string: SourceString, range: Range): SourceString {
  const text = string.text.slice(range.start, range.end);
  const pieces: Piece[] = [];
  let from = 0;
  for (const piece of string.pieces) {
    const start = Math.max(range.start - from, 0);
    const end = Math.min(range.end - from, piece.text.length);
    if (start < end) pieces.push(slicePiece(piece, start, end));
    from += piece.text.length;
  }
  return { text, pieces: pieces.length > 0 ? pieces : [{ text: '', at: locate(string, range), map: 'whole' }] };
}

function slicePiece(piece: Piece, start: number, end: number): Piece {
  const text = piece.text.slice(start, end);
  if (piece.map === 'whole' || piece.at.kind !== 'text') return { ...piece, text };
  const at = narrow(piece, piece.at, start, end);
  return { ...piece, text, at, map: piece.map === 'linear' ? 'linear' : piece.map.slice(start, end + 1) };
}

/** The same text with replacements made; what is put in stands for the whole of what it replaces. */
export function edit(string: SourceString, edits: readonly Edit[]): SourceString {
  const parts: SourceString[] = [];
  let from = 0;
  for (const change of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(slice(string, { start: from, end: change.start }), replacement(string, change));
    from = change.end;
  }
  parts.push(slice(string, { start: from, end: string.text.length }));
  return edits.length === 0 ? string : concat(...parts);
}

function replacement(string: SourceString, change: Edit): SourceString {
  const put = written(change.text, locate(string, change));
  const level = levelAt(string, change.start);
  return level === undefined ? put : fromLevel(put, level);
}

// A letter with its marks, or the parts of a Korean syllable: what NFC can make one character of.
const CLUSTER = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\uAC00-\uD7A3][\u11A8-\u11C2]|\P{M}\p{M}*/gu;

/** The same text in NFC, in which names and codes are compared. */
export function inNfc(string: SourceString): SourceString {
  const text = string.text.normalize('NFC');
  if (text === string.text) return string;
  const edits = [...string.text.matchAll(CLUSTER)].flatMap(({ 0: cluster, index }): Edit[] => {
    const composed = cluster.normalize('NFC');
    return composed === cluster ? [] : [{ start: index, end: index + cluster.length, text: composed }];
  });
  const composed = edit(string, edits);
  return composed.text === text ? composed : written(text, placeOf(string));
}

/** The place where a stretch of the text was typed; of a stretch over several pieces, the first one's. */
export function locate(string: SourceString, range: Range): Location {
  let from = 0;
  let last: Piece | undefined;
  for (const piece of string.pieces) {
    last = piece;
    const next = from + piece.text.length;
    if (range.start < next || (range.start === next && range.end === next && piece === string.pieces.at(-1))) {
      if (piece.map === 'whole' || piece.at.kind !== 'text') return piece.at;
      return narrow(piece, piece.at, range.start - from, Math.min(range.end, next) - from);
    }
    from = next;
  }
  return endOf(last, string);
}

/** The same text, typed outside of the module it was put into; pieces from still further outside keep their level. */
export function fromLevel(string: SourceString, level: number): SourceString {
  return { text: string.text, pieces: string.pieces.map((piece) => ({ level, ...piece })) };
}

/** The level of the piece that holds a character, or undefined where it is the text's own. */
export function levelAt(string: SourceString, offset: number): number | undefined {
  let end = 0;
  return string.pieces.find((piece) => (end += piece.text.length) > offset)?.level;
}

/** The place of the whole text. */
export function placeOf(string: SourceString): Location {
  const [first, ...others] = string.pieces;
  if (!first) throw new RangeError('a source string has at least one piece');
  const last = others.at(-1);
  if (first.at.kind !== 'text' || last?.at.kind !== 'text' || last.at.source !== first.at.source) return first.at;
  return last.at.end > first.at.start ? { ...first.at, end: last.at.end } : first.at;
}

function narrow(piece: Piece, at: TextLocation, start: number, end: number): TextLocation {
  if (piece.map === 'whole') return at;
  if (piece.map === 'linear') return { ...at, start: at.start + start, end: at.start + end };
  const from = piece.map[start] ?? at.end;
  return { ...at, start: from, end: Math.max(from, piece.map[end] ?? at.end) };
}

function endOf(last: Piece | undefined, string: SourceString): Location {
  if (!last) return placeOf(string);
  return last.at.kind === 'text' ? { ...last.at, start: last.at.end } : last.at;
}
