import { bare } from '../shapes.ts';
import type { Binary, Call, Expression } from '../tree.ts';
import { casesOfAnswer, casesOfCell, numberIn } from './answer-comparison.ts';
import { answered, chosenCount, offeredIn } from './answers.ts';
import { ANYTIME, both, type Cases, lengthNamed, NEVER, numberNamed, where } from './cases.ts';
import {
  type Compared,
  compares,
  isComparison,
  isEquality,
  numberCases,
  numbersFor,
  saysSame,
  suitsNothing,
  textCases,
  TURNED,
} from './compared.ts';
import { numbers } from './domain.ts';
import { intersect, numbersThatAre, wholeOnly } from './intervals.ts';
import { type Constant, constantIn } from './literals.ts';
import type { Names } from './names.ts';
import { nameOf } from './words.ts';

/** When a comparison holds, or does not; undefined where nothing is known of what is compared. */
export function casesOfComparison({ operator, left, right }: Binary, holds: boolean, names: Names): Cases | undefined {
  if (!isComparison(operator)) return undefined;
  const compared: Compared = { operator, holds };
  const turned: Compared = { operator: TURNED[operator], holds };
  const [one, other] = [constantIn(left, names), constantIn(right, names)];
  if (one && other) return casesOfConstants(one, other, compared);
  if (other) return casesOfTerm(left, other, compared, names);
  if (one) return casesOfTerm(right, one, turned, names);
  const [name, beside] = [nameOf(left, names), nameOf(right, names)];
  // Each two things are compared under one name, whichever stands first.
  if (name === undefined || beside === undefined) return undefined;
  const [first, second] = name < beside ? [left, right] : [right, left];
  const pair = name < beside ? `${name} - ${beside}` : `${beside} - ${name}`;
  return casesOfPair([first, second], pair, name < beside ? compared : turned, names);
}

function casesOfConstants(one: Constant, other: Constant, { operator, holds }: Compared): Cases | undefined {
  if (one.kind === 'date' || other.kind === 'date') return undefined;
  const is =
    one.kind === 'text'
      ? compares(one.text, operator, other)
      : compares(other.kind === 'text' ? other.text : String(other.number), TURNED[operator], one);
  return is === holds ? ANYTIME : NEVER;
}

function casesOfTerm(term: Expression, constant: Constant, compared: Compared, names: Names): Cases | undefined {
  const node = bare(term);
  const variable = names.variable(node);
  if (variable)
    return names.column ? casesOfCell(variable, constant, compared) : casesOfAnswer(variable, constant, compared);
  const counted = node.kind === 'call' ? casesOfCount(node, constant, compared, names) : undefined;
  if (counted) return counted;
  const { kind } = names.typeOf(node);
  const name = nameOf(node, names);
  if (name === undefined) return undefined;
  if (kind === 'text' && constant.kind === 'text' && isEquality(compared.operator))
    return textCases(name, constant.text, compared);
  return kind === 'number' && constant.kind === 'number'
    ? numberCases(numberNamed(name), constant.number, compared, false)
    : undefined;
}

/** `string-length(${text})` and `count-selected(${answer})` say how much of an answer there is. */
function casesOfCount(call: Call, constant: Constant, compared: Compared, names: Names): Cases | undefined {
  const [first] = call.args;
  const variable = first && names.variable(bare(first));
  const value = numberIn(constant);
  if (!variable || value === undefined || call.args.length !== 1) return undefined;
  const counts = wholeOnly(intersect(numbersFor(compared, value), numbersThatAre('>=', 0)));
  const { name, values } = variable;
  if (call.name === 'count-selected' && values.kind === 'codes')
    return chosenCount(variable, counts, offeredIn(values));
  if (call.name !== 'string-length' || values.kind !== 'text') return undefined;
  const length = where(lengthNamed(name), numbers(counts, false, true));
  return (counts[0]?.low ?? 0) > 0 ? both(length, answered(variable, true)) : length;
}

/**
 * Two things of which nothing is known but how they compare. What is put in order is compared as numbers, whatever it is:
 * here, by how much the first is above the second.
 */
function casesOfPair(sides: readonly Expression[], pair: string, compared: Compared, names: Names): Cases {
  if (isEquality(compared.operator)) return where(`same ${pair}`, { kind: 'truth', holds: saysSame(compared) });
  const order = where(`order ${pair}`, numbers(numbersFor(compared, 0), suitsNothing(compared), false));
  if (suitsNothing(compared)) return order;
  const variables = sides.flatMap((side) => names.variable(bare(side)) ?? []);
  return variables.reduce((cases, variable) => both(cases, answered(variable, true)), order);
}
