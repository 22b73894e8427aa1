import { parentOf } from '../places/chosen.ts';
import { nameReader } from '../places/gather.ts';
import { codeIn, codePlace, type Place, titleOf } from '../places/place.ts';
import { ownLevel } from '../read/headings.ts';
import type { AreaTable } from '../read/table.ts';
import { placesOf, type Subject } from './subject.ts';

/** That each place has a name in each language, the same in all sheets, and one that tells it from its neighbours. */
export function proveNames(subject: Subject): void {
  for (const level of subject.chosen) {
    const places = [...placesOf(subject, level).values()];
    for (const place of places) if (place.names.every((name) => name === '')) tellNameless(place, subject);
    const told = new Set<Place>();
    for (const index of subject.gazetteer.tags.keys()) {
      proveNamed(places, index, subject);
      proveDistinct(places, index, told, subject);
    }
  }
  proveSame(subject);
}

function tellNameless(place: Place, { report }: Subject): void {
  const { code, level } = place;
  const params = { code, level, language: '', known: '', count: 1, all: false };
  report('area-name-missing', codePlace(place), params, { severity: 'error' });
}

/** A language without any name in a level is told once. */
function proveNamed(places: readonly Place[], index: number, { gazetteer, report }: Subject): void {
  const missing = places.filter(({ names }) => names[index] === '' && names.some((name) => name !== ''));
  const all = missing.length === places.length;
  for (const place of all ? missing.slice(0, 1) : missing) {
    const { code, level } = place;
    const language = gazetteer.tags[index] ?? '';
    const params = { code, level, language, known: titleOf(place), count: missing.length, all };
    report('area-name-missing', codePlace(place), params);
  }
}

/** Places of one name under one parent look the same to whoever has to choose. Those that ended are not offered. */
function proveDistinct(
  places: readonly Place[],
  index: number,
  told: Set<Place>,
  { chosen, gazetteer, report }: Subject,
): void {
  const first = new Map<string, Place>();
  for (const place of places) {
    const name = place.names[index] ?? '';
    if (name === '' || place.ended !== undefined) continue;
    const parent = parentOf(place, chosen, gazetteer);
    const key = `${parent}\n${name.toLowerCase()}`;
    const other = first.get(key);
    if (!other) first.set(key, place);
    else if (!told.has(place)) {
      told.add(place);
      const params = { name, code: place.code, other: other.code, parent, level: place.level };
      report('area-name-twice', codePlace(place), params, {
        related: [{ message: `${other.code} here`, location: codePlace(other) }],
      });
    }
  }
}

/** Names that rows repeat of the places above theirs. */
function proveSame(subject: Subject): void {
  const told = new Set<string>();
  for (const table of subject.tables) {
    const own = ownLevel(table.columns);
    for (const level of subject.chosen) if (level < own) proveRepeated(table, level, told, subject);
  }
}

function proveRepeated(table: AreaTable, level: number, told: Set<string>, subject: Subject): void {
  if ((table.columns.levels.get(level)?.names.length ?? 0) === 0) return;
  const places = placesOf(subject, level);
  const read = nameReader(table, level, subject.languages);
  for (const row of table.rows) {
    const place = places.get(codeIn(table, row, level));
    if (!place || place.row === row) continue;
    for (const [index, name] of read(row).entries()) {
      const one = place.names[index] ?? '';
      const key = `${level} ${place.code} ${index} ${name}`;
      if (one === name || name === '' || one === '' || told.has(key)) continue;
      told.add(key);
      const related = [{ message: `${one} here`, location: codePlace(place) }];
      subject.report(
        'area-name-differs',
        codePlace({ table, row, level }),
        { code: place.code, level, one, other: name },
        { related },
      );
    }
  }
}
