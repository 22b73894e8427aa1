import { type Decimal, decimalOf, isEqual, isMultiple, isZero, minus } from '../../../core/decimal.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { ParamsOf } from '../../../diagnostics/registry.ts';
import { type CodeList, offeredCodes } from '../../../model/code-list.ts';
import type { ParameterPair } from '../../../model/parameters.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { refusedBy } from '../../rule-set.ts';
import { isOutside, type Scale, scaleOf } from './range.ts';
import { placeOfValue, type WrittenParameters } from './written.ts';

interface Label {
  readonly code: string;
  readonly value: Decimal | undefined;
}

/** The codes of the labels of a range say where on it they stand. */
export function checkLabels(
  list: CodeList,
  pair: ParameterPair,
  written: WrittenParameters,
  profiles: readonly Profile[],
  report: Report,
): void {
  const scale = scaleOf(written);
  const codes = offeredCodes(list);
  if (!scale || codes.length === 0) return;
  const labels = codes.map(({ name }) => ({ code: name.string.text, value: decimalOf(name.string.text) }));
  const withoutTicks = written.question.facets.appearance?.string.text.includes('no-ticks') ?? false;
  const grid = written.pairs.get('tick_interval')?.value ?? scale.words.step;
  const severity = refusedBy('odk', profiles) ?? 'warning';
  for (const { problem, wrong } of problemsOf(labels, scale, withoutTicks)) {
    const { start, end } = scale.words;
    const first = codes.find(({ name }) => name.string.text === wrong[0]);
    report(
      'range-labels',
      placeOfValue(written, pair),
      { list: list.name, codes: wrong, problem, start, end, grid },
      { severity, related: first ? [{ message: 'this code', location: first.name.origin.location }] : [] },
    );
  }
}

interface Problem {
  readonly problem: ParamsOf<'range-labels'>['problem'];
  readonly wrong: readonly string[];
}

function problemsOf(labels: readonly Label[], scale: Scale, withoutTicks: boolean): readonly Problem[] {
  const wrong = (test: (value: Decimal) => boolean): readonly string[] =>
    labels.filter(({ value }) => value && test(value)).map(({ code }) => code);
  const found: Problem[] = [
    { problem: 'no-number', wrong: labels.filter(({ value }) => !value).map(({ code }) => code) },
    { problem: 'outside', wrong: wrong((value) => isOutside(value, scale)) },
    { problem: 'off-grid', wrong: wrong((value) => !isOutside(value, scale) && isOffGrid(value, scale)) },
  ];
  const problems = found.filter((each) => each.wrong.length > 0);
  const atEnds = withoutTicks && problems.length === 0 && !areTheEnds(labels, scale);
  return atEnds ? [{ problem: 'not-the-ends', wrong: labels.map(({ code }) => code) }] : problems;
}

function isOffGrid(value: Decimal, { start, step, tick }: Scale): boolean {
  const grid = tick ?? step;
  return !isZero(grid) && !isMultiple(minus(value, start), grid);
}

function areTheEnds(labels: readonly Label[], { start, end }: Scale): boolean {
  const stands = (place: Decimal): boolean => labels.some(({ value }) => value && isEqual(value, place));
  const allStand = labels.every(({ value }) => value && (isEqual(value, start) || isEqual(value, end)));
  return stands(start) && stands(end) && allStand;
}
