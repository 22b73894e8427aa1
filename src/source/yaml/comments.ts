import type { SourceText, TextLocation } from '../../core/location.ts';
import { lexemes } from './lexemes.ts';

/** A comment of a YAML file, without its `#`. */
export interface Comment {
  readonly text: string;
  readonly location: TextLocation;
}

/** The comments that hold a word; files without it are not read a second time. */
export function commentsWith(source: SourceText, word: string): readonly Comment[] {
  if (!source.text.includes(word)) return [];
  const comments: Comment[] = [];
  for (const lexeme of lexemes(source.text)) {
    if (!lexeme.text.startsWith('#') || !lexeme.text.includes(word)) continue;
    const text = lexeme.text.trimEnd();
    const end = lexeme.start + text.length;
    comments.push({ text: text.slice(1), location: { kind: 'text', source, start: lexeme.start, end } });
  }
  return comments;
}
