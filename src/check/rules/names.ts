import { isXmlName, toXmlName } from '../../core/names.ts';
import { compareLocations, type Location } from '../../core/location.ts';
import type { Origin } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Related } from '../../diagnostics/diagnostic.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { gather } from '../../model/walk.ts';
import { locate } from '../../source/source-string.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import type { Reading } from '../readings.ts';

/** The names of every definition: they become columns, files and ids. */
export function checkDefinitionNames(
  { variables, codeLists, modules, forms, checks }: Dictionary,
  profiles: readonly Profile[],
  report: Report,
): void {
  const checkList = profiles.some((profile) => profile !== 'xlsform') ? checkName : checkListAsWritten;
  for (const [name, { origin }] of variables) checkName(name, origin.location, 'a variable', report);
  for (const [name, list] of codeLists) checkList(name, list.origin.location, 'a code list', report);
  for (const { as } of codeLists.values()) if (as) checkList(as.string.text, as.origin.location, 'a code list', report);
  for (const [name, { origin }] of modules) checkName(name, origin.location, 'a module', report);
  for (const [name, { origin }] of checks) checkName(name, origin.location, 'a check', report);
  // A workbook is called as its file is, which may be anything.
  for (const { name, origin } of forms.values())
    if (origin.location.kind !== 'cell') checkName(name.string.text, name.origin.location, 'a form', report);
}

export function checkName(name: string, at: Location, what: string, report: Report): void {
  if (!isXmlName(name)) report('invalid-name', at, { name, what, suggestion: toXmlName(name) });
  else if (name in Object.prototype) report('reserved-name', at, { name, what });
}

/**
 * pyxform takes any word for the name of a list, such as `building:material` or `5yearplan`. It writes it between
 * apostrophes, `instance('name')`, so that one in the name would end it.
 */
function checkListAsWritten(name: string, at: Location, what: string, report: Report): void {
  if (name.includes("'")) report('invalid-name', at, { name, what, suggestion: toXmlName(name) });
}

const KIND_WORDS = { question: 'a question', section: 'a group' } as const;

/** The name of an item; that of a variable has been looked at where it is defined. */
export function checkItemName(item: Item, report: Report): void {
  const { text } = item.name.string;
  if (isToldByReader(item.name)) return;
  if (item.kind === 'section' || item.variable !== text)
    checkName(text, item.name.origin.location, KIND_WORDS[item.kind], report);
}

/** A row without a name, of which the reader of workbooks has told. */
function isToldByReader({ string, origin }: Plain): boolean {
  return string.text === '' && origin.location.kind === 'cell';
}

/**
 * Questions, groups and repeats share one name space: KoboToolbox wants a name once in the whole form, XLSForm once among
 * siblings and once where something refers to it. Names that differ only in case were an error until pyxform 4.
 */
export function checkDuplicates(
  form: Form,
  profiles: readonly Profile[],
  referred: ReadonlyMap<string, Reading | undefined>,
  report: Report,
): void {
  const folded = foldedNames(form.items);
  if (new Set(folded).size === folded.length) return;
  const kobo = profiles.includes('kobo');
  const inForm = new Map<string, Plain>();
  for (const siblings of siblingGroups(form.items)) {
    const exact = new Map<string, Plain>();
    const alikes = new Map<string, Plain>();
    for (const name of siblings) {
      const { text } = name.string;
      const sibling = exact.get(text);
      const earlier = sibling ?? (kobo || referred.has(text) ? inForm.get(text) : undefined);
      const alike = alikes.get(text.toLowerCase());
      const ambiguous = sibling ? undefined : referred.get(text);
      if (earlier) reportTwice(name, earlier, form, 'error', report, ambiguous);
      else if (alike) reportTwice(name, alike, form, kobo ? 'error' : 'warning', report);
      exact.set(text, exact.get(text) ?? name);
      alikes.set(text.toLowerCase(), alike ?? name);
      inForm.set(text, inForm.get(text) ?? name);
    }
  }
}

/** Most forms have no two names that are alike, which is soon seen. */
const foldedNames = gather((item) => namesOf(item).map(({ string }) => string.text.toLowerCase()));

/** The names on each level, with those that the converter adds. */
function* siblingGroups(items: readonly Item[]): Generator<readonly Plain[]> {
  yield items.filter(({ name }) => !isToldByReader(name)).flatMap(namesOf);
  for (const item of items) if (item.kind === 'section') yield* siblingGroups(item.items);
}

/** `or_other` adds a question, a computed number of repetitions a calculate (xlsform.md 2.3). */
function namesOf(item: Item): readonly Plain[] {
  const { name } = item;
  if (item.kind === 'question') return item.type.orOther ? [name, added(name, 'other', item.type.origin)] : [name];
  const { repeat_count: count } = item.facets;
  const computed = item.type === 'repeat' && count && count.parsed.tree.kind !== 'reference';
  return computed ? [name, added(name, 'count', count.origin)] : [name];
}

function added({ string }: Plain, ending: string, origin: Plain['origin']): Plain {
  return { origin, string: { ...string, text: `${string.text}_${ending}` } };
}

function reportTwice(
  name: Plain,
  first: Plain,
  form: Form,
  severity: 'error' | 'warning',
  report: Report,
  ambiguous?: Reading,
): void {
  const { text } = name.string;
  const [location, earlier] = placesOf(name.origin, first.origin);
  report(
    'duplicate-name',
    location,
    { name: text, form: form.name.string.text, other: first.string.text },
    { related: [{ message: 'first here', location: earlier }, ...referenceTo(text, ambiguous)], severity },
  );
}

/** The reference that cannot tell which of two questions it means, where pyxform refuses the form (PYREF_004). */
function referenceTo(name: string, reading: Reading | undefined): readonly Related[] {
  const use = reading?.references.find((reference) => reference.name === name);
  if (!reading || !use) return [];
  return [{ message: `\${${name}} may mean either`, location: locate(reading.string, use.span) }];
}

/** Two places that differ: of a module that is placed twice those of its uses, for its item stands in one place only. */
function placesOf(name: Origin, first: Origin): readonly [Location, Location] {
  if (!isSame(name.location, first.location)) return [name.location, first.location];
  const uses = name.trail.toReversed();
  const others = first.trail.toReversed();
  for (const [index, { location }] of uses.entries()) {
    const other = others[index]?.location;
    if (other && !isSame(location, other)) return [location, other];
  }
  return [name.location, first.location];
}

function isSame(one: Location, other: Location): boolean {
  return compareLocations(one, other) === 0;
}
