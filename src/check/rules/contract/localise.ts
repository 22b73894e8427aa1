import type { Difference } from '../../../model/compare/difference.ts';
import type { Country } from '../../../model/dictionary.ts';
import { listOf } from '../../../model/type-use.ts';
import type { Terms } from './terms.ts';

/** What the core leaves to each country to say, until the country has said something. */
export function checkLocalise(country: Country, differences: readonly Difference[], terms: Terms): void {
  const { core, changes, id } = country;
  const changed = new Set(differences.flatMap(variableOf));
  for (const [name, { meaning, type }] of core.variables) {
    const wanted = meaning.localise;
    const keys = [`variables.${name}`, `codelists.${listOf(type)?.string.text ?? ''}`];
    if (!wanted || changed.has(name) || keys.some((key) => changes.has(key))) continue;
    const params = { name, country: id.string.text, wanted: wanted.string.text };
    const related = [{ message: 'what the core leaves to each country', location: wanted.origin.location }];
    terms.report('localise-open', id.origin.location, params, { related });
  }
}

/** The variable of a question that says something else, or is not asked, in the country. */
function variableOf({ subject, kind, facet }: Difference): readonly string[] {
  if (subject.kind !== 'item' || subject.before?.item.kind !== 'question') return [];
  if (kind === 'translated' || facet === 'order') return [];
  const { variable } = subject.before.item;
  return variable === undefined ? [] : [variable];
}
