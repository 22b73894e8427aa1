import { parseExpression } from '../expression/parser.ts';
import { parseTemplate } from '../expression/template.ts';
import type { Formula, LocalText, Plain } from './facets.ts';

/** Reads a plain value as an expression; what is wrong with it stays in `parsed.problems`. */
export function asFormula({ string, origin }: Plain): Formula {
  return { string, origin, parsed: parseExpression(string.text) };
}

/** Reads a plain value as text that may hold `${name}`. */
export function asLocalText({ string, origin }: Plain): LocalText {
  return { string, origin, parsed: parseTemplate(string.text) };
}
