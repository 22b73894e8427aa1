import type { Range } from '../../core/range.ts';
import { FLOW_BREAKS, type Lexeme, lexemes } from './lexemes.ts';

/** The `{ }` or `[ ]` around a place. */
export interface Flow {
  /** The offset of the outermost bracket. */
  readonly start: number;
  /** The offset after its partner, or undefined where a bracket has none. */
  readonly end: number | undefined;
  /** The bracket that has no partner; else the outermost one. */
  readonly unclosed: Lexeme;
}

const PARTNERS: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['[', ']'],
]);

export function partnerOf(bracket: string): string {
  return PARTNERS.get(bracket) ?? bracket;
}

/** The outermost brackets that open before a place and do not close before it. */
export function flowAround(text: string, at: number): Flow | undefined {
  const open: Lexeme[] = [];
  for (const lexeme of lexemes(text)) {
    const [outer] = open;
    if (!outer && lexeme.start >= at) return undefined;
    const top = open.at(-1);
    if (PARTNERS.has(lexeme.text)) open.push(lexeme);
    else if (lexeme.text === FLOW_BREAKS && outer && top) {
      if (lexeme.start >= at) return { start: outer.start, end: undefined, unclosed: top };
      open.length = 0;
    } else if (outer && top && isCloser(lexeme)) {
      if (lexeme.text !== partnerOf(top.text)) return { start: outer.start, end: undefined, unclosed: top };
      open.pop();
      if (open.length === 0 && lexeme.end > at) return { start: outer.start, end: lexeme.end, unclosed: outer };
    }
  }
  const [outer] = open;
  return outer && { start: outer.start, end: undefined, unclosed: open.at(-1) ?? outer };
}

function isCloser({ text }: Lexeme): boolean {
  return text === '}' || text === ']';
}

/** From a place inside brackets to where its text ends: at a comma, a bracket or the end of the line. */
export function flowText(text: string, at: number): Range {
  const length = text.slice(at).search(/\s*(?:[,\]}\r\n]|$)/);
  return { start: at, end: at + Math.max(length, 1) };
}
