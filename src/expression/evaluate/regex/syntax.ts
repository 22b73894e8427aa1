/** Whether a character, by its code point, is one of a set. */
export type CharacterSet = (code: number) => boolean;

export type AssertionKind = 'start' | 'end' | 'boundary' | 'no-boundary';

/** A pattern as read. */
export type PatternNode =
  | { readonly kind: 'set'; readonly has: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number }
  | { readonly kind: 'assertion'; readonly assertion: AssertionKind };

/** What is wrong with a pattern, or what is not tried here; reading ends there. */
export interface PatternProblem {
  readonly kind: 'problem';
  readonly reason: string;
}

export interface PatternReader {
  readonly codes: readonly number[];
  position: number;
  depth: number;
  ignoreCase: boolean;
  problem: PatternProblem | undefined;
}

export function refuse(reader: PatternReader, reason: string): PatternNode {
  reader.problem ??= { kind: 'problem', reason };
  reader.position = reader.codes.length;
  return NOTHING;
}

export const NOTHING: PatternNode = { kind: 'sequence', parts: [] };

/** The character at this place, `''` at the end. */
export function look(reader: PatternReader, ahead = 0): string {
  const code = reader.codes[reader.position + ahead];
  return code === undefined ? '' : String.fromCodePoint(code);
}

export function takeIf(reader: PatternReader, text: string): boolean {
  const signs = [...text];
  if (signs.some((sign, index) => look(reader, index) !== sign)) return false;
  reader.position += signs.length;
  return true;
}

export function atEnd({ position, codes }: PatternReader): boolean {
  return position >= codes.length;
}
