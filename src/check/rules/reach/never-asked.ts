import type { Report } from '../../../diagnostics/collector.ts';
import type { Expression } from '../../../expression/tree.ts';
import type { Item } from '../../../model/item.ts';
import type { Visit } from '../../../model/walk.ts';
import type { Reading } from '../../readings.ts';
import { factsButOf, type Facts } from './facts.ts';
import { type Places, readingIn } from './places.ts';
import { clausesOf, disprove, isOnPurpose, type Proof } from './proof.ts';
import { placeOfParts, reasonOf, relatedTo, wordsIn } from './telling.ts';

interface Found {
  readonly visit: Visit;
  readonly reading: Reading;
  readonly proof: Proof;
}

/** Tells of what is never asked because its relevance can never be true, and gives all that is never asked. */
export function checkAsked(places: Places, facts: Facts, report: Report): ReadonlySet<Item> {
  const never = new Set<Item>();
  const found: Found[] = [];
  for (const visit of places.view.visits) {
    const { item, path } = visit;
    const reading = readingIn(item, 'relevant');
    if (path.some((section) => never.has(section))) never.add(item);
    else if (reading?.tree) {
      const proof = proofOf(visit, reading, reading.tree, places, facts);
      if (proof) never.add(item);
      if (proof && !isOnPurpose(proof)) found.push({ visit, reading, proof });
    }
  }
  // What waits for something that is never asked follows from that, and is told there.
  for (const each of found) if (!each.proof.because.some(({ owner }) => never.has(owner))) tell(each, report);
  return never;
}

function proofOf(
  { item, path }: Visit,
  reading: Reading,
  tree: Expression,
  places: Places,
  facts: Facts,
): Proof | undefined {
  return disprove({
    parts: clausesOf(tree),
    names: places.names(reading),
    around: path.flatMap((section) => facts.relevance(section) ?? []),
    about: factsButOf(item, facts),
  });
}

function tell({ visit: { item }, reading, proof: { parts, because } }: Found, report: Report): void {
  const { at, others } = placeOfParts(parts, reading);
  const params = {
    name: item.name.string.text,
    is: item.kind === 'section' ? item.type : 'question',
    written: wordsIn(parts, reading),
    because: because.map(reasonOf),
  };
  report('never-asked', at, params, { related: [...others, ...because.map(relatedTo)] });
}
