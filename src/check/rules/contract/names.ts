import type { Difference } from '../../../model/compare/difference.ts';
import type { Country, Dictionary } from '../../../model/dictionary.ts';
import type { Item } from '../../../model/item.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import type { Terms } from './terms.ts';

const NOUNS = {
  variable: 'variable',
  form: 'form',
  module: 'module',
  list: 'code list',
  code: 'code',
  item: 'question',
  dictionary: 'dictionary',
} as const;

/** What a country adds bears its id, so that it never meets a name that the core takes later. */
export function checkName(difference: Difference, id: Country['id'], terms: Terms): void {
  const { subject, name, facet, after } = difference;
  const word = id.string.text;
  if (facet !== 'add' || !after || name === '' || name.startsWith(`${word}_`)) return;
  if (subject.kind === 'code' && subject.lists.before.country === 'replace') return;
  if (subject.kind === 'item' && subject.after && isOfCore(subject.after.item, terms.core)) return;
  const what = subject.kind === 'item' && subject.after?.item.kind === 'section' ? 'group' : NOUNS[subject.kind];
  const at = subject.kind === 'item' ? subject.after?.item.name.origin.location : undefined;
  terms.report('country-name', at ?? terms.placeOf(difference), {
    what,
    name,
    id: word,
    suggestion: `${word}_${name}`,
  });
}

/** What the core names itself: its variables and what its modules place, and what the device fills. */
function isOfCore(item: Item, { variables, modules }: Dictionary): boolean {
  const isPlaced = item.origin.trail.some(({ kind, name }) => kind === 'use' && modules.has(name));
  if (isPlaced || item.kind === 'section') return isPlaced;
  const { text } = item.name.string;
  if (questionTypes.get(item.type.word)?.metadata) return true;
  // A variable is told where it is defined.
  if (item.variable === text) return true;
  return [...variables.values()].some(({ meaning }) => meaning.specify?.string.text === text);
}
