import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportParts } from '../../src/emit/report/report-files.ts';
import { renderReport } from '../../src/emit/report/render.ts';
import { reportTemplate } from '../../src/emit/report/template.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import { type ByQuestion, findBy } from '../../src/report/by.ts';
import { reportData } from '../../src/report/data.ts';
import { startTally } from '../../src/report/tally.ts';
import { dictionaryIn } from '../emit/report/report.ts';
import { type Browser, findChromium, INSTALL_MINUTES, startBrowser } from '../support/chromium.ts';
import { present } from '../support/tester.ts';
import { madeUpRecords } from './records.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lexiform report م '));
let browser: Browser | undefined;

beforeAll(() => {
  browser = startBrowser(findChromium());
}, INSTALL_MINUTES * 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Fills the report of the shipped registration form by groups, and tells where the page is. */
function filled(language: string): string {
  const dictionary = dictionaryIn('../../../dictionary');
  const delivery = deliver(dictionary, present(dictionary.forms.get('household_registration'), 'form'), 'kobo');
  const by = ['mem_sex', 'hh_pop_group'].map((name): ByQuestion => {
    const found = findBy(name, delivery, dictionary, 5);
    if ('message' in found) throw new Error(found.message);
    return found;
  });
  const tally = startTally({ delivery, dictionary, by, mostGroups: 60, since: undefined, until: undefined });
  for (const record of madeUpRecords(delivery, dictionary, 150)) tally.add(record);
  const template = reportTemplate(delivery, dictionary, language);
  const { html, problems } = renderReport(template, reportParts(), reportData(tally, language, 5));
  expect(problems).toEqual([]);
  const file = path.join(folder, `${language}.html`);
  writeFileSync(file, present(html, 'page'));
  return pathToFileURL(file).href;
}

describe.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
])('a filled report in a browser: %s', (language, direction) => {
  it.each([360, 1280])('asks for nothing, complains of nothing and fits a width of %d', async (width) => {
    const address = filled(language);
    const page = await present(browser, 'browser').open(address, { width });
    expect(page.requests).toEqual([address]);
    expect(page.problems).toEqual([]);
    const facts = `[document.dir, document.documentElement.scrollWidth, document.querySelectorAll('.crossed').length > 50, document.querySelectorAll('.absent').length]`;
    expect(await page.evaluate(facts)).toEqual([direction, width, true, 0]);
    await page.close();
  });
});
