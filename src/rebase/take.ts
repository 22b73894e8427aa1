import type { TextLocation } from '../core/location.ts';
import type { Edit } from '../core/range.ts';
import type { Adaptation } from '../model/adaptations.ts';
import type { Country } from '../model/dictionary.ts';
import type { Entry, EntryPair } from '../source/entry.ts';
import { removal } from '../source/yaml/remove.ts';

/** A change of a file of the country. */
export interface TakenEdit {
  readonly source: TextLocation['source'];
  readonly edit: Edit;
}

/** What a change of an item says besides what it changes. */
const BARE = ['item'];

/**
 * The edit by which a country no longer says something otherwise; undefined where what it says cannot be taken out by itself,
 * such as a code in a CSV file.
 * @param rootOf the root of a file of the country, as read
 */
export function takeEdit(
  { difference }: Adaptation,
  country: Country,
  rootOf: (source: TextLocation['source']) => Entry | undefined,
): TakenEdit | undefined {
  const { after, subject, name, facet } = difference;
  const named = subject.kind === 'variable' ? country.changes.get(`variables.${name}`)?.location : undefined;
  const written = after?.origin.location ?? named;
  if (written?.kind !== 'text') return undefined;
  const root = rootOf(written.source);
  if (!root) return undefined;
  const at = after ? written : blankBelow(root, written, facet);
  const edit = at && removal(root, at, BARE);
  return edit && { source: written.source, edit };
}

/** The place of a key without a value, in the definition whose name stands at a place. */
function blankBelow(root: Entry, name: TextLocation, key: string): TextLocation | undefined {
  const definition = pairs(root).find(({ keyLocation }) => keyLocation.start === name.start);
  const found = definition && pairs(definition.value).find((pair) => pair.key.text === key);
  return found?.keyLocation;
}

function pairs(entry: Entry): readonly EntryPair[] {
  return entry.kind === 'map' ? entry.pairs.flatMap((pair) => [pair, ...pairs(pair.value)]) : [];
}
