import type { Location } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { placeOfCheck, type Standing } from '../../../model/check-place.ts';
import type { Formula } from '../../../model/facets.ts';
import type { RecordCheck } from '../../../model/record-check.ts';
import { type Repeat, repeatsOf } from '../../../model/repeats.ts';
import { locate } from '../../../source/source-string.ts';
import type { FormView } from '../../rule-set.ts';
import type { FormIndex } from '../calls/form-index.ts';

/** That there is a place from which all that a check needs can be seen. */
export function checkPlace(check: RecordCheck, { form }: FormView, index: FormIndex, report: Report): void {
  const place = placeOfCheck(check, (name) => {
    const visit = index.target(name);
    return visit ? repeatsOf(visit) : [];
  });
  if (place.kind === 'at') return;
  const at = check.kind === 'when' ? placeOfWhole(check.when) : check.origin.location;
  const params = { check: check.name, form: form.name.string.text };
  if (place.kind === 'outside') {
    const { part, total } = place;
    const { name, repeat } = inRepeat(total);
    report('check-sum-place', at, { ...params, name: part.name, to: name, repeat });
  } else
    report('check-across-repeats', at, { ...params, first: inRepeat(place.first), second: inRepeat(place.second) });
}

/** The expression itself, without the quotes around it. */
function placeOfWhole({ string }: Formula): Location {
  return locate(string, { start: 0, end: string.text.length });
}

function inRepeat({ name, repeats }: Standing<Repeat>): { readonly name: string; readonly repeat: string } {
  return { name, repeat: repeats.at(-1)?.name.string.text ?? '' };
}
