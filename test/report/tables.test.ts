import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { ReportData } from '../../src/emit/report/report-data.ts';
import { reportCsv, reportJson } from '../../src/report/table/write-table.ts';
import type { JsonRecord } from '../../src/model/record/record-reader.ts';
import { dataOf, formOf } from './counting.ts';

const yaml = formOf(
  `      - { ask: place, type: select_one place, label: Where? }
      - { ask: need, type: select_one need, label: What? }
      - { ask: size, type: integer, label: Size }
      - { ask: day, type: date, label: Day }
      - { ask: words, type: text, label: Words }`,
  `codelists:
  place: { codes: { north: "=North", south: "+South" } }
  need: { codes: { food: "@Food", water: "\\t=Water" } }`,
);

const people = (n: number, answers: JsonRecord): JsonRecord[] => Array.from({ length: n }, () => answers);

const records = [
  ...people(10, { place: 'north', need: 'food', size: 2, day: '2026-01-05', words: 'a' }),
  ...people(20, { place: 'north', need: 'water', size: -3 }),
  ...people(6, { place: 'south', need: 'food', size: 7 }),
  ...people(1, { place: 'south', need: 'water', size: 9 }),
  ...people(1, { place: 'south', need: '=1+1' }),
];

const data = (by: readonly string[] = ['place']): ReportData => dataOf(yaml, records, { by });

function rowsOf(given: ReportData): readonly Readonly<Record<string, string>>[] {
  return parse(reportCsv(given), { bom: true, columns: true });
}

/** `food north: 0.333 10/30` */
function lines(given: ReportData, variable: string): readonly string[] {
  return rowsOf(given)
    .filter((row) => row['analysis_var'] === variable)
    .map((row) => {
      const { analysis_type: type, analysis_var_value: value, group_var_value: group, stat, n, n_total: base } = row;
      return `${[type, value, group].filter((word) => word !== '').join(' ')}: ${stat} ${n}/${base}${row['hidden']}`;
    });
}

describe('the table behind a report', () => {
  it('has one row for each number, those of groups after those of all', () => {
    expect(lines(data(), 'size')).toEqual([
      'mean: 0.297297 37/37',
      'median: -3 37/37',
      'min: -3 37/37',
      'max: 9 37/37',
      'mean north: -1.333333 30/30',
      'median north: -3 30/30',
      'min north: -3 30/30',
      'max north: 2 30/30',
      'mean south: 7.285714 7/7',
      'median south: 7 7/7',
      'min south: 7 7/7',
      'max south: 9 7/7',
    ]);
    expect(lines(data(), 'day')).toEqual([
      'earliest: 2026-01-05 10/10',
      'latest: 2026-01-05 10/10',
      'earliest north: 2026-01-05 10/10',
      'latest north: 2026-01-05 10/10',
      'earliest south:  0/0',
      'latest south:  0/0',
    ]);
    expect(lines(data(), 'words')[0]).toBe('prop_answered: 0.263158 10/38');
  });

  it('hides what could point at a person, and what that could be worked out from', () => {
    expect(lines(data(), 'need')).toEqual([
      'prop_select_one food:  /38yes',
      'prop_select_one water: 0.552632 21/38',
      'prop_select_one NA:  /38yes',
      'prop_select_one food north:  /30yes',
      'prop_select_one water north:  /30yes',
      'prop_select_one NA north: 0 0/30',
      'prop_select_one food south:  /8yes',
      'prop_select_one water south:  /8yes',
      'prop_select_one NA south:  /8yes',
    ]);
  });

  it('names each row as analysistools does', () => {
    const keys = rowsOf(dataOf(yaml, records, { by: ['place', 'need'] })).map((row) => row['analysis_key']);
    expect(keys).toContain('mean @/@ size %/% NA @/@ NA %/% NA');
    expect(keys).toContain('median @/@ size %/% NA @/@ place %/% north -/- need %/% food');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no cell that a spreadsheet computes', () => {
    const labels = rowsOf(data()).flatMap((row) => [row['analysis_var_value_label'], row['group_var_value_label']]);
    expect(new Set(labels)).toEqual(new Set(['', "'=North", "'+South", "'@Food", "'=Water", 'Not in the list']));
    for (const row of rowsOf(data()))
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@]|^-(?!\d)/);
  });

  it('says the same in JSON, where there is nothing to compute', () => {
    const json: unknown = JSON.parse(reportJson(data()));
    expect(json).toMatchObject({ version: 1, form: 'f', language: 'en', records: 38, period: null, small_cells: 5 });
    expect(json).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ analysis_var: 'size', analysis_type: 'median', stat: -3, n: 37, group_var: null }),
        expect.objectContaining({ analysis_var_value_label: '@Food', stat: null, hidden: true }),
      ]),
    });
  });
});
