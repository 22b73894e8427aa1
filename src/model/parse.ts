import { parseExpression } from '../expression/parser.ts';
import { parseTemplate } from '../expression/template.ts';
import { flagOf } from '../vocabulary/flags.ts';
import type { Formula, LocalText, Plain } from './facets.ts';
import type { Condition, Default } from './item.ts';

/** Reads a plain value as an expression; what is wrong with it stays in `parsed.problems`. */
export function asFormula({ string, origin }: Plain): Formula {
  return { string, origin, parsed: parseExpression(string.text) };
}

/** Reads a plain value as text that may hold `${name}`. */
export function asLocalText({ string, origin }: Plain): LocalText {
  return { string, origin, parsed: parseTemplate(string.text) };
}

/** Reads a plain value as yes or no, or as the expression that decides it. */
export function asCondition(plain: Plain): Condition {
  const value = flagOf(plain.string.text);
  return value === undefined ? { ...asFormula(plain), kind: 'formula' } : { ...plain, kind: 'flag', value };
}

/** pyxform computes a default that holds an operator, a function or a reference (xlsform.md 2.3); dates are plain. */
export function asDefault(plain: Plain): Default {
  const { text } = plain.string;
  const computed = /\$\{|[\w-]+\(|(^|\s)(div|mod|and|or|\+|-|\*|=|!=|<|>)(\s|$)/.test(text);
  return computed ? { ...asFormula(plain), kind: 'formula' } : { ...plain, kind: 'value' };
}
