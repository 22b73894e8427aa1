import type { Origin } from '../core/origin.ts';
import type { ParsedExpression } from '../expression/parser.ts';
import type { ParsedTemplate } from '../expression/template.ts';
import type { SourceString } from '../source/source-string.ts';

/** A value as written, and where it came from. */
export interface Plain {
  readonly string: SourceString;
  readonly origin: Origin;
}

/** An expression: as written, parsed, and where it came from. Spans of the tree are offsets into `string.text`. */
export interface Formula extends Plain {
  readonly parsed: ParsedExpression;
}

/** A text in one language, with the references it holds. */
export interface LocalText extends Plain {
  readonly parsed: ParsedTemplate;
}

/**
 * A text that people read, by language tag: the dictionary's default language for what was written without one, `mul` for
 * what is the same in all, and `''` in a form without languages.
 */
export interface Text {
  readonly byLanguage: ReadonlyMap<string, LocalText>;
  readonly origin: Origin;
}

/** The same in all languages (ISO 639-2). */
export const MULTIPLE = 'mul';

/** The text in a language: its own, the one that is the same in all, or nothing. */
export function textIn(text: Text | undefined, language: string): LocalText | undefined {
  return text?.byLanguage.get(language) ?? text?.byLanguage.get(MULTIPLE);
}

/** The text in the first of the languages that has it, else in any. */
export function textInAny(text: Text | undefined, languages: readonly string[]): LocalText | undefined {
  for (const language of languages) {
    const local = textIn(text, language);
    if (local) return local;
  }
  return [...(text?.byLanguage.values() ?? [])][0];
}
