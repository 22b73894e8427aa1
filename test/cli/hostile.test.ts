import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { diskTree } from '../../src/source/files.ts';
import { compileSchema, type Schema } from '../emit/json-schema/schemas.ts';
import { madeUp } from '../emit/report/made-up.ts';
import { reportOf } from '../emit/report/report.ts';
import { type Browser, findChromium, INSTALL_MINUTES, startBrowser } from '../support/chromium.ts';
import { present } from '../support/tester.ts';
import { CODES, hostile, TEXTS, TITLE } from './hostile-dictionary.ts';
import { run, writeFiles } from './project.ts';

const PROFILES = ['kobo', 'odk', 'xlsform'] as const;
const LANGUAGES = ['en', 'ar'] as const;
const TARGETS = ['xlsform', 'schema', 'report', 'codebook'] as const;

const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'lexiform hostile ')));
const built = (...parts: readonly string[]): string => path.join(folder, 'build', ...parts);
let browser: Browser | undefined;

beforeAll(async () => {
  writeFiles(folder, hostile);
  const { code, out } = await run(folder, 'build', ...TARGETS.flatMap((target) => ['--target', target]));
  expect(code, out).toBe(0);
  browser = startBrowser(findChromium());
}, INSTALL_MINUTES * 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function cellsOf(profile: string): Promise<readonly excel.Cell[]> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(built(profile, 'core/f/f.xlsx'));
  const cells: excel.Cell[] = [];
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
  return cells;
}

describe.each(PROFILES)('a workbook of hostile texts for %s', (profile) => {
  it('holds text, and nothing that is computed or leads away', async () => {
    for (const { type, numFmt, hyperlink } of await cellsOf(profile))
      expect([type, numFmt, hyperlink]).toEqual([excel.ValueType.String, '@', undefined]);
    const parts = Object.entries(unzipSync(readFileSync(built(profile, 'core/f/f.xlsx'))));
    for (const [name, bytes] of parts) {
      expect(name).not.toMatch(/externalLink|vba|embedding|\.bin$/i);
      expect(strFromU8(bytes)).not.toMatch(/<f[ >]|<hyperlink|TargetMode="External"|<definedName/);
    }
  });

  it('holds the texts as they were typed', async () => {
    const values = new Set((await cellsOf(profile)).map(({ value }) => value));
    expect(TEXTS.filter((text) => !values.has(text))).toEqual([]);
    expect(CODES.filter(({ code }) => !values.has(code))).toEqual([]);
  });
});

describe.each(PROFILES)('the schemas of a form with hostile texts for %s', (profile) => {
  it.each(['kobo', 'odata'])('are strict ones that know each code: %s', (shape) => {
    const text = readFileSync(built(profile, `core/f/f.${shape}.schema.json`), 'utf8');
    const ids = shape === 'kobo' ? { _id: 1, _uuid: 'u' } : { __id: 'uuid:u' };
    const validate = compileSchema(text);
    const answer = (key: string, value: string): boolean => validate({ ...ids, [key]: value });
    expect(CODES.filter(({ code }) => !answer('q7', code) || !answer('q8', `${code} constructor`))).toEqual([]);
    expect(
      ['b', 'toString2', '__proto', '(a', 'aa', 'xd'].filter((code) => answer('q7', code) || answer('q8', code)),
    ).toEqual([]);
    const { properties } = JSON.parse(text) as Schema;
    expect(properties['q10']?.['title']).toBe(TEXTS[10]);
  });
});

/** Opens a page as somebody would from a disk, and tells what came of it. */
async function opened(file: string): Promise<Readonly<Record<string, unknown>>> {
  const address = pathToFileURL(file).href;
  const page = await present(browser, 'browser').open(address);
  const seen = await page.evaluate(`({
    broken: typeof window.broken,
    scripts: document.scripts.length,
    loud: [...document.querySelectorAll('*')].flatMap(({ attributes }) => [...attributes])
      .filter(({ name, value }) => /^on|^src$/.test(name) || (name === 'style' && !/^[-a-z]+: ?[\\d.]+%$/.test(value)))
      .map(({ name, value }) => name + '=' + value),
    away: [...document.querySelectorAll('[href]')].map((link) => link.getAttribute('href')).filter((href) => !/^(#[^:]*|(index|ar)\\.html)$/.test(href)),
    title: document.title,
    texts: document.body.textContent,
  })`);
  const { requests, problems } = page;
  await page.close();
  return { ...(seen as object), requests: requests.filter((each) => each !== address), problems };
}

const HARMLESS = { broken: 'undefined', loud: [], away: [], requests: [], problems: [] };

describe.each(PROFILES)('pages of hostile texts for %s', (profile) => {
  it.each(['index', 'ar'])('run nothing in a codebook: %s', async (name) => {
    const page = await opened(built(profile, `core/codebook/${name}.html`));
    expect(page).toMatchObject({ ...HARMLESS, scripts: 1 });
    expect(String(page['title'])).toContain(TITLE);
    expect(TEXTS.slice(0, 10).filter((text) => !String(page['texts']).includes(text))).toEqual([]);
  });

  it.each(LANGUAGES)('run nothing in a report: %s', async (language) => {
    const dictionary = present(
      compileDictionary(diskTree(path.join(folder, 'dictionary'), '')).dictionary,
      'dictionary',
    );
    const report = reportOf(dictionary, 'f', profile);
    const template = readFileSync(built(profile, `core/f/report/f.${language}.hbs`), 'utf8');
    const { html, problems } = report.render(madeUp(report.empty(language), 20), template);
    expect(problems).toEqual([]);
    const file = path.join(folder, `${profile}-${language}.html`);
    writeFileSync(file, present(html, 'page'));
    const page = await opened(file);
    expect(page).toMatchObject({ ...HARMLESS, scripts: 0, title: TITLE });
    expect(TEXTS.slice(1, 5).filter((text) => !String(page['texts']).includes(text))).toEqual([]);
  });
});

it('names no file by anything but names', () => {
  const files = readdirSync(built(), { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => !/^[\w./-]+$/.test(file.replaceAll(path.sep, '/')))).toEqual([]);
});
