import { describe, expect, it } from 'vitest';
import { tabulated } from './made-up.ts';
import { dictionaryIn, reportOf, reportOn, withoutStyle } from './report.ts';

const small = reportOf(dictionaryIn('cases/small'));

const answers = new Map([
  [
    'visited_on',
    ['2026-01-13', '2026-01-12', undefined, '2026-02-03', '2026-01-20', '2026-01-20', '2026-01-21', '2026-01-22'],
  ],
  ['household/home/shelter', ['tent', 'tent', 'tent', 'house', 'house', 'tent', 'house', 'igloo']],
  ['household/home/shelter_more', Array.from({ length: 8 }, () => undefined)],
  ['household/size', ['4', '6', '1', '2', '12', '5', undefined, '3']],
  ['household/income', ['1200.5', '800', '0', '640', '2000', undefined, undefined, '310']],
  [
    'household/member/needs',
    ['food water', 'food', 'none', 'water food', undefined, 'food', 'food', 'food', 'food', 'water'],
  ],
  ['per_head', ['300.125', '133.3333', '0', '320', '166.6667', undefined, undefined, '103.3333']],
]);

describe('a report template', () => {
  it.each(['en', 'ar'])('has its words and a call for each figure in it: %s', async (language) => {
    await expect(small.template(language)).toMatchFileSnapshot(`baselines/visit.${language}.hbs`);
  });

  it.each(['en', 'ar'])('is filled with what was counted: %s', async (language) => {
    const empty = small.empty(language);
    const data = { ...tabulated(empty, 8, answers), entries: new Map([['household/member', 10]]) };
    const { html, problems } = small.render(data);
    expect(problems).toEqual([]);
    await expect(withoutStyle(html)).toMatchFileSnapshot(`baselines/visit.${language}.html`);
  });

  it('stands in a folder that is whole, one a language', () => {
    expect([...small.files.keys()]).toEqual([
      'report/visit.en.hbs',
      'report/visit.ar.hbs',
      'report/partials/absent.hbs',
      'report/partials/answers.hbs',
      'report/partials/base.hbs',
      'report/partials/crossed.hbs',
      'report/partials/dates.hbs',
      'report/partials/entries.hbs',
      'report/partials/frequency.hbs',
      'report/partials/indicator.hbs',
      'report/partials/notes.hbs',
      'report/partials/summary.hbs',
      'report/report.css',
    ]);
  });

  it('has no language in its name where the form has none', () => {
    const plain = reportOn('forms:\n  f: { items: [{ ask: q, type: integer, label: How many? }] }\n', '');
    expect([...plain.files.keys()][0]).toBe('report/f.hbs');
    expect(plain.template()).toContain('<h3>How many?</h3>');
  });
});
