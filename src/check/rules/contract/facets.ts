import type { Difference } from '../../../model/compare/difference.ts';
import { type Levels, lockOn } from '../../../model/contract/locks-on.ts';
import { MULTIPLE } from '../../../model/facets.ts';
import { asInCore, tellLocked, thingOf } from './tell.ts';
import type { Terms } from './terms.ts';

/** Keys with which the core says what a country may do. */
const OF_THE_CORE: ReadonlySet<string> = new Set(['lock', 'open', 'obligation', 'id', 'country']);

/** One thing that is said otherwise: of a question, a list, a code, a form. */
export function checkFacet(difference: Difference, levels: Levels, terms: Terms): void {
  const { facet } = difference;
  if (OF_THE_CORE.has(facet)) return tellDecided(difference, terms);
  const lock = isTranslation(difference, terms) ? undefined : lockOn(levels, facet);
  if (lock) tellLocked(difference, lock, terms);
}

function tellDecided(difference: Difference, { who, report, placeOf }: Terms): void {
  const params = { who, thing: thingOf(difference), key: difference.facet };
  report('core-decides', placeOf(difference), params, { related: asInCore(difference) });
}

/** A text that the core does not have in this language, or a language that is not spoken here. */
export function isTranslation({ kind, language, subject, facet }: Difference, { core }: Terms): boolean {
  if (kind === 'translated') return true;
  if (facet === 'languages') return kind === 'added';
  if (language === undefined || language === MULTIPLE) return false;
  const isSpoken = subject.kind !== 'item' || subject.forms.after.languages.includes(language);
  return !isSpoken || !core.languages.some(({ tag }) => tag === language);
}
