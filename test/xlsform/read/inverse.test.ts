import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { createCollector } from '../../../src/diagnostics/collector.ts';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { writeWorkbook } from '../../../src/formats/xlsx-write.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import { diskTree } from '../../../src/source/files.ts';
import { formFiles } from '../../../src/xlsform/form-files.ts';
import { present } from '../../support/tester.ts';
import { readBytes, shown } from './read.ts';

/** Without the sheets that the converter does not look at: they are not read. */
async function built(dictionary: Dictionary, name: string): Promise<Uint8Array> {
  const { report } = createCollector();
  const form = { ...present(dictionary.forms.get(name), name), sheets: new Map() };
  const [workbook] = await formFiles(dictionary, form, 'xlsform', report);
  return present(workbook, 'workbook').bytes;
}

async function rebuilt(bytes: Uint8Array, name = 'form'): Promise<Uint8Array> {
  return built(present(readBytes(bytes, `${name}.xlsx`).dictionary, 'dictionary'), name);
}

/** The XML of a workbook, part by part. */
function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** The converter reads curly quotes as straight ones and each blank as a plain one, in every sheet (xlsform.md 2.1). */
function straightened(xml: string): string {
  return xml
    .replaceAll(/[\u2018\u2019]/g, '&apos;')
    .replaceAll(/[\u201C\u201D]/g, '&quot;')
    .replaceAll('\u00A0', ' ');
}

describe('built, read and built again', () => {
  const tree = diskTree(fileURLToPath(new URL('../../../dictionary', import.meta.url)), '');
  const dictionary = present(compileDictionary(tree).dictionary, 'dictionary');

  test.each([...dictionary.forms.keys()])(
    '%s gives the same workbook, but for curly quotes and special blanks',
    async (name) => {
      const bytes = await built(dictionary, name);
      expect(readBytes(bytes).diagnostics).toEqual([]);
      const again = partsOf(await rebuilt(bytes, name));
      const differing = Object.entries(partsOf(bytes)).filter(([part, xml]) => again[part] !== straightened(xml));
      expect(differing.map(([part]) => part)).toEqual([]);
    },
  );
});

/** Words of a cell, with whatever people type into one. */
const cell = fc.constantFrom(
  '',
  '',
  'a',
  'Yes',
  '“x”',
  'a  b',
  ' . > 3',
  '${a} = 1',
  'ü ⏎',
  '0',
  'يوم',
  "it's",
  '2024-01-01',
);
const name = fc.constantFrom('a', 'b', 'c', 'd');
const question = fc
  .tuple(
    fc.constantFrom('text', 'select_one yn', 'note', 'int', 'calculate', 'gibberish'),
    name,
    fc.array(cell, { maxLength: 7 }),
  )
  .map(([type, called, cells]) => [[type, called, ...cells]]);
const HEADINGS = ['label', 'label::French (fr)', 'hint', 'relevant', 'my column', 'image', 'caption::English'];
const { survey } = fc.letrec<{ survey: string[][]; section: string[][]; row: string[][] }>((tie) => ({
  survey: fc.array(tie('row'), { maxLength: 4 }).map((rows) => rows.flat()),
  row: fc.oneof({ depthSize: 'small', withCrossShrink: true }, question, tie('section')),
  section: fc
    .tuple(fc.constantFrom('group', 'repeat'), name, tie('survey'))
    .map(([kind, called, rows]) => [[`begin_${kind}`, called, 'G'], ...rows, [`end_${kind}`]]),
}));
const choices = fc.array(fc.tuple(fc.constantFrom('yn', 'other'), name, cell, cell), { maxLength: 5 });

function sheet(title: string, headings: readonly string[], rows: readonly (readonly string[])[]) {
  const columns = headings.map((header) => ({ header, width: 20 }));
  return { name: title, rightToLeft: false, columns, rows: rows.map((cells) => ({ cells })) };
}

test('what any workbook says is read again from the workbook that is made of it', async () => {
  await fc.assert(
    fc.asyncProperty(survey, choices, async (rows, codes) => {
      const sheets = [
        sheet('survey', ['type', 'name', ...HEADINGS], rows),
        sheet('choices', ['list_name', 'name', 'label::French (fr)', 'extra'], codes),
      ];
      const first = readBytes(await writeWorkbook({ sheets }));
      const again = readBytes(await built(present(first.dictionary, 'dictionary'), 'form'));
      const model = (read: typeof first): string => shown({ ...read, diagnostics: [] });
      expect(model(again)).toBe(model(first));
      const bytes = await built(present(again.dictionary, 'dictionary'), 'form');
      expect(Buffer.from(await rebuilt(bytes)).equals(bytes)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
