import { bare, partsJoinedBy } from '../../../expression/shapes.ts';
import type { Expression } from '../../../expression/tree.ts';
import type { Difference, ItemSubject } from '../../../model/compare/difference.ts';
import type { Item, Question } from '../../../model/item.ts';
import { byItemName } from '../../../model/item-names.ts';
import { questionsOf } from '../../../model/walk.ts';
import type { Terms } from './terms.ts';

/** How grave it is to go without a question; a country may do without all others. */
const OWED: ReadonlyMap<string, 'error' | 'info'> = new Map([
  ['core', 'error'],
  ['warehouse', 'error'],
  ['recommended', 'info'],
]);

/** A question that every country owes stays in the forms that a country keeps, and can be asked there. */
export function checkObligation(difference: Difference<ItemSubject>, terms: Terms): void {
  const { subject, facet } = difference;
  const { before, after, forms } = subject;
  if (before?.item.kind === 'question' && facet === 'remove') tell('leaves out', before.item, difference, terms);
  if (facet !== 'relevant' || !before || !after || !isOff(after.item) || isOff(before.item)) return;
  const known = byItemName(forms.before.items);
  for (const { item } of questionsOf([after.item])) {
    const owed = known.get(item.name.string.text)?.item;
    if (owed?.kind === 'question') tell('never asks', owed, difference, terms);
  }
}

function tell(how: string, { name, meaning }: Question, difference: Difference<ItemSubject>, terms: Terms): void {
  const { obligation } = meaning;
  const severity = OWED.get(obligation?.string.text ?? '');
  if (!obligation || !severity) return;
  const form = difference.subject.forms.before.name.string.text;
  terms.report(
    'obligation-broken',
    terms.placeOf(difference),
    { who: terms.who, name: name.string.text, obligation: obligation.string.text, form, how },
    { severity, related: [{ message: 'what the core asks of every country', location: obligation.origin.location }] },
  );
}

/** Whether the relevance says `false()`, alone or joined to something. */
function isOff({ facets }: Item): boolean {
  const tree = facets.relevant?.parsed.tree;
  return tree !== undefined && partsJoinedBy('and', tree).some(isFalse);
}

function isFalse(part: Expression): boolean {
  const node = bare(part);
  return node.kind === 'call' && node.name === 'false' && node.args.length === 0;
}
