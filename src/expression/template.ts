import { referenceProblem } from './problems.ts';
import type { SyntaxProblem } from './problems.ts';
import { findReferences } from './reference-text.ts';
import type { ReferenceUse } from './references.ts';
import { editOf } from './rename.ts';
import type { Edit } from '../core/range.ts';
import type { Rename } from './rename.ts';

/** A text with `${name}` in it, such as a label. */
export interface ParsedTemplate {
  readonly references: readonly ReferenceUse[];
  readonly problems: readonly SyntaxProblem[];
}

const NOTHING: ParsedTemplate = { references: [], problems: [] };

/** Finds every `${name}` of a running text. A `$` or `{` alone is text like any other. */
export function parseTemplate(text: string): ParsedTemplate {
  if (!text.includes('${')) return NOTHING;
  const found = findReferences(text);
  return {
    references: found
      .filter(({ fault }) => fault === undefined || fault === 'blank')
      .map(({ name, span, nameSpan, lastSaved }) => ({ name, span, nameSpan, lastSaved })),
    problems: found.flatMap(
      (reference) => referenceProblem(reference, text.slice(reference.span.start, reference.span.end)) ?? [],
    ),
  };
}

/** The edits that rename every `${name}` of a running text, in the order of the text. */
export function renameTemplateEdits(text: string, rename: Rename): readonly Edit[] {
  return parseTemplate(text).references.flatMap(({ name, nameSpan }) => editOf(name, nameSpan, rename));
}
