import { numberOf } from '../evaluate/number-text.ts';
import { dayNumberIn } from '../gregorian.ts';
import { answered, ANY_CODES, offeredIn, oneOf } from './answers.ts';
import { both, type Cases, numberNamed, where } from './cases.ts';
import { type Compared, compares, isEquality, numberCases, saysSame, suitsNothing, textCases } from './compared.ts';
import { codes } from './domain.ts';
import type { Constant } from './literals.ts';
import type { Variable } from './names.ts';

/** When an answer compares with a constant as it has to; undefined where nothing certain can be said. */
export function casesOfAnswer(variable: Variable, constant: Constant, compared: Compared): Cases | undefined {
  const { name, values } = variable;
  const isSame = isEquality(compared.operator);
  if (isSame && constant.kind === 'text' && constant.text === '') return answered(variable, !saysSame(compared));
  switch (values.kind) {
    case 'number':
      return withNumber(name, numberIn(constant), compared, values.isWhole);
    case 'date':
      return withNumber(name, dayIn(constant, isSame), compared, true);
    case 'dateTime':
      return isSame ? undefined : withNumber(name, dayIn(constant, false), compared, false);
    case 'text':
      return isSame && constant.kind === 'text'
        ? textCases(name, constant.text, compared)
        : withWrittenNumber(variable, constant, compared);
    case 'code':
      return withCode(name, values.codes, constant, compared);
    case 'codes':
      return constant.kind === 'text' && saysSame(compared) ? withWhole(variable, constant.text) : undefined;
  }
}

/** A number that an answer is compared with: '5' is as good as 5 where the answer is a number. */
export function numberIn(constant: Constant): number | undefined {
  if (constant.kind !== 'text') return constant.kind === 'number' ? constant.number : undefined;
  const number = numberOf(constant.text);
  return Number.isNaN(number) ? undefined : number;
}

/** A text counts as a date only where it is compared for being the same. */
function dayIn(constant: Constant, isSame: boolean): number | undefined {
  if (constant.kind !== 'text') return constant.number;
  return isSame ? dayNumberIn(constant.text) : undefined;
}

function withNumber(name: string, value: number | undefined, compared: Compared, isWhole: boolean): Cases | undefined {
  return value === undefined ? undefined : numberCases(name, value, compared, isWhole);
}

/** Digits in a text: that it is a number says that it is not empty. */
function withWrittenNumber(variable: Variable, constant: Constant, compared: Compared): Cases | undefined {
  const cases = withNumber(numberNamed(variable.name), numberIn(constant), compared, false);
  return cases && !suitsNothing(compared) ? both(cases, answered(variable, true)) : cases;
}

/** What no code or every code meets is a mistake of another kind, which is told for itself. */
function withCode(name: string, known: ReadonlySet<string>, constant: Constant, compared: Compared): Cases | undefined {
  const fitting = fittingCodes(known, constant, compared);
  return fitting.length === 0 || fitting.length > known.size ? undefined : where(name, oneOf(fitting));
}

function fittingCodes(
  known: ReadonlySet<string>,
  constant: Constant,
  { operator, holds }: Compared,
): readonly string[] {
  return ['', ...known].filter((code) => compares(code, operator, constant) === holds);
}

/** The same for what stands in a row of a list, of which many suit no answer. */
export function casesOfCell(variable: Variable, constant: Constant, compared: Compared): Cases | undefined {
  const { name, values } = variable;
  if (values.kind !== 'code') return casesOfAnswer(variable, constant, compared);
  return where(name, oneOf(fittingCodes(values.codes, constant, compared)));
}

/** All that is chosen, one after the other. */
function withWhole({ name, values }: Variable, text: string): Cases | undefined {
  const chosen = new Set(text.split(/\s+/u).filter((code) => code !== ''));
  if (values.kind !== 'codes' || [...chosen].some((code) => values.codes?.has(code) === false)) return undefined;
  return where(name, codes({ ...ANY_CODES, chosen, most: chosen.size, offered: offeredIn(values) }));
}
