import type { CodeSubject, Difference, ListSubject } from '../../../model/compare/difference.ts';
import { lockOnCodes } from '../../../model/contract/asked-lists.ts';
import { decisionOf } from '../../../model/contract/lock-words.ts';
import { levelsOfList } from '../../../model/contract/locks-on.ts';
import { checkFacet, isTranslation } from './facets.ts';
import { asInCore, tellLocked } from './tell.ts';
import type { Terms } from './terms.ts';

/** What is said of a list as a whole. */
export function checkList(difference: Difference<ListSubject>, terms: Terms): void {
  const { before, after } = difference.subject;
  // A list that only one side has is a matter of those who ask it.
  if (before && after) checkFacet(difference, levelsOfList(before, terms.core), terms);
}

/** A code that comes, goes, moves, or says something else. */
export function checkCode(difference: Difference<CodeSubject>, terms: Terms): void {
  if (isTranslation(difference, terms)) return;
  const lock = lockOnCodes(difference.subject.lists.before, difference.facet, terms.core);
  if (lock) tellLocked(difference, lock, terms);
  else tellClosed(difference, terms);
}

/** What the list lets countries do with its codes, where nothing says more of it. */
function tellClosed(difference: Difference<CodeSubject>, { who, report, placeOf }: Terms): void {
  const { facet, subject, name } = difference;
  const { before: list } = subject.lists;
  if (facet !== 'add' && facet !== 'remove') return;
  if (list.country === 'replace' || decisionOf(list.locks ?? {}, `${facet} code`)) return;
  const special = facet === 'remove' ? subject.before?.special : undefined;
  if (list.country === 'extend' && special === undefined) return;
  const because =
    list.country === 'fixed' ? 'the list is not open to countries' : `it is marked special: ${special ?? ''}`;
  const does = facet === 'add' ? 'adds' : 'leaves out';
  const related = [...asInCore(difference), { message: 'the list of the core', location: list.origin.location }];
  report('list-not-open', placeOf(difference), { who, does, code: name, list: list.name, because }, { related });
}
