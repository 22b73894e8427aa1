import type { Location } from '../../../core/location.ts';
import type { Related } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { casesOf } from '../../../expression/domains/condition.ts';
import { partsJoinedBy } from '../../../expression/shapes.ts';
import { type Expression, walk } from '../../../expression/tree.ts';
import type { Item } from '../../../model/item.ts';
import type { Visit } from '../../../model/walk.ts';
import type { Reading } from '../../readings.ts';
import type { Fact, Facts } from './facts.ts';
import { type Places, readingIn } from './places.ts';
import { disprove, type Proof } from './proof.ts';
import { placeOfParts, reasonOf, relatedTo, wordsIn } from './telling.ts';

interface Found {
  readonly visit: Visit;
  readonly reading: Reading;
  readonly proof: Proof<Expression>;
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
      if (proof && !isSwitchedOff(proof)) found.push({ visit, reading, proof });
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
): Proof<Expression> | undefined {
  const names = places.names(reading);
  const around = path.flatMap((section) => facts.relevance(section) ?? []);
  const own = item.name.string.text;
  return disprove({
    parts: partsJoinedBy('and', tree),
    casesOf: (part) => casesOf(part, true, names),
    around,
    facts: { about: (name) => (name === own ? [] : facts.about(name)) },
  });
}

/** `false()` and `1 = 2` are a way to leave something out for the time being. */
function isSwitchedOff({ parts }: Proof<Expression>): boolean {
  return parts.some((part) => !namesAnything(part));
}

function namesAnything(tree: Expression): boolean {
  let names = false;
  walk(tree, ({ kind }) => {
    names ||= kind === 'reference' || kind === 'path';
  });
  return names;
}

function tell({ visit: { item }, reading, proof: { parts, because } }: Found, report: Report): void {
  const { at, others }: { at: Location; others: readonly Related[] } = placeOfParts(parts, reading);
  const params = {
    name: item.name.string.text,
    is: item.kind === 'section' ? item.type : 'question',
    written: wordsIn(parts, reading),
    because: because.map((fact: Fact) => reasonOf(fact)),
  };
  report('never-asked', at, params, { related: [...others, ...because.map(relatedTo)] });
}
