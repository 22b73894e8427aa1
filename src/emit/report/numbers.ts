import type { Call, Expression } from '../../expression/tree.ts';
import type { Form } from '../../model/form.ts';
import type { Question } from '../../model/item.ts';
import { questionsOf } from '../../model/walk.ts';
import { questionTypes } from '../../vocabulary/types.ts';

/** What an expression yields, as far as a report must know: `blank` is the empty text that stands for no value. */
type Yield = 'number' | 'blank' | 'other';

const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', 'div', 'mod']);

/** Functions of ODK XForms that yield numbers (https://getodk.github.io/xforms-spec/#xpath-functions). */
const NUMERIC: ReadonlySet<string> = new Set([
  'abs',
  'area',
  'ceiling',
  'count',
  'count-non-empty',
  'count-selected',
  'distance',
  'floor',
  'int',
  'max',
  'min',
  'number',
  'pos',
  'position',
  'pow',
  'random',
  'round',
  'sqrt',
  'string-length',
  'sum',
]);

/** Deeper calls than people write are not looked into. */
const DEEPEST = 100;

/** Tells whether the value of a calculation is a number, or nothing: certainly, from what is written. */
export function numberTeller(form: Form): (question: Question) => boolean {
  const questions = new Map(questionsOf(form.items).map(({ item }) => [item.name.string.text, item]));
  const known = new Map<Question, Yield>();

  const ofQuestion = (question: Question, depth: number): Yield => {
    const { answer } = questionTypes.get(question.type.word) ?? {};
    if (answer === 'integer' || answer === 'decimal') return 'number';
    const { calculation } = question.facets;
    if (question.type.word !== 'calculate' || !calculation || depth > DEEPEST) return 'other';
    const before = known.get(question);
    if (before) return before;
    // A circle is nobody's number; a rule tells of it.
    known.set(question, 'other');
    const found = ofExpression(calculation.parsed.tree, depth + 1);
    known.set(question, found);
    return found;
  };

  const ofCall = ({ name, args }: Call, depth: number): Yield => {
    if (NUMERIC.has(name)) return 'number';
    const values = name === 'if' ? args.slice(1) : name === 'coalesce' || name === 'once' ? args : [];
    const yields = values.map((value) => ofExpression(value, depth + 1));
    if (yields.length === 0 || yields.includes('other')) return 'other';
    return yields.includes('number') ? 'number' : 'blank';
  };

  const ofExpression = (written: Expression, depth: number): Yield => {
    if (depth > DEEPEST) return 'other';
    switch (written.kind) {
      case 'number':
      case 'negate':
        return 'number';
      case 'string':
        return written.value === '' ? 'blank' : 'other';
      case 'binary':
        return ARITHMETIC.has(written.operator) ? 'number' : 'other';
      case 'group':
        return ofExpression(written.inner, depth + 1);
      case 'call':
        return ofCall(written, depth);
      case 'reference': {
        const question = questions.get(written.name);
        return question ? ofQuestion(question, depth + 1) : 'other';
      }
      case 'path':
      case 'missing':
        return 'other';
    }
  };

  return (question) => ofQuestion(question, 0) === 'number';
}

/** A number that only says which entry of its repeat an entry is. */
export function isPosition({ facets }: Question): boolean {
  const tree = facets.calculation?.parsed.tree;
  return tree?.kind === 'call' && (tree.name === 'position' || tree.name === 'pos');
}
