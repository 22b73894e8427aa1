import { fileURLToPath } from 'node:url';
import excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { diskTree } from '../../src/source/files.ts';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { formFiles } from '../../src/xlsform/form-files.ts';
import { formWorkbook } from '../../src/xlsform/rows/workbook.ts';
import { nothing, present, reading } from '../support/tester.ts';

function dictionaryOf(folder: string): Dictionary {
  const tree = diskTree(fileURLToPath(new URL(folder, import.meta.url)), '');
  return present(compileDictionary(tree).dictionary, 'dictionary');
}

/** A form written to a workbook and read again, with the plan that it was written from. */
async function reread(
  dictionary: Dictionary,
  name: string,
  profile: Profile,
): Promise<{ workbook: excel.Workbook; plan: ReturnType<typeof formWorkbook>['plan'] }> {
  const form = present(dictionary.forms.get(name), name);
  const { report } = createCollector();
  const [file] = await formFiles(dictionary, form, profile, report);
  const workbook = new excel.Workbook();
  // exceljs declares a Buffer of its own.
  await workbook.xlsx.load(Buffer.from(await present(file, 'workbook').bytes) as unknown as excel.Buffer);
  return { workbook, plan: formWorkbook(deliver(dictionary, form, profile), dictionary).plan };
}

const written = [
  ['cases/columns', 'f', 'kobo'],
  ['cases/columns', 'f', 'xlsform'],
  ['cases/sections', 'f', 'odk'],
  ['cases/lists', 'other_sheets', 'odk'],
  ['cases/arabic', 'in_arabic', 'kobo'],
  ['cases/settings', 'sheets', 'odk'],
  ['../../dictionary', 'household_registration', 'kobo'],
] as const;

const views = async (form: string): Promise<unknown> => {
  const { workbook } = await reread(dictionaryOf('cases/arabic'), form, 'odk');
  return workbook.worksheets.map(({ name, views: [view] }) => [
    name,
    view?.state,
    view?.state === 'frozen' ? [view.xSplit ?? 0, view.ySplit] : [],
    view?.rightToLeft ?? false,
  ]);
};

describe('a workbook that is read again', () => {
  it.each(written)('holds the texts of its plan, each as text: %s %s %s', async (folder, form, profile) => {
    const { workbook, plan } = await reread(dictionaryOf(folder), form, profile);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
    for (const { name, columns, rows } of plan.sheets) {
      const sheet = present(workbook.getWorksheet(name), name);
      const texts = [columns.map(({ header }) => header), ...rows.map(({ cells }) => cells)];
      expect(texts.map((row, index) => row.map((_, column) => sheet.getCell(index + 1, column + 1).text))).toEqual(
        texts,
      );
      sheet.eachRow((row) =>
        row.eachCell((cell) => expect([cell.type, cell.numFmt]).toEqual([excel.ValueType.String, '@'])),
      );
    }
  });

  it('keeps its headings in sight, and reads from the right where its first language does', async () => {
    expect(await views('in_arabic')).toEqual([
      ['survey', 'frozen', [0, 1], true],
      ['choices', 'frozen', [0, 1], true],
      ['settings', 'frozen', [0, 1], true],
    ]);
    expect(await views('in_english')).toEqual([
      ['survey', 'frozen', [0, 1], false],
      ['choices', 'frozen', [0, 1], false],
      ['settings', 'frozen', [0, 1], false],
    ]);
  });
});

const make = async (yaml: string): Promise<readonly Uint8Array[]> => {
  const { dictionary } = nothing.with({ 'dictionary.yaml': 'lexiform: 1\ndictionary: d\n' }).compile(yaml);
  const { report } = createCollector();
  const form = present(dictionary.forms.get('f'), 'f');
  return Promise.all((await formFiles(dictionary, form, 'kobo', report)).map(({ bytes }) => bytes));
};

describe('the files of a form', () => {
  const files = {
    'lists.yaml': `
      codelists:
        l: { codes: { a: { label: A, image: pictures/a.png } } }
        villages: { delivery: external, codes: { v: V } }
      `,
    'pictures/a.png': 'an image',
    'media/own.csv': 'name,label\nx,X\n',
    'media/villages.csv': 'not this one',
    'media/served.csv': 'not this one either',
    'form.yaml': `
      forms:
        f:
          attachments: [own.csv, { file: served.csv, from: server }, villages.csv]
          items:
            - { ask: q, type: select_one l, label: Q }
            - { ask: r, type: select_one villages, label: R }
            - { ask: s, type: select_one_from_file served.csv, label: S }
      `,
  };

  it('are its workbook, and below media/ its lists and what it attaches, but not what the server has', async () => {
    const { dictionary } = reading.compile(files);
    const { report, diagnostics } = createCollector();
    const made = await formFiles(dictionary, present(dictionary.forms.get('f'), 'f'), 'odk', report);
    expect(diagnostics()).toEqual([]);
    const texts = made.slice(1).map(async ({ path, bytes }) => [path, new TextDecoder().decode(await bytes)]);
    expect(await Promise.all(texts)).toEqual([
      ['media/villages.csv', 'name,label\nv,V\n'],
      ['media/a.png', 'an image'],
      ['media/own.csv', 'name,label\nx,X\n'],
    ]);
    expect(made[0]?.path).toBe('f.xlsx');
  });

  it('are none where Excel could not hold the workbook, which is told', async () => {
    const { dictionary } = reading.compile(`
      forms:
        f: { sheets: { survey: [{ a: 1 }] }, items: [{ note: n, label: ${'long '.repeat(7000)} }] }
    `);
    const { report, diagnostics } = createCollector();
    expect(await formFiles(dictionary, present(dictionary.forms.get('f'), 'f'), 'odk', report)).toEqual([]);
    expect(diagnostics().map(({ rule }) => rule)).toEqual(['workbook-limit', 'workbook-limit']);
  });

  it('are the same for a form whatever other forms stand beside it', async () => {
    const one = 'forms:\n  f: { items: [{ note: n, label: N }] }\n';
    expect(await make(`${one}  g: { items: [{ note: n, label: N }] }\n`)).toEqual(await make(one));
  });
});

const stampOf = (yaml: string, version = '1.4.0'): readonly string[] => {
  const manifest = `lexiform: 1\ndictionary: it's\nversion: ${version}\n`;
  const { dictionary } = nothing.with({ 'dictionary.yaml': manifest }).compile(yaml);
  const form = present([...dictionary.forms.values()][0], 'form');
  const { plan, version: told } = formWorkbook(deliver(dictionary, form, 'odk'), dictionary);
  const survey = present(plan.sheets[0], 'survey');
  const at = survey.columns.findIndex(({ header }) => header === 'calculation');
  return [told, survey.rows.at(-1)?.cells[at] ?? ''];
};

const form = (label: string, more = ''): string => `forms:\n  f: { ${more} items: [{ note: n, label: ${label} }] }\n`;

const hash = (version: readonly string[]): string | undefined => /-(.*)/.exec(version[0] ?? '')?.[1];

describe('version and stamp', () => {
  it('say which dictionary, form and version, and hold a hash of the content', () => {
    const [version = '', stamp = ''] = stampOf(form('N'));
    expect(version).toMatch(/^1\.4\.0-[0-9a-f]{8}$/);
    expect(stamp).toBe(`"it's f 1.4.0 ${/[0-9a-f]{12}/.exec(stamp)?.[0] ?? ''}"`);
    expect(stamp).toContain(version.slice('1.4.0-'.length));
  });

  it('change with the content of the form alone', () => {
    expect(hash(stampOf(form('N')))).toBe(hash(stampOf(form('N'), '2.0.0')));
    expect(hash(stampOf(form('N')))).not.toBe(hash(stampOf(form('M'))));
    expect(hash(stampOf(form('N')))).not.toBe(hash(stampOf(form('N', 'sheets: { notes: [{ a: 1 }] },'))));
    expect(hash(stampOf(form('N')))).not.toBe(hash(stampOf(form('N', 'settings: { style: pages },'))));
  });
});
