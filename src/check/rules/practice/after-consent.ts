import type { Expression } from '../../../expression/tree.ts';
import type { Item } from '../../../model/item.ts';
import type { Visit } from '../../../model/walk.ts';
import { assures, type Consent, isNought } from './assurance.ts';

/** How many calculations one condition is followed into. */
const MOST_CALCULATIONS = 100;

/** Later questions that earlier ones depend on need another reading of the form; more than this nobody writes. */
const MOST_READINGS = 3;

/**
 * The items that are reached only after consent: their own condition, or that of a group around them, assures it, or the
 * repeat around them has no rows without it. What is known of one item helps to know it of those that depend on it.
 */
export function afterConsent(
  visits: readonly Visit[],
  gate: Pick<Consent, 'names' | 'value' | 'refusal'>,
): ReadonlySet<Item> {
  const after = new Set<Item>();
  const blank = namesReached(visits);
  const budget = { left: 0 };
  const calculations = calculationsIn(visits);
  const consent: Consent = {
    ...gate,
    isBlankWithout: (name) => blank.get(name)?.open === 0,
    calculation: (name) => (budget.left-- > 0 ? calculations.get(name) : undefined),
  };
  for (let reading = 0, before = -1; reading < MOST_READINGS && after.size > before; reading += 1) {
    before = after.size;
    for (const { item, path } of visits) {
      if (after.has(item)) continue;
      budget.left = MOST_CALCULATIONS;
      const parent = path.at(-1);
      if (!(parent && after.has(parent)) && !isGated(item, consent)) continue;
      after.add(item);
      const reached = blank.get(item.name.string.text);
      if (reached) reached.open -= 1;
    }
  }
  return after;
}

/** How many items of each name may still be reached without consent. */
function namesReached(visits: readonly Visit[]): ReadonlyMap<string, { open: number }> {
  const names = new Map<string, { open: number }>();
  for (const { item } of visits) {
    const { text } = item.name.string;
    const known = names.get(text);
    if (known) known.open += 1;
    else names.set(text, { open: 1 });
  }
  return names;
}

/** A name that several items bear has no value that could be told. */
function calculationsIn(visits: readonly Visit[]): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression | undefined>();
  for (const { item } of visits) {
    const { text } = item.name.string;
    const computed = item.kind === 'question' && item.type.word === 'calculate' && !item.facets.trigger;
    const tree = computed ? item.facets.calculation?.parsed.tree : undefined;
    found.set(text, found.has(text) ? undefined : tree);
  }
  return new Map([...found].flatMap(([name, tree]) => (tree ? [[name, tree] as const] : [])));
}

function isGated({ kind, facets }: Item, consent: Consent): boolean {
  const { relevant, repeat_count: count } = facets;
  // What cannot be read is a finding of its own.
  if (relevant && (relevant.parsed.problems.length > 0 || assures(relevant.parsed.tree, true, consent))) return true;
  return kind === 'section' && count !== undefined && isNought(count.parsed.tree, consent);
}
