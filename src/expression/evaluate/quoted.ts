import { findReferences } from '../reference-text.ts';
import type { StringLiteral } from '../tree.ts';
import type { Compiler } from './compiler.ts';
import { chainOf } from './scope.ts';

/**
 * A quoted text as the form has it: the converter writes a path for each `${name}` in it, too. From within a repeat that
 * path would be a relative one; nothing but `jr:choice-name` reads it, which finds the question either way.
 */
export function expandQuoted({ value }: StringLiteral, { scope }: Compiler): string {
  if (!value.includes('${')) return value;
  let text = '';
  let from = 0;
  for (const { name, span } of findReferences(value)) {
    const node = scope.find(name);
    if (node === undefined) continue;
    text += `${value.slice(from, span.start)} /${chainOf(node)
      .map((each) => each.name)
      .join('/')} `;
    from = span.end;
  }
  return text + value.slice(from);
}
