import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import { diskTree } from '../../../src/source/files.ts';
import { type Browser, findChromium, INSTALL_MINUTES, type Page, startBrowser } from '../../support/chromium.ts';
import { present } from '../../support/tester.ts';
import { dictionaryOf, pagesOf } from './codebook.ts';
import { hostile, OVERRIDE, SCRIPT } from './hostile.ts';
import { small } from './small.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lexiform codebook م '));
let browser: Browser | undefined;

beforeAll(() => {
  browser = startBrowser(findChromium());
}, INSTALL_MINUTES * 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the pages of a dictionary and tells where they are. */
function built(name: string, dictionary: Dictionary): (file: string) => string {
  for (const [file, html] of pagesOf(dictionary)) {
    const at = path.join(folder, name, path.basename(file));
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, html);
  }
  return (file) => pathToFileURL(path.join(folder, name)).href.replace(/\/?$/, `/${file}`);
}

const shipped = (): Dictionary =>
  present(
    compileDictionary(diskTree(fileURLToPath(new URL('../../../dictionary', import.meta.url)), '')).dictionary,
    'dictionary',
  );

const opened: Page[] = [];

async function open(...args: Parameters<Browser['open']>): Promise<Page> {
  const page = await present(browser, 'browser').open(...args);
  opened.push(page);
  return page;
}

afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});

/** What search leaves to see: the names of the cards, in order. */
const shown = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('.card:not([hidden]) [data-n]')].map((name) => name.textContent)`);

/** Waits until the page has done what keys and clicks make it do. */
const settled = (page: Page): Promise<unknown> => page.evaluate('new Promise((done) => setTimeout(done, 50))');

async function search(page: Page, words: string): Promise<unknown> {
  await page.press('/');
  await page.type(words);
  await settled(page);
  return shown(page);
}

const at = built('small', dictionaryOf(small));

describe('the codebook of the shipped dictionary', () => {
  const here = built('shipped', shipped());

  it('asks for nothing but itself, and has nothing to complain about', async () => {
    for (const file of ['index.html', 'ar.html']) {
      const page = await open(here(file));
      await search(page, 'age');
      expect(page.requests).toEqual([here(file)]);
      expect(page.problems).toEqual([]);
    }
  });

  it('reads from the right where its language does', async () => {
    const page = await open(here('ar.html'));
    const sides = `[document.dir, document.querySelector('.side').getBoundingClientRect().left > document.querySelector('main').getBoundingClientRect().left]`;
    expect(await page.evaluate(sides)).toEqual(['rtl', true]);
    expect(await (await open(here('index.html'))).evaluate(sides)).toEqual(['ltr', false]);
  });

  it.each([
    ['a telephone', 360],
    ['a desk', 1280],
  ])('fits the width of %s', async (_, width) => {
    for (const file of ['index.html', 'ar.html']) {
      const page = await open(here(file), { width });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  it('shows everything but the search without JavaScript', async () => {
    const page = await open(here('index.html'), { javascript: false });
    expect(page.problems).toEqual([]);
    const image = await page.screenshot();
    expect(image.length).toBeGreaterThan(10_000);
    expect(pagesOf(shipped()).get('codebook/index.html')).toContain('<form id="search" role="search" hidden>');
  });
});

describe('the search of a codebook', () => {
  it('finds a variable by words of its label, and hides the others', async () => {
    const page = await open(at('index.html'));
    expect(await search(page, 'house siz')).toEqual(['size']);
    expect(await page.evaluate(`document.getElementById('status').textContent`)).toBe('Results: 1');
    expect(await page.evaluate(`getComputedStyle(document.getElementById('forms')).display`)).toBe('none');
  });

  it('finds by the words of another language, without marks and with letters that people write for each other', async () => {
    expect(await search(await open(at('index.html')), 'عدد افراد')).toEqual(['size']);
    expect(await search(await open(at('ar.html')), 'أفرادُ الاسره')).toEqual(['size']);
  });

  it.each([
    ['a name', 'size', 'size'],
    ['a name that it has in one form', 'people', 'size'],
    ['a permanent id', 'd-1', 'size'],
    ['an HXL tag', '#population', 'size'],
    ['an earlier name', 'hh_size', 'size'],
    ['a code', 'n1', 'district'],
    ['the label of a code', 'Yes', 'yes_no'],
  ])('finds by %s, the best first', async (_, words, name) => {
    expect(await search(await open(at('index.html')), words)).toSatisfy(
      (names: readonly string[]) => names[0] === name,
    );
  });

  it('says so where nothing is found, and shows all again', async () => {
    const page = await open(at('index.html'));
    const all = await shown(page);
    expect(await search(page, 'qqqq')).toEqual([]);
    expect(await page.evaluate(`document.getElementById('status').textContent`)).toContain('Nothing was found');
    await page.press('Escape');
    expect(await shown(page)).toEqual(all);
    expect(await search(page, 'region')).not.toEqual(all);
    await page.press('Escape');
    expect(await shown(page)).toEqual(all);
  });

  it('is walked through with the arrow keys', async () => {
    const page = await open(at('index.html'));
    const names = (await search(page, 'district')) as string[];
    const focused = (): Promise<unknown> =>
      page.evaluate(`document.activeElement.querySelector('[data-n]')?.textContent ?? document.activeElement.id`);
    await page.press('ArrowDown');
    expect(await focused()).toBe(names[0]);
    await page.press('ArrowDown');
    expect(await focused()).toBe(names[1]);
    await page.press('ArrowUp');
    await page.press('ArrowUp');
    expect(await focused()).toBe('q');
  });

  it('keeps a search in its address, and follows one', async () => {
    const page = await open(at('index.html'));
    await search(page, 'house siz');
    const hash = String(await page.evaluate('location.hash'));
    expect(hash).toBe('#q=house+siz');
    expect(await shown(await open(at(`index.html${hash}`)))).toEqual(['size']);
  });

  it('leads from a result to a card that the search had hidden', async () => {
    const page = await open(at('index.html#q=size'));
    await page.evaluate(`location.hash = '#v-consent'`);
    await settled(page);
    expect(await page.evaluate(`document.getElementById('v-consent').getBoundingClientRect().top < innerHeight`)).toBe(
      true,
    );
    expect(await page.evaluate(`document.getElementById('q').value`)).toBe('');
  });

  it('filters by form, type and sensitivity, also from an address', async () => {
    const page = await open(at('index.html#form=visit&type=integer'));
    expect(await shown(page)).toEqual(['size']);
    await page.evaluate(`document.querySelector('[data-g="type"][aria-pressed="true"]').click()`);
    expect(await page.evaluate('location.hash')).toBe('#form=visit');
    await page.evaluate(`document.querySelector('[data-g="sensitivity"][data-v="internal"]').click()`);
    expect(await shown(page)).toEqual(['start', 'again', 'again_other']);
    expect(await page.evaluate(`document.querySelectorAll('#filters fieldset').length`)).toBe(3);
  });
});

describe('a page for everybody', () => {
  it('has names for what can be used, one main heading, and labels that can be told from their ground', async () => {
    const page = await open(at('index.html'));
    const nameless = `[...document.querySelectorAll('a, button, summary, input')].filter((element) => !(element.textContent.trim() || element.ariaLabel)).length`;
    expect(await page.evaluate(nameless)).toBe(0);
    expect(await page.evaluate(`document.querySelectorAll('h1').length`)).toBe(1);
    for (const dark of [false, true]) {
      const own = await open(at('index.html'), { dark });
      expect(await own.evaluate(CONTRAST)).toEqual([]);
    }
  });
});

/** What is too pale to be read (WCAG 2.2, 1.4.3: at least 4.5 to 1). */
const CONTRAST = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const channels = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = (color) => { const [r, g, b] = channels(color).map((value) => { const part = value / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (element) => { for (let each = element; each; each = each.parentElement) { const color = getComputedStyle(each).backgroundColor; if (channels(color)[3] > 0) return color; } return 'white'; };
  const looks = ['.brand span', '.side a', '.side .sub', '.type', 'dt', '.hint', '.help', '.written', '.badge.sensitivity-personal', '.badge.sensitivity-sensitive', '.badge.identifies-direct', '.badge.retired', 'dd a', '.langs a', 'summary', '.ref'];
  return looks.flatMap((look) => { const element = document.querySelector(look); if (!element) return [look + ' is missing']; const [one, other] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a); const ratio = (one + 0.05) / (other + 0.05); return ratio < 4.5 ? [look + ' ' + ratio.toFixed(2)] : []; });
})()`;

describe('a codebook of hostile texts', () => {
  const own = built('hostile', dictionaryOf(hostile));

  it('runs nothing that stands in them', async () => {
    const page = await open(own('index.html'));
    await search(page, '<script>');
    expect(await page.evaluate('typeof window.broken')).toBe('undefined');
    expect(await page.evaluate('document.scripts.length')).toBe(1);
    expect([page.requests, page.problems]).toEqual([[own('index.html')], []]);
  });

  it('runs nothing either that gets into the page in another way', async () => {
    const page = await open(own('index.html'));
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.broken = 8' }))`,
    );
    expect(await page.evaluate('typeof window.broken')).toBe('undefined');
    expect(page.problems.join()).toContain('Content Security Policy');
  });

  it('has no attribute that runs and no address that leads away', async () => {
    const page = await open(own('index.html'));
    const attributes = (await page.evaluate(
      `[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ name, value }) => [name, value]))`,
    )) as [string, string][];
    expect(
      attributes.filter(([name]) => name.startsWith('on') || name === 'style' || name === 'src' || name === 'action'),
    ).toEqual([]);
    const addresses = attributes.filter(([name]) => name === 'href').map(([, value]) => value);
    expect(addresses.filter((address) => !/^(#[\w.-]+|index\.html|ar\.html)$/.test(address))).toEqual([]);
  });

  it('shows the texts as they are, and finds them', async () => {
    const page = await open(own('index.html'));
    const label = (id: string): Promise<unknown> =>
      page.evaluate(`document.getElementById('${id}').querySelector('h3').textContent`);
    expect(await label('v-constructor')).toBe(SCRIPT);
    expect(await label('v-toString')).toBe('{{constructor}} {{> page}}');
    expect(await label('v-reversed')).toBe(OVERRIDE);
    expect(await page.evaluate(`document.querySelector('#l-l td').textContent`)).toBe(SCRIPT);
    expect(await search(page, '{{constructor}}')).toEqual(['toString']);
  });

  it('quotes a long label shortly, in an element that keeps its direction to itself', async () => {
    const page = await open(own('index.html'));
    expect(
      await page.evaluate(`[...document.querySelectorAll('q')].every((quote) => quote.querySelector('bdi'))`),
    ).toBe(true);
    expect(
      await page.evaluate(
        `Math.max(0, ...[...document.querySelectorAll('dd > a')].map((link) => link.textContent.length))`,
      ),
    ).toBeLessThanOrEqual(60);
  });

  it('has each anchor once, and leads nowhere that is not there', async () => {
    for (const each of [own, at, built('shipped', shipped())]) {
      const page = await open(each('index.html'));
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('[id]')].filter(({ id }) => document.querySelectorAll('#' + CSS.escape(id)).length > 1).map(({ id }) => id)`,
        ),
      ).toEqual([]);
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('a[href^="#"]')].map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id))`,
        ),
      ).toEqual([]);
    }
  });
});
