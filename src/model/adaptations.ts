import { fileOf, type Location } from '../core/location.ts';
import { countryDifferences } from './compare/country-differences.ts';
import type { Difference, Side } from './compare/difference.ts';
import { normalText } from './compare/normal.ts';
import type { Country, Dictionary } from './dictionary.ts';

/** A facet of the core that a country says otherwise, and what has become of the core's words since. */
export interface Adaptation {
  readonly path: string;
  readonly difference: Difference;
  /** What the core said when the country last looked; nothing where that is not recorded. */
  readonly base: string | undefined;
  /** What the core says now; empty where it says nothing any more. */
  readonly core: string;
  readonly state: 'unrecorded' | 'settled' | 'moved';
}

/** Every facet that a country says otherwise in its own files, each once, in the order of the core. */
export function adaptationsOf(dictionary: Dictionary): readonly Adaptation[] {
  const { country } = dictionary;
  if (!country) return [];
  const seen = new Set<string>();
  return countryDifferences(dictionary).flatMap((difference) => {
    const at = writtenAt(difference, country);
    const key = at && `${placeOf(at)} ${difference.facet} ${difference.language ?? ''}`;
    if (key === undefined || seen.has(key)) return [];
    seen.add(key);
    return [adaptation(difference, country)];
  });
}

function adaptation(difference: Difference, { base }: Country): Adaptation {
  const { path, before } = difference;
  const core = before?.words ?? '';
  const was = base?.get(path)?.string.text;
  const state = was === undefined ? 'unrecorded' : normalText(was) === normalText(core) ? 'settled' : 'moved';
  return { path, difference, base: was, core, state };
}

/** Where the country wrote it: what it says, or that a variable has no such key. What came of something else is not adapted here. */
function writtenAt({ kind, before, after, subject, name, path }: Difference, country: Country): Location | undefined {
  const wasThere = before !== undefined || (kind === 'added' && country.base?.has(path) === true);
  if (subject.before === undefined || subject.after === undefined || !wasThere) return undefined;
  if (kind === 'moved' || kind === 'translated' || isReplaced(subject)) return undefined;
  if (after) return isOwn(after, country) ? after.origin.location : undefined;
  return subject.kind === 'variable' ? country.changes.get(`variables.${name}`)?.location : undefined;
}

/** The codes of a list that each country replaces are nobody else's. */
function isReplaced(subject: Difference['subject']): boolean {
  return subject.kind === 'code' && subject.lists.before.country === 'replace';
}

function isOwn({ origin }: Side, { origin: at }: Country): boolean {
  return fileOf(origin.location).startsWith(fileOf(at.location).replace(/[^/]*$/, ''));
}

function placeOf(location: Location): string {
  return location.kind === 'text'
    ? `${location.source.path}:${location.start}`
    : JSON.stringify([fileOf(location), location]);
}
