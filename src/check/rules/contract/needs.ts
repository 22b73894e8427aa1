import type { Difference, ItemSubject } from '../../../model/compare/difference.ts';
import { namesIn } from '../../../model/checked-forms.ts';
import type { Terms } from './terms.ts';

/** A question that an indicator of the core is computed from stays in the forms that a country keeps. */
export function checkNeeds(difference: Difference<ItemSubject>, { core, who, report, placeOf }: Terms): void {
  const { subject, facet, name } = difference;
  if (facet !== 'remove' || namesIn(subject.forms.after).has(name)) return;
  const needs = (core.needs ?? []).filter((need) => need.name.string.text === name);
  const [first] = needs;
  if (!first) return;
  const indicators = [...new Set(needs.map(({ indicator }) => indicator))];
  const related = [{ message: 'the indicator names it', location: first.name.origin.location }];
  const form = subject.forms.before.name.string.text;
  report('indicator-needs', placeOf(difference), { who, name, form, indicators }, { related });
}
