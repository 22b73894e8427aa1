import { bare, partsJoinedBy } from '../../../expression/shapes.ts';
import type { Expression } from '../../../expression/tree.ts';
import type { Difference, ItemSubject } from '../../../model/compare/difference.ts';
import type { Item } from '../../../model/item.ts';
import type { Visit } from '../../../model/walk.ts';
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
  if (before?.item.kind !== 'question') return;
  const obligation = before.item.meaning.obligation;
  const severity = OWED.get(obligation?.string.text ?? '');
  if (!obligation || !severity) return;
  const how = facet === 'remove' ? 'leaves out' : hides(facet, before, after) ? 'never asks' : undefined;
  if (how === undefined) return;
  terms.report(
    'obligation-broken',
    terms.placeOf(difference),
    {
      who: terms.who,
      name: difference.name,
      obligation: obligation.string.text,
      form: forms.before.name.string.text,
      how,
    },
    { severity, related: [{ message: 'what the core asks of every country', location: obligation.origin.location }] },
  );
}

function hides(facet: string, before: Visit, after: Visit | undefined): boolean {
  return facet === 'relevant' && after !== undefined && isOff(after.item) && !isOff(before.item);
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
