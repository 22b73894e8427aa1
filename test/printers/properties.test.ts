import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowCell, TextLocation } from '../../src/core/location.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { frame } from '../../src/printers/frame.ts';
import { type Format, formats, print } from '../../src/printers/printer.ts';
import { harmless } from '../../src/printers/safe-text.ts';
import { styleFor } from '../../src/printers/style.ts';
import { displayWidth, signsOf, signWidth } from '../../src/printers/width.ts';
import { found } from './findings.ts';

const pieces = [
  'a',
  'b c',
  '  ',
  '年',
  'é',
  'e\u0301',
  '😀',
  '👨‍👩‍👧',
  'ｱ',
  '\u0000',
  '\u001B[2J',
  '\u00AD',
  '한',
  '{',
  '"',
];
const nasty = [
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u2028',
  '\u009B',
  '\u202E',
  '\u2068',
  '\u200F',
  '\uD800',
  '\u0301',
  'ماء',
  'שלום',
  '⟦',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces, ...nasty, '\n'), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.constantFrom(...pieces, ...nasty).map((part) => part.repeat(2000)),
);
const offset = fc.integer({ min: -3, max: 2500 });
const places = fc
  .tuple(anyText, anyText, fc.array(fc.tuple(offset, offset), { minLength: 1, maxLength: 4 }))
  .map(([path, text, ranges]): readonly TextLocation[] => {
    const source = { path, text };
    return ranges.map(([start, end]) => ({ kind: 'text', source, start, end }));
  });

function findings([first, ...others]: readonly TextLocation[], words: string): readonly Diagnostic[] {
  const related = others.map((location) => ({ message: words, location }));
  const rowCells = (): readonly RowCell[] =>
    ['A1', 'B1', 'C1'].map((each) => ({ cell: each, heading: each === 'A1' ? `label${words}` : words, value: words }));
  const cell = { kind: 'cell', file: words, sheet: words, row: 1, cell: 'B1', value: words, rowCells } as const;
  const record = { kind: 'record', file: words, record: words, path: words } as const;
  return found((report) => {
    const params = { problem: words, help: words };
    if (first)
      report('yaml-syntax', first, params, { related, fix: { title: words, edits: [{ at: first, text: words }] } });
    report('yaml-syntax', cell, params, { related });
    report('yaml-syntax', record, params, { related: [{ message: words, location: cell }] });
  });
}

// Everything that moves a cursor or begins a command; a line end is ours.
// oxlint-disable-next-line no-control-regex
const DANGEROUS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2028\u2029]/;

test.each(Object.keys(formats) as Format[])('%s prints any finding, and nothing that a terminal obeys', (format) => {
  const widths = fc.integer({ min: 0, max: 200 });
  fc.assert(
    fc.property(places, anyText, widths, fc.boolean(), (locations, words, width, all) => {
      const text = print(format, { diagnostics: findings(locations, words) }, { color: false, width, all });
      expect(text).not.toMatch(DANGEROUS);
      expect(text.endsWith('\n')).toBe(true);
    }),
    { numRuns: 150 },
  );
});

const look = { style: styleFor(false), severity: 'error' } as const;

test('carets stand below the marked characters, by display width', () => {
  const parts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(parts, fc.nat(20), fc.nat(5), (line, from, length) => {
      const [before, mark] = [line.slice(0, from).join(''), line.slice(from, from + length + 1).join('')];
      const source = { path: 'a', text: line.join('') };
      const range = { start: before.length, end: before.length + mark.length };
      const [shown = '', carets = ''] = frame(source, [{ ...range, kind: 'primary', note: '' }], {
        width: 150,
        ...look,
      });
      expect(displayWidth(carets.slice(0, carets.indexOf('^')))).toBe(displayWidth(`    1 | ${harmless(before)}`));
      if (mark !== '') expect(columns(shown, carets.indexOf('^'), carets.length)).toBe(harmless(mark));
    }),
  );
});

/** What a terminal shows between two columns. */
function columns(row: string, from: number, to: number): string {
  let column = 0;
  return signsOf(row)
    .filter((sign) => {
      const start = column;
      column += signWidth(sign.text);
      return start >= from && column <= to;
    })
    .map((sign) => sign.text)
    .join('');
}

test('no row of a frame is wider than the terminal, and every mark is shown', () => {
  fc.assert(
    fc.property(anyText, fc.nat(2000), fc.nat(50), fc.integer({ min: 30, max: 170 }), (text, at, length, width) => {
      const start = Math.min(at, text.length);
      const end = Math.min(start + length, text.length);
      const rows = frame({ path: 'a', text }, [{ start, end, kind: 'primary', note: '' }], { width, ...look });
      for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(width);
      expect(rows.some((row) => /^ +\| +\^+$/.test(row) || /⟦.*⟧/s.test(row))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
