import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/formats/csv-read.ts';
import { writeCsv } from '../../src/formats/csv-write.ts';
import { locate, placeOf, slice } from '../../src/source/source-string.ts';

describe('what form engines read', () => {
  test('commas, LF, quotation marks where needed, nothing in front of = or -', () => {
    const rows = [
      ['name', 'label'],
      ['-1', '=1+1'],
      ['a', 'An "apple", red\r\nor green'],
      ['b', ' Bread'],
      ['', ''],
    ];
    expect(writeCsv(rows)).toBe('name,label\n-1,=1+1\na,"An ""apple"", red\nor green"\nb," Bread"\n,\n');
  });

  test('no rows give an empty file', () => {
    expect(writeCsv([])).toBe('');
  });
});

const character = fc.constantFrom(
  'a',
  'é',
  '😀',
  '"',
  '"',
  ',',
  ';',
  '\t',
  ' ',
  '\u00A0',
  '\n',
  '\r',
  '\r\n',
  '=',
  '\\',
  '\u200F',
);
const cell = fc.oneof(
  fc.string({ unit: character, maxLength: 8 }),
  fc.constant('sep=;'),
  fc.string({ unit: 'grapheme' }),
);
const trimmed = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').trim();

describe('properties', () => {
  test('what is written is read again, once trimmed', () => {
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const all = [['name', 'label', 'hint'], ...rows];
        const { header, rows: read, problems } = readCsv({ path: 'a.csv', text: writeCsv(all) });
        const expected = all.map((row) => row.map(trimmed)).filter((row) => row.some((text) => text !== ''));
        expect([header, ...read.map((row) => row.cells)].map((row) => row.map(({ text }) => text))).toEqual(expected);
        expect(problems).toEqual([]);
      }),
    );
  });

  test('any headings are read again, too', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (headings) => {
        const texts = [...headings, 'last'].map(trimmed);
        const { header } = readCsv({ path: 'a.csv', text: writeCsv([[...headings, 'last']]) });
        expect(header.map(({ text }) => text)).toEqual(texts);
      }),
    );
  });

  test('an established reader reads the same', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const lines = rows.map((row) => row.map((text) => text.replaceAll(/\r\n?/g, '\n')));
        const read: unknown = parse(writeCsv(rows), { relax_column_count: true, skip_empty_lines: false });
        expect(read).toEqual(lines);
      }),
    );
  });

  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: character, maxLength: 60 }));

  test('no text makes the reader throw, and every place lies in the file', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const table = readCsv({ path: 'a.csv', text });
        for (const { location } of table.problems) {
          expect(location.start).toBeGreaterThanOrEqual(0);
          expect(location.start).toBeLessThanOrEqual(location.end);
          expect(location.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('every character of every cell is found where it was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { header, rows } = readCsv({ path: 'a.csv', text });
        for (const field of [header, ...rows.map((row) => row.cells)].flat()) {
          for (let index = 0; index < field.text.length; index++) {
            const at = locate(field, { start: index, end: index + 1 });
            const typed = at.kind === 'text' ? text.slice(at.start, at.end) : '';
            expect(typed.replace('""', '"').replace(/\r\n?/, '\n').replace('\u00A0', ' ')).toBe(field.text[index]);
            expect(placeOf(slice(field, { start: index, end: index + 1 }))).toEqual(at);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
