import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { matrixPage } from '../../../src/emit/countries/matrix-page.ts';
import { type Browser, findChromium, INSTALL_MINUTES, type Page, startBrowser } from '../../support/chromium.ts';
import { present } from '../../support/tester.ts';
import { OVERRIDE, SCRIPT } from '../codebook/hostile.ts';
import { matrixOf } from './matrix.ts';
import { small } from './small.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lexiform countries م '));
let browser: Browser | undefined;

beforeAll(() => {
  browser = startBrowser(findChromium());
}, INSTALL_MINUTES * 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the page of a project and tells where it is. */
function built(name: string, files: Readonly<Record<string, string>>): string {
  const file = path.join(folder, `${name}.html`);
  writeFileSync(file, matrixPage(matrixOf(files)));
  return pathToFileURL(file).href;
}

const opened: Page[] = [];

async function open(...args: Parameters<Browser['open']>): Promise<Page> {
  const page = await present(browser, 'browser').open(...args);
  opened.push(page);
  return page;
}

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

const here = built('small', small);

/** The names of the rows that are in sight. */
const shown = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('.row:not([hidden]) th > code')].map((name) => name.textContent)`);

const choose = (page: Page, field: string, value: string): Promise<unknown> =>
  page.evaluate(
    `(() => { const field = document.getElementById('${field}'); field.value = '${value}'; field.dispatchEvent(new Event('change')); })()`,
  );

const OPEN_FIRST = `(() => { const one = document.querySelector('td.changed:not([hidden]) details'); one.open = true; return one.querySelector('div').textContent; })()`;

describe('the page of countries', () => {
  it('asks for nothing but itself, and has nothing to complain about', async () => {
    const page = await open(here);
    await choose(page, 'show', 'differs');
    await page.evaluate(OPEN_FIRST);
    expect(page.requests).toEqual([here]);
    expect(page.problems).toEqual([]);
  });

  it('shows both versions, and puts them away', async () => {
    const page = await open(here);
    expect(await page.evaluate(OPEN_FIRST)).toContain('How many live here?');
    const isOpen = `document.querySelectorAll('td details[open]').length`;
    const box = `(() => { const { bottom, height } = document.querySelector('td details[open] > div').getBoundingClientRect(); return [bottom === innerHeight, height > 0]; })()`;
    expect(await page.evaluate(box)).toEqual([true, true]);
    await page.press('Escape');
    expect(await page.evaluate(isOpen)).toBe(0);
    await page.evaluate(OPEN_FIRST);
    await page.evaluate(`document.querySelector('h1').click()`);
    expect(await page.evaluate(isOpen)).toBe(0);
  });

  it('finds by name, by label and by what is changed', async () => {
    const page = await open(here);
    await page.press('/');
    await page.type('sleep here');
    expect(await shown(page)).toEqual(['size']);
    await page.press('Escape');
    await page.type('telephone');
    expect(await shown(page)).toEqual(['phone']);
  });

  it('shows only what differs, in all countries or in one', async () => {
    const page = await open(here);
    const all = await shown(page);
    await choose(page, 'show', 'differs');
    expect(await shown(page)).toEqual([
      'size',
      'walls',
      'place',
      'phone',
      'alone',
      'thanks',
      'done',
      'wall',
      'place',
      'visit',
      'call',
    ]);
    await choose(page, 'country', 'xb');
    expect(await shown(page)).toEqual(['size', 'walls', 'phone', 'thanks', 'done', 'visit', 'call']);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('#questions thead th:not([hidden]) code')].map((id) => id.textContent)`,
      ),
    ).toEqual(['xb']);
    await choose(page, 'show', 'left');
    expect(await shown(page)).toEqual(['size', 'walls', 'phone', 'thanks', 'done', 'call']);
    await page.evaluate(`document.getElementById('clear').click()`);
    expect(await shown(page)).toEqual(all);
  });

  it('looks for words in the columns that are in sight only', async () => {
    const page = await open(`${here}#country=xb&q=sleep`);
    expect(await shown(page)).toEqual([]);
    await choose(page, 'country', 'xa');
    expect(await shown(page)).toEqual(['size']);
  });

  it('keeps a search in its address, and follows one', async () => {
    const page = await open(here);
    await choose(page, 'show', 'changed');
    await choose(page, 'country', 'xa');
    const hash = String(await page.evaluate('location.hash'));
    expect(hash).toBe('#country=xa&show=changed');
    expect(await shown(await open(here + hash))).toEqual(await shown(page));
  });

  it('keeps the headings and the names in sight', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `countries/c${at}/country.yaml`,
        `country: c${at}\nlanguages: { en: English }\n`,
      ]),
    );
    const page = await open(built('many', { ...small, ...many }), { height: 500 });
    const moved = `(() => { const box = document.querySelector('#questions .scroll'); box.scrollTo(3000, 150);
      const from = box.getBoundingClientRect();
      const [heading, name] = [box.querySelector('thead th:last-child'), box.querySelector('.row th')].map((each) => each.getBoundingClientRect());
      return [box.scrollLeft > 2000, Math.round(heading.top - from.top) <= 1, Math.round(name.left - from.left) <= 1]; })()`;
    expect(await page.evaluate(moved)).toEqual([true, true, true]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('shows texts from right to left in their own direction', async () => {
    const page = await open(here);
    const title = `getComputedStyle(document.querySelector('.figures bdi')).unicodeBidi`;
    expect(await page.evaluate(title)).toBe('isolate');
    const files = {
      ...small,
      'countries/xd/country.yaml': 'country: xd\nvariables: { phone: { label: { en: رقم الهاتف. } } }\n',
    };
    const other = await open(built('right', files));
    expect(await other.evaluate(`document.querySelector('#questions td:last-child dd bdi[lang="en"]') !== null`)).toBe(
      true,
    );
    expect(
      await other.evaluate(
        `[...document.querySelectorAll('dd bdi')].filter((text) => text.matches(':dir(rtl)')).map((text) => text.textContent)`,
      ),
    ).toContain('رقم الهاتف.');
  });

  it('takes hostile texts as texts', async () => {
    const label = JSON.stringify(SCRIPT);
    const page = await open(
      built('hostile', {
        ...small,
        'variables/hostile.yaml': `variables:\n  constructor: { type: text, label: ${label}, hint: ${JSON.stringify(OVERRIDE)} }\n`,
        'countries/xd/country.yaml': `country: xd\ntitle: ${label}\nvariables:\n  constructor: { hint: '{{page.heading}} {{{style}}}' }\n  phone: { label: ${label} }\n  xd_own: { type: text, label: ${label} }\n`,
      }),
    );
    await choose(page, 'country', 'xd');
    expect(await page.evaluate('window.broken')).toBe(undefined);
    expect(page.problems).toEqual([]);
    expect(await page.evaluate(`document.querySelectorAll('main script, main img').length`)).toBe(0);
  });

  it('can be read without JavaScript', async () => {
    const page = await open(here, { javascript: false });
    expect(page.problems).toEqual([]);
    expect((await page.screenshot()).length).toBeGreaterThan(10_000);
  });
});
