import type { Code } from '../../../model/code-list.ts';
import { textIn } from '../../../model/facets.ts';

/** The label of a code as words alone: case, punctuation and blanks left out. */
export function labelWords({ texts }: Code, language: string): string {
  const label = textIn(texts.label, language)?.string.text ?? '';
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
