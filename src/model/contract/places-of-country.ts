import { fileOf, type Location } from '../../core/location.ts';
import type { Origin } from '../../core/origin.ts';
import type { Difference, Subject } from '../compare/difference.ts';
import type { Country } from '../dictionary.ts';

/** Where a layer makes a difference: what it wrote, what it changed or left out there, or at least what it touches. */
export function placesOfCountry({ changes, origin }: Country): (difference: Difference) => Location {
  const folder = fileOf(origin.location).replace(/[^/]*$/, '');
  const isHere = (location: Location): boolean => fileOf(location).startsWith(folder);
  return (difference) => {
    const candidates = [difference.after, ...leftOut(difference), ...thingOf(difference.subject)].flatMap((each) =>
      each ? locationsOf(each.origin) : [],
    );
    const touched = keysOf(difference).flatMap((key) => changes.get(key)?.location ?? []);
    return [...candidates.filter(isHere), ...touched][0] ?? origin.location;
  };
}

interface Placed {
  readonly origin: Origin;
}

/** Where it was written, and the steps by which a layer changed it, the latest first. */
function locationsOf({ location, trail }: Origin): readonly Location[] {
  return [location, ...trail.toReversed().flatMap((step) => (step.kind === 'country' ? [step.location] : []))];
}

/** The word that took a question out of a form. */
function leftOut({ subject, name, facet }: Difference): readonly Placed[] {
  if (subject.kind !== 'item' || facet !== 'remove') return [];
  return subject.forms.after.excluded.flatMap((each) =>
    each.by.kind === 'country' && each.name.string.text === name ? [each.name] : [],
  );
}

function thingOf({ kind, after }: Subject): readonly Placed[] {
  if (!after) return [];
  return kind === 'item' && 'item' in after ? [after.item] : 'origin' in after ? [after] : [];
}

/** The definitions that a layer can have touched to make the difference: `variables.hoh_phone`. */
function keysOf({ subject, path }: Difference): readonly string[] {
  const [section = '', name = ''] = path.split('.');
  const own = `${section}.${name}`;
  if (subject.kind !== 'item') return [own];
  const { item } = subject.before ?? subject.after ?? {};
  const variable = item?.kind === 'question' && item.variable !== undefined ? [`variables.${item.variable}`] : [];
  const modules = item?.origin.trail.flatMap((step) => (step.kind === 'use' ? [`modules.${step.name}`] : [])) ?? [];
  return subject.before && subject.after ? [...variable, own, ...modules] : [own, ...modules];
}
