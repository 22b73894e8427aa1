import { absolute, type Decimal, decimalOf, isLess, isMultiple, isZero, minus } from '../../../core/decimal.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { ParamsOf } from '../../../diagnostics/registry.ts';
import { placeOf } from '../../../source/source-string.ts';
import { rangeDefaults } from '../../../vocabulary/parameters.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';
import { refusedBy } from '../../rule-set.ts';
import { placeOfKey, placeOfValue, type WrittenParameters } from './written.ts';

/** The scale of a range, with what stands for the numbers that are left out. */
export interface Scale {
  readonly start: Decimal;
  readonly end: Decimal;
  readonly step: Decimal;
  readonly tick: Decimal | undefined;
  readonly placeholder: Decimal | undefined;
  /** Each as written. */
  readonly words: { readonly start: string; readonly end: string; readonly step: string };
}

const TICK_PARAMETERS = ['tick_interval', 'tick_labelset', 'placeholder'];

/** pyxform 3.0.0 lets impossible scales through, and the client then shows none. */
export function checkRange(written: WrittenParameters, profiles: readonly Profile[], report: Report): void {
  checkAppearance(written, report);
  const scale = scaleOf(written);
  if (!scale) return;
  const severity = refusedBy('odk', profiles) ?? 'warning';
  for (const { name, problem } of problemsOf(scale)) {
    const pair = written.pairs.get(name);
    const { start, end, step } = scale.words;
    const value = pair?.value ?? rangeDefaults.step;
    const at = pair ? placeOfValue(written, pair) : placeOf(written.plain.string);
    report('range-steps', at, { name, value, problem, start, end, step }, { severity });
  }
}

/** The numbers of a range; nothing where one of them is no number, which is a finding of its own. */
export function scaleOf({ pairs }: Pick<WrittenParameters, 'pairs'>): Scale | undefined {
  const word = (name: keyof typeof rangeDefaults): string => pairs.get(name)?.value ?? rangeDefaults[name];
  const words = { start: word('start'), end: word('end'), step: word('step') };
  const [start, end, step] = [words.start, words.end, words.step].map(decimalOf);
  const [tick, placeholder] = ['tick_interval', 'placeholder'].map((name) => decimalOf(pairs.get(name)?.value ?? ''));
  return start && end && step ? { start, end, step, tick, placeholder, words } : undefined;
}

type Problem = Pick<ParamsOf<'range-steps'>, 'name' | 'problem'>;

function problemsOf({ start, end, step, tick, placeholder }: Scale): readonly Problem[] {
  const width = absolute(minus(end, start));
  const found: Problem[] = [];
  for (const [name, size] of [
    ['step', step],
    ['tick_interval', tick],
  ] as const) {
    if (!size) continue;
    if (isZero(size)) found.push({ name, problem: 'zero' });
    else if (isLess(width, size)) found.push({ name, problem: 'too-large' });
    else if (name === 'tick_interval' && !isMultiple(size, step)) found.push({ name, problem: 'off-grid' });
  }
  if (isZero(step)) return found.filter(({ name, problem }) => name === 'step' || problem !== 'off-grid');
  if (placeholder && !isMultiple(minus(placeholder, start), step))
    found.push({ name: 'placeholder', problem: 'off-grid' });
  else if (placeholder && isOutside(placeholder, { start, end }))
    found.push({ name: 'placeholder', problem: 'outside' });
  return found;
}

/** Whether a number lies outside a range, which may run downwards. */
export function isOutside(value: Decimal, { start, end }: Pick<Scale, 'start' | 'end'>): boolean {
  const [low, high] = isLess(end, start) ? [end, start] : [start, end];
  return isLess(value, low) || isLess(high, value);
}

function checkAppearance(written: WrittenParameters, report: Report): void {
  const { appearance } = written.question.facets;
  const text = appearance?.string.text ?? '';
  if (!appearance || text.trim() === '' || hasPlaceholder(text) || /vertical|no-ticks/.test(text)) return;
  const ticks = TICK_PARAMETERS.flatMap((name) => written.pairs.get(name) ?? []);
  const [first] = ticks;
  if (!first) return;
  report(
    'range-appearance',
    placeOf(appearance.string),
    { names: ticks.map(({ key }) => key), appearance: text },
    { related: [{ message: 'asked for here', location: placeOfKey(written, first) }] },
  );
}
