import { Lexer } from 'yaml';
import type { SourceText, TextLocation } from '../../core/location.ts';

/** A comment of a YAML file, without its `#`. */
export interface Comment {
  readonly text: string;
  readonly location: TextLocation;
}

/** The comments that hold a word; files without it are not read a second time. */
export function commentsWith(source: SourceText, word: string): readonly Comment[] {
  if (!source.text.includes(word)) return [];
  const comments: Comment[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(source.text)) {
    // The lexer marks documents, scalars and flow errors by single control characters that are not in the text.
    if (['\u0002', '\u0018', '\u001F'].includes(lexeme)) continue;
    if (lexeme.startsWith('#') && lexeme.includes(word)) {
      const text = lexeme.trimEnd();
      comments.push({
        text: text.slice(1),
        location: { kind: 'text', source, start: offset, end: offset + text.length },
      });
    }
    offset += lexeme.length;
  }
  return comments;
}
