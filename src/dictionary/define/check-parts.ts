import type { Report } from '../../diagnostics/collector.ts';
import type { Plain } from '../../model/facets.ts';
import type { CheckBase, DurationCheck, SumsCheck, TimeSpan } from '../../model/record-check.ts';
import type { MapEntry } from '../../source/entry.ts';
import { secondsIn } from '../../vocabulary/time-span.ts';
import { decodeKeys } from '../decode/decode.ts';
import { durationKeys, sumsKeys } from '../language/check-keys.ts';
import { type AnyValue, given, isRemoved } from '../language/key.ts';
import { placeExactly, type Placing } from '../place/parameters.ts';

/** Undefined where nothing is added up or compared, which was reported. */
export function decodeSums(map: MapEntry, base: CheckBase, placing: Placing): SumsCheck | undefined {
  const { report } = placing;
  const { values } = decodeKeys(map, sumsKeys, { what: 'sums' }, report);
  const [of, to] = [given(values.of), given(values.to)];
  const isEmpty = of?.length === 0 || isLeftBlank(values.of);
  if (isEmpty || isLeftBlank(values.to))
    report('check-incomplete', base.origin.location, { name: base.name, lacks: isEmpty ? 'of' : 'to' });
  if (!of || of.length === 0 || !to) return undefined;
  return { ...base, kind: 'sums', of: of.map((name) => placeExactly(name, placing)), to: placeExactly(to, placing) };
}

function isLeftBlank(value: AnyValue | undefined): boolean {
  return value !== undefined && isRemoved(value);
}

/** Undefined where no limit can be read, which was reported. */
export function decodeDuration(map: MapEntry, base: CheckBase, { report }: Placing): DurationCheck | undefined {
  const { values } = decodeKeys(map, durationKeys, { what: 'duration' }, report);
  const under = decodeSpan('under', given(values.under), report);
  const over = decodeSpan('over', given(values.over), report);
  if (under || over) return { ...base, kind: 'duration', under, over };
  if (map.pairs.every(({ value }) => value.kind === 'blank'))
    report('check-incomplete', base.origin.location, { name: base.name, lacks: 'duration' });
  return undefined;
}

function decodeSpan(key: 'under' | 'over', written: Plain | undefined, report: Report): TimeSpan | undefined {
  if (!written) return undefined;
  const value = written.string.text;
  const seconds = secondsIn(value);
  if (seconds !== undefined) return { ...written, seconds };
  const allowed = 'a length of time such as 90s, 8m, 1h30m or 2d';
  report('wrong-value', written.origin.location, { key, value, allowed, suggestion: undefined });
  return undefined;
}
