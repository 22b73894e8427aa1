import { describe, expect, it } from 'vitest';
import { reportParts } from '../../src/emit/report/report-files.ts';
import { renderReport } from '../../src/emit/report/render.ts';
import type { ReportData } from '../../src/emit/report/report-data.ts';
import { reportTemplate } from '../../src/emit/report/template.ts';
import { present } from '../support/tester.ts';
import { JSDOM } from 'jsdom';
import { dataOf, formOf, tallyOf } from './counting.ts';
import { reportData } from '../../src/report/data.ts';

const lists = `codelists:
  need: { codes: { food: Food, water: Water } }
  place: { codes: { a: A, b: B, c: C, d: D, e: E, f: F } }`;

const yaml = formOf(
  `      - { ask: place, type: select_one place, label: Where? }
      - { ask: need, type: select_one need, label: What? }
      - { ask: size, type: integer, label: Size }
      - { ask: day, type: date, label: Day }
      - { ask: words, type: text, label: Words }`,
  lists,
);

/** What stands in the tables by groups, a row a line. */
function crossedIn(data: ReportData, call: string): readonly (readonly string[])[] {
  const { html, problems } = renderReport(call, reportParts(), data);
  expect(problems).toEqual([]);
  const tables = present(html, 'page').split('<table class="crossed">').slice(1);
  return tables.map((table) => [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => cellsOf(row).join(' | ')));
}

function cellsOf(row: string): readonly string[] {
  const cells = [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)];
  return cells.map(([cell]) =>
    cell
      .replaceAll(/<[^>]*>/g, '')
      .trim()
      .replaceAll(/\s+/g, ' '),
  );
}

const six = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((place, index) =>
  Array.from({ length: 10 + index }, () => ({
    place,
    need: index % 2 === 0 ? 'food' : 'water',
    size: index,
    day: '2026-01-02',
  })),
);

describe('a page by groups', () => {
  it('shows five of them side by side, each with who answered, beside all of them', () => {
    expect(crossedIn(dataOf(yaml, six, { by: ['place'] }), '{{> frequency of="need"}}')).toEqual([
      [
        ' | All | A | B | C | D | E',
        'Food | 48.0% 36 | 100.0% 10 | 0.0% 0 | 100.0% 12 | 0.0% 0 | 100.0% 14',
        'Water | 52.0% 39 | 0.0% 0 | 100.0% 11 | 0.0% 0 | 100.0% 13 | 0.0% 0',
        'Answered | 75 | 10 | 11 | 12 | 13 | 14',
      ],
      [' | All | F', 'Food | 48.0% 36 | 0.0% 0', 'Water | 52.0% 39 | 100.0% 15', 'Answered | 75 | 15'],
    ]);
  });

  it('shows what there is of numbers, dates and texts', () => {
    const two = six.filter(({ place }) => place === 'b' || place === 'f');
    const data = dataOf(yaml, two, { by: ['place'] });
    expect(crossedIn(data, '{{> summary of="size"}}')).toEqual([
      [
        ' | All | B | F',
        'Mean | 3.3 | 1 | 5',
        'Median | 5 | 1 | 5',
        'Smallest | 1 | 1 | 5',
        'Largest | 5 | 1 | 5',
        'Answered | 26 | 11 | 15',
      ],
    ]);
    expect(crossedIn(data, '{{> dates of="day"}}')[0]?.[1]).toBe('Earliest | 2026-01-02 | 2026-01-02 | 2026-01-02');
    expect(crossedIn(data, '{{> answers of="words"}}')).toEqual([[' | All | B | F', 'Answered | 0 | 0 | 0']]);
  });

  it('adds up the rest of a long table as the figure of all does', () => {
    const data = dataOf(yaml, six, { by: ['need'] });
    expect(crossedIn(data, '{{> frequency of="place" top=2}}')[0]?.slice(1)).toEqual([
      'F | 20.0% 15 | 0.0% 0 | 38.5% 15',
      'E | 18.7% 14 | 38.9% 14 | 0.0% 0',
      'All other answers | 61.3% 46 | 61.1% 22 | 61.5% 24',
      'Answered | 75 | 36 | 39',
    ]);
  });

  it('shows nothing of a small group, nor of the one that it could be worked out from', () => {
    const few = [...six, { place: 'a', need: 'food', size: 3 }].filter(
      ({ place }, index) => place !== 'b' || index < 13,
    );
    expect(crossedIn(dataOf(yaml, few, { by: ['place'] }), '{{> summary of="size"}}')[0]?.slice(0, 2)).toEqual([
      ' | All | A | B | C | D | E',
      expect.stringMatching(/^Mean \| [\d.]+ \| \* \| \* \| 2 \| 3 \| 4$/),
    ]);
  });

  it('has nothing by groups where none were asked for', () => {
    expect(crossedIn(dataOf(yaml, six), '{{> frequency of="need"}}{{> summary of="size"}}')).toEqual([]);
  });
});

const hostile = [
  '<script>window.hacked=true</script>',
  '<img/src=x/onerror="window.hacked=true">',
  '{{records}}{{{words}}}{{#each}}',
  '__proto__',
  'constructor',
  '"onclick="window.hacked=true"',
  '</style></table>&lt;',
];

describe('an answer', () => {
  it.each(hostile)('is text and nothing else in a page: %s', (answer) => {
    const items = `
      - { ask: q, type: select_one_from_file places.csv, label: Q }
      - { ask: place, type: select_one place, label: Where? }
      - { ask: day, type: date, label: Day }
      - { ask: words, type: text, label: Words }`;
    const tally = tallyOf(
      formOf(items, lists),
      Array.from({ length: 9 }, () => ({ q: answer, place: answer, day: answer, words: answer, [answer]: answer })),
      { by: ['place'] },
    );
    const { delivery, dictionary } = tally.request;
    const template = reportTemplate(delivery, dictionary, 'en');
    const { html, problems } = renderReport(template, reportParts(), reportData(tally, 'en', 5));
    expect(problems).toEqual([]);
    const { window } = new JSDOM(present(html, 'page'), { runScripts: 'dangerously' });
    expect('hacked' in window).toBe(false);
    expect([...window.document.querySelectorAll('script, img, [onclick]')]).toEqual([]);
    const labels = [...window.document.querySelectorAll('.frequency tbody th')].map(({ textContent }) => textContent);
    expect(labels).toContain(answer);
    expect(labels).toContain('Not in the list');
    const columns = [...window.document.querySelectorAll('.crossed thead th')].map(({ textContent }) => textContent);
    expect(new Set(columns)).toEqual(new Set(['All', 'Not in the list']));
  });
});
