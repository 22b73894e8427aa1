import type { Report } from '../../../diagnostics/collector.ts';
import type { ParameterPair } from '../../../model/parameters.ts';
import { placeOfKey, placeOfValue, typedValue, type WrittenParameters } from './written.ts';

const LOCATION = ['location-priority', 'location-min-interval', 'location-max-age'];

/** Parameters that make sense only with others. */
export function checkTogether(written: WrittenParameters, report: Report): void {
  const { pairs, known } = written;
  const seed = pairs.get('seed');
  if (seed && known.has('seed') && !pairs.has('randomize'))
    report('incomplete-parameters', placeOfKey(written, seed), { given: ['seed'], missing: ['randomize=true'] });
  if (known.has('location-priority')) checkLocation(written, report);
}

/** An audit records where the device is with all three, or not at all. */
function checkLocation(written: WrittenParameters, report: Report): void {
  const given = LOCATION.flatMap((key) => written.pairs.get(key) ?? []);
  const [first] = given;
  if (!first) return;
  const missing = LOCATION.filter((key) => !written.pairs.has(key));
  if (missing.length > 0)
    report('incomplete-parameters', placeOfKey(written, first), { given: given.map(({ key }) => key), missing });
  checkAge(written, written.pairs.get('location-min-interval'), written.pairs.get('location-max-age'), report);
}

/** A place that may be younger than the shortest time between two of them would never be there. */
function checkAge(
  written: WrittenParameters,
  interval: ParameterPair | undefined,
  age: ParameterPair | undefined,
  report: Report,
): void {
  if (!interval || !age || !(Number(age.value) < Number(interval.value))) return;
  report('parameter-value', placeOfValue(written, age), {
    name: age.key,
    value: typedValue(written, age),
    expected: `a number that is not below location-min-interval, ${interval.value}`,
    suggestion: undefined,
  });
}
