import type { Location } from '../../../core/location.ts';
import { levelAbove, parentOf } from '../places/chosen.ts';
import { ancestorOf, codeIn, codePlace, type Place, type Places, titleOf } from '../places/place.ts';
import { ownLevel } from '../read/headings.ts';
import type { AreaRow, AreaTable } from '../read/table.ts';
import { placesOf, type Subject } from './subject.ts';

/** That each place lies in one that exists, and in the same one wherever the gazetteer says it. */
export function proveParents(subject: Subject): void {
  for (const level of subject.chosen) {
    const above = levelAbove(level, subject.chosen);
    if (above !== undefined) proveLinks(level, above, subject);
  }
  proveAgreement(subject);
}

interface Missing {
  readonly first: Place;
  count: number;
}

function proveLinks(level: number, above: number, subject: Subject): void {
  const { chosen, gazetteer, report } = subject;
  const uppers = placesOf(subject, above);
  const missing = new Map<string, Missing>();
  for (const place of placesOf(subject, level).values()) {
    const code = parentOf(place, chosen, gazetteer);
    const known = missing.get(code);
    if (uppers.has(code)) continue;
    if (known) known.count += 1;
    else if (code !== '') missing.set(code, { first: place, count: 1 });
    else report('area-parent-missing', codePlace(place), { code: place.code, name: titleOf(place), level, above });
  }
  const likely = likelyCode(uppers);
  for (const [code, { first, count }] of missing) {
    const place = first.above[above] === code ? { ...first, level: above } : first;
    report('area-parent-unknown', codePlace(place), { code, above, level, count, suggestion: likely(code) });
  }
}

/** Neighbouring codes differ by a digit, so a slip of one cannot be told from another place. */
function likelyCode(places: Places): (code: string) => string | undefined {
  const folded = new Map([...places.keys()].map((code) => [fold(code), code]));
  return (code) => folded.get(fold(code));
}

/** What Excel and typing change of a code: large letters, blanks, zeros in front. */
function fold(code: string): string {
  return code.toLowerCase().replaceAll(/\s/g, '').replace(/^0+/, '');
}

/** Rows repeat the places above theirs, and those above these: all must say the same. */
function proveAgreement(subject: Subject): void {
  const told = new Set<string>();
  for (const table of subject.tables) {
    const own = ownLevel(table.columns);
    const uppers = subject.chosen.filter((level) => level < own && table.columns.levels.get(level)?.code !== undefined);
    for (const level of uppers)
      for (const above of uppers) if (above < level) proveTable(table, level, above, told, subject);
  }
}

function proveTable(table: AreaTable, level: number, above: number, told: Set<string>, subject: Subject): void {
  const places = placesOf(subject, level);
  for (const row of table.rows) {
    const place = places.get(codeIn(table, row, level));
    const other = codeIn(table, row, above);
    if (!place || other === '' || place.row === row) continue;
    const one = ancestorOf(place, above, subject.gazetteer);
    const key = `${level} ${above} ${place.code} ${other}`;
    if (one === other || one === '' || told.has(key)) continue;
    told.add(key);
    tellDiffering(place, { row, table, above }, [one, other], subject);
  }
}

interface Elsewhere {
  readonly table: AreaTable;
  readonly row: AreaRow;
  readonly above: number;
}

function tellDiffering(
  place: Place,
  { table, row, above }: Elsewhere,
  [one, other]: readonly [string, string],
  { report }: Subject,
): void {
  const { code, level } = place;
  const first: Location = codePlace(place);
  const related = [{ message: `${one} here`, location: first }];
  const params = { code, name: titleOf(place), level, above, one, other };
  report('area-parent-differs', codePlace({ table, row, level: above }), params, { related });
}
