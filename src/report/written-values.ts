import type { Expression } from '../expression/tree.ts';
import type { Form } from '../model/form.ts';
import type { Question } from '../model/item.ts';
import { questionsOf } from '../model/walk.ts';

/** Deeper calls than people write are not looked into. */
const DEEPEST = 50;
/** What can be more than this is no code. */
const MOST = 100;

/** Tells what a calculation can come to, where it can only be what is written in it: `if(${age} < 18, 'child', 'adult')`. */
export function writtenValues(form: Form): (question: Question) => readonly string[] | undefined {
  const questions = new Map(questionsOf(form.items).map(({ item }) => [item.name.string.text, item]));

  /** Adds the values; false where there are others. */
  const gather = (written: Expression, values: Set<string>, depth: number): boolean => {
    if (depth > DEEPEST || values.size > MOST) return false;
    const all = (expressions: readonly Expression[]): boolean =>
      expressions.length > 0 && expressions.every((each) => gather(each, values, depth + 1));
    switch (written.kind) {
      case 'string':
        if (written.value !== '') values.add(written.value);
        return true;
      case 'number':
        values.add(String(written.value));
        return true;
      case 'group':
        return gather(written.inner, values, depth + 1);
      case 'call':
        if (written.name === 'if') return all(written.args.slice(1));
        return (written.name === 'coalesce' || written.name === 'once') && all(written.args);
      case 'reference': {
        const calculation = questions.get(written.name)?.facets.calculation;
        return calculation !== undefined && gather(calculation.parsed.tree, values, depth + 1);
      }
      default:
        return false;
    }
  };

  return ({ facets }) => {
    const values = new Set<string>();
    const known = facets.calculation && gather(facets.calculation.parsed.tree, values, 0);
    return known === true && values.size > 0 && values.size <= MOST ? [...values] : undefined;
  };
}
