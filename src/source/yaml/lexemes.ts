import { Lexer } from 'yaml';
import type { Range } from '../../core/range.ts';

/** A stretch of a YAML file as its lexer cuts it: a sign, a blank, a scalar, a comment. */
export interface Lexeme extends Range {
  readonly text: string;
}

/** Stands, without a length, where a `{` or `[` ends for lack of indentation. */
export const FLOW_BREAKS = '\u0018';

/** The lexer marks documents and scalars by single control characters that are not in the text. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u001F']);

/** The lexemes of a text, from its beginning to its end. */
export function* lexemes(text: string): Generator<Lexeme> {
  let start = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (MARKS.has(lexeme)) continue;
    const end = lexeme === FLOW_BREAKS ? start : start + lexeme.length;
    yield { text: lexeme, start, end };
    start = end;
  }
}
