import type { Report } from '../../../diagnostics/collector.ts';
import { casesOfAnswer } from '../../../expression/domains/answer-comparison.ts';
import { any, type Cases } from '../../../expression/domains/cases.ts';
import { type Constant, constantIn } from '../../../expression/domains/literals.ts';
import type { Variable } from '../../../expression/domains/names.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Expression } from '../../../expression/tree.ts';
import type { Item, Question } from '../../../model/item.ts';
import { locate } from '../../../source/source-string.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import type { Reading } from '../../readings.ts';
import { factsButOf, type Facts } from './facts.ts';
import { isReadable, type Places, readingIn } from './places.ts';
import { clausesOf, disprove } from './proof.ts';
import { placeOfParts, wordsIn } from './telling.ts';

/** Constraints of questions that compute their answer, where every value that can come out is refused. */
export function checkComputed(places: Places, facts: Facts, never: ReadonlySet<Item>, report: Report): void {
  for (const { item } of places.view.visits) {
    const computed = never.has(item) ? undefined : computedBy(item, places);
    if (computed) checkOne(computed, places, facts, report);
  }
}

/** A question with a calculation that gives one of a few values, and a constraint on them. */
interface Computed {
  readonly question: Question;
  readonly constraint: Reading & { readonly tree: Expression };
  readonly calculation: Reading & { readonly tree: Expression };
  readonly values: readonly Constant[];
  /** When its answer is one of these. */
  readonly given: Cases;
}

/** Only what people see is held against its constraint. */
function computedBy(item: Item, places: Places): Computed | undefined {
  const { constraint: limit, calculation: formula } = item.facets;
  if (!limit || !formula || item.kind === 'section' || questionTypes.get(item.type.word)?.visible !== true)
    return undefined;
  const [constraint, calculation] = [readingIn(item, 'constraint'), readingIn(item, 'calculation')];
  const variable = places.variable(item.name.string.text);
  if (!variable || !isParsed(constraint) || !isParsed(calculation)) return undefined;
  const values = valuesOf(calculation.tree);
  const given = values && givenBy(values, variable);
  return values && given ? { question: item, constraint, calculation, values, given } : undefined;
}

function isParsed(reading: Reading | undefined): reading is Reading & { readonly tree: Expression } {
  return reading?.tree !== undefined && isReadable(reading);
}

/** The values of an expression that is made of values written out; an empty one is not looked at by a constraint. */
function valuesOf(tree: Expression): readonly Constant[] | undefined {
  const node = bare(tree);
  const constant = constantIn(node, {});
  if (constant) return constant.kind === 'text' && constant.text === '' ? [] : [constant];
  const [, then, otherwise] = node.kind === 'call' && node.name === 'if' && node.args.length === 3 ? node.args : [];
  const [first, second] = [then && valuesOf(then), otherwise && valuesOf(otherwise)];
  return first && second ? [...first, ...second] : undefined;
}

function givenBy(values: readonly Constant[], variable: Variable): Cases | undefined {
  const cases = values.map((value) => casesOfAnswer(variable, value, { operator: '=', holds: true }));
  const certain = cases.flatMap((each) => (each ? [each] : []));
  return cases.length > 0 && certain.length === cases.length ? any(certain) : undefined;
}

function checkOne(
  { question, constraint, calculation, values, given }: Computed,
  places: Places,
  facts: Facts,
  report: Report,
): void {
  const names = places.names(constraint);
  const proof = disprove({
    parts: clausesOf(constraint.tree),
    names,
    given,
    around: [],
    about: factsButOf(question, facts),
  });
  if (given.length === 0 || !proof || proof.because.length > 0) return;
  const params = {
    name: question.name.string.text,
    values: [...new Set(values.map((value) => ('text' in value ? value.text : String(value.number))))],
    written: wordsIn(proof.parts, constraint),
  };
  report('calculation-not-allowed', locate(calculation.string, calculation.tree.span), params, {
    related: [{ message: 'the constraint', location: placeOfParts(proof.parts, constraint).at }],
  });
}
