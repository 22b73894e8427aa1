import type { AreaRow, AreaTable } from '../read/table.ts';
import { shownIn, textIn } from '../read/table.ts';
import { codePlace, type Place, titleOf } from '../places/place.ts';
import { type Told, nameReader } from '../places/gather.ts';
import type { NameLanguages } from '../places/languages.ts';
import { isSame } from '../../../core/same.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { chosenPlaces, placesOf, type Subject } from './subject.ts';

/** Files what is found while rows are read. */
export function tellingOf(languages: NameLanguages, isWished: (level: number) => boolean, report: Report): Told {
  return {
    again: (place, first) => {
      if (isWished(place.level)) tellAgain(place, first, report);
    },
    codeless: (table, row, level) => {
      if (!isWished(level)) return;
      const names = nameReader(table, level, languages)(row);
      report('area-without-code', codePlace({ table, row, level }), { name: titleOf({ names, code: '' }), level });
    },
  };
}

/** The same row in several sheets or twice in one says nothing new; another place under the same code does. */
function tellAgain(place: Place, first: Place, report: Report): void {
  const same = isSame(place.names, first.names) && isSame(place.above, first.above);
  if (same && place.table !== first.table) return;
  const { code, level } = place;
  const [name, other] = [titleOf(place), titleOf(first)];
  const related = [{ message: 'first here', location: codePlace(first) }];
  const severity = same ? 'warning' : 'error';
  report('area-code-twice', codePlace(place), { code, level, name, other, same }, { severity, related });
}

/** That codes are what can be an answer, and what they were before Excel took hold of them. */
export function proveCodes(subject: Subject): void {
  for (const place of chosenPlaces(subject)) {
    if (!/\s/.test(place.code)) continue;
    const { code, level } = place;
    const suggestion = code.replaceAll(/\s+/g, '');
    subject.report('area-code-blank', codePlace(place), { code, level, suggestion });
  }
  for (const table of subject.tables)
    for (const [level, { code }] of table.columns.levels)
      if (code !== undefined && subject.chosen.includes(level)) proveCells(table, code, subject.report);
  for (const level of subject.chosen) proveLengths(level, subject);
}

const SPOILT = {
  date: 'a date',
  boolean: 'TRUE or FALSE',
  error: 'an error',
  uncalculated: 'a formula without result',
};

function proveCells(table: AreaTable, column: number, report: Report): void {
  const numbers: AreaRow[] = [];
  for (const row of table.rows) {
    const cell = row.cells[column] ?? '';
    if (typeof cell === 'string') {
      if (/^\d(?:\.\d+)?E\+?\d+$/i.test(cell)) tellSpoilt(table, row, column, 'a rounded number', report);
    } else if (cell.kind !== 'number') tellSpoilt(table, row, column, SPOILT[cell.kind], report);
    else if (/^\d+$/.test(textIn(row, column))) numbers.push(row);
    else tellSpoilt(table, row, column, 'a number with a point', report);
  }
  const [first] = numbers;
  if (!first) return;
  const params = { kind: 'numbers', count: numbers.length, code: textIn(first, column), what: '' } as const;
  report('area-code-number', table.locate(first, column), params);
}

function tellSpoilt(table: AreaTable, row: AreaRow, column: number, what: string, report: Report): void {
  const params = { kind: 'spoilt', count: 1, code: shownIn(row, column), what } as const;
  report('area-code-number', table.locate(row, column), params, { severity: 'error' });
}

/** Codes of digits alone that are one digit shorter than the others have most likely lost a zero in front. */
function proveLengths(level: number, subject: Subject): void {
  const places = [...placesOf(subject, level).values()];
  if (!places.every(({ code }) => /^\d+$/.test(code))) return;
  const lengths = [...new Set(places.map(({ code }) => code.length))].toSorted((a, b) => a - b);
  const [short = 0, long = 0] = lengths;
  if (lengths.length !== 2 || short !== long - 1) return;
  const shorter = places.filter(({ code }) => code.length === short);
  const [first] = shorter;
  if (!first || shorter.length * 2 > places.length) return;
  const params = { kind: 'zero', count: shorter.length, code: first.code, what: `0${first.code}` } as const;
  subject.report('area-code-number', codePlace(first), params);
}
