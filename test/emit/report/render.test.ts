import { describe, expect, it } from 'vitest';
import { numberText, shareText } from '../../../src/emit/report/number-text.ts';
import type { FrequencyTable, ReportData } from '../../../src/emit/report/report-data.ts';
import { reportParts } from '../../../src/emit/report/report-files.ts';
import { renderReport } from '../../../src/emit/report/render.ts';
import { numberMarksIn } from '../../../src/vocabulary/report-wording.ts';
import { madeUp } from './made-up.ts';
import { dictionaryIn, reportOf } from './report.ts';

const nothing: ReportData = {
  form: 'f',
  language: 'en',
  records: 0,
  period: undefined,
  smallCells: undefined,
  entries: new Map(),
  figures: new Map(),
  crossed: new Map(),
  indicators: new Map(),
};

/** A table with these counts, of labels A, B, C ... */
function table(counts: readonly number[], more: Partial<FrequencyTable> = {}): FrequencyTable {
  const n = more.n ?? counts.reduce((sum, count) => sum + count, 0);
  const rows = counts.map((count, index) => {
    const label = String.fromCodePoint(65 + index);
    return { code: label, label, count, share: n === 0 ? 0 : count / n, retired: false, unlisted: false };
  });
  return { kind: 'frequency', counts: 'one', n, missing: 0, rows, ...more };
}

/** What a reader sees of a template, in lines. */
function seen(template: string, data: Partial<ReportData>): readonly string[] {
  const { html = '', problems } = renderReport(template, reportParts(), { ...nothing, ...data });
  expect(problems).toEqual([]);
  const rows = html.replaceAll(/\n\s*(?=<(td|th)\b)|(?=<dd\b)/g, ' ').replaceAll(/\n\s*(?=<\/tr)/g, '');
  return rows
    .replaceAll(/<[^>]+>/g, '')
    .split('\n')
    .map((line) => line.trim().replaceAll(/ +/g, ' '))
    .filter((line) => line !== '');
}

const tableOf = (figure: FrequencyTable, smallCells?: number, call = 'frequency of="q"'): readonly string[] =>
  seen(`{{> ${call}}}`, { figures: new Map([['q', figure]]), smallCells }).slice(1);

describe('a table', () => {
  it('has the answers in the order of the list, and those who did not answer below', () => {
    expect(tableOf(table([1, 3, 0], { missing: 2 }))).toEqual([
      'A 1 25.0%',
      'B 3 75.0%',
      'C 0 0.0%',
      'Answered: 4',
      'No answer: 2',
    ]);
  });

  it('has no shares where nobody answered', () => {
    expect(tableOf(table([0, 0]))).toEqual(['A 0 –', 'B 0 –', 'Answered: 0', 'No answer: 0']);
  });

  it('shows a code that is not offered any more only where somebody chose it', () => {
    const { rows, ...rest } = table([2, 1, 0]);
    const retired = { ...rest, rows: rows.map((row, index) => ({ ...row, retired: index > 0 })) };
    expect(tableOf(retired).slice(0, -2)).toEqual(['A 2 66.7%', 'B 1 33.3%']);
  });

  it('with top shows the most frequent answers, and all others as one', () => {
    expect(tableOf(table([1, 5, 2, 2]), undefined, 'frequency of="q" top=2').slice(0, -2)).toEqual([
      'B 5 50.0%',
      'C 2 20.0%',
      'All other answers 3 30.0%',
    ]);
    expect(tableOf(table([1, 5, 2]), undefined, 'frequency of="q" top=2')).toHaveLength(5);
    expect(tableOf(table([1, 5, 2, 2]), undefined, 'frequency of="q" top="x"')).toHaveLength(6);
  });

  it('of several answers adds up no shares', () => {
    expect(tableOf(table([1, 4, 2], { counts: 'several', n: 5 }), undefined, 'frequency of="q" top=1')).toEqual([
      'B 4 80.0%',
      'All other answers 3 –',
      'Answered: 5',
      'No answer: 0',
      'Several answers were possible, so the shares can add up to more than 100%.',
    ]);
  });

  it('of a ranking says what it counts', () => {
    expect(tableOf(table([1], { counts: 'first' })).at(-1)).toBe('Counts what was ranked first.');
  });
});

const counts = (...given: number[]): string =>
  tableOf(table(given), 5)
    .slice(0, -2)
    .map((line) => line.split(' ')[1])
    .join(' ');

describe('small counts are hidden', () => {
  it('with others, so that they cannot be worked out from the total', () => {
    expect(counts(10, 3, 20)).toBe('* * 20');
    expect(counts(10, 1, 1, 20)).toBe('* * * 20');
    expect(counts(10, 3, 3, 20)).toBe('10 * * 20');
    expect(counts(10, 0, 5)).toBe('10 0 5');
  });

  it('alone where several answers were possible', () => {
    expect(tableOf(table([10, 3, 20], { counts: 'several', n: 25 }), 5).slice(0, 3)).toEqual([
      'A 10 40.0%',
      'B * *',
      'C 20 80.0%',
    ]);
  });

  it('after the rest of a long table was added up', () => {
    expect(tableOf(table([1, 9, 2, 3]), 5, 'frequency of="q" top=1').slice(0, 2)).toEqual([
      'B 9 60.0%',
      'All other answers 6 40.0%',
    ]);
  });

  it('and the whole figure with them where few answered', () => {
    const few = { n: 4, missing: 7 };
    const values = { mean: 2, median: 2, exact: true, min: 1, max: 3 };
    const figures = new Map<string, ReportData['figures'] extends ReadonlyMap<string, infer Each> ? Each : never>([
      ['table', table([3, 1], few)],
      ['number', { kind: 'summary', extremes: 'shown', values, ...few }],
      ['date', { kind: 'dates', range: { earliest: '2026-01-01', latest: '2026-01-02' }, ...few }],
      ['text', { kind: 'answers', ...few }],
    ]);
    const shown = seen(
      '{{> frequency of="table"}}{{> summary of="number"}}{{> dates of="date"}}{{> answers of="text"}}',
      { figures, smallCells: 5 },
    );
    expect(shown.join(' ').match(/\d/)).toBeNull();
  });

  it('not where the dictionary sets no limit', () => {
    expect(tableOf(table([1, 2]))[0]).toBe('A 1 33.3%');
  });
});

describe('numbers', () => {
  it.each([
    ['en', '1,234,567.89', '-0.5', '999', '12.3%'],
    ['ar', '1,234,567.89', '-0.5', '999', '12.3%'],
    ['es', '1.234.567,89', '-0,5', '999', '12,3\u00A0%'],
    ['fr-CD', '1\u202F234\u202F567,89', '-0,5', '999', '12,3\u202F%'],
    ['ps', '1,234,567.89', '-0.5', '999', '12.3%'],
  ])('are written as the language does: %s', (language, large, negative, small, share) => {
    const marks = numberMarksIn(language);
    expect(numberText(1_234_567.891, marks, 2)).toBe(large);
    expect(numberText(-0.5, marks, 2)).toBe(negative);
    expect(numberText(999, marks, 0)).toBe(small);
    expect(shareText(0.1234, marks)).toBe(share);
  });

  it('are grouped in Spanish from five digits on', () => {
    expect(numberText(1234, numberMarksIn('es'), 0)).toBe('1234');
    expect(numberText(12_345, numberMarksIn('es'), 0)).toBe('12.345');
  });

  it('are a dash where there is no number, and never minus nothing', () => {
    expect(numberText(Number.NaN, numberMarksIn('en'), 2)).toBe('–');
    expect(shareText(Number.POSITIVE_INFINITY, numberMarksIn('en'))).toBe('–');
    expect(numberText(-0.001, numberMarksIn('en'), 2)).toBe('0');
    expect(numberText(999.999, numberMarksIn('en'), 1)).toBe('1,000');
  });
});

describe('an indicator', () => {
  const indicators: ReportData['indicators'] = new Map([
    ['size', { label: 'Mean size', unit: 'number', value: 4.256, n: 9 }],
    ['tents', { label: 'In tents', unit: 'share', value: 0.25, n: 9 }],
    ['few', { label: 'Few', unit: 'share', value: 0.25, n: 2 }],
    ['none', { label: 'None', unit: 'number', value: undefined, n: 0 }],
  ]);

  it('stands where it is named, and nowhere where the data has none', () => {
    const template = ['size', 'tents', 'few', 'none', 'other']
      .map((name) => `{{> indicator name="${name}"}}\n`)
      .join('');
    expect(seen(template, { indicators, smallCells: 5 })).toEqual([
      'Mean size 4.26',
      'In tents 25.0%',
      'Few *',
      'None –',
    ]);
  });
});

const problemsOf = (template: string, parts = reportParts()): readonly string[] => {
  const figures: ReportData['figures'] = new Map([['household/shelter', table([1])]]);
  return renderReport(template, parts, { ...nothing, figures, entries: new Map([['member', 1]]) }).problems;
};

describe('a template that somebody changed', () => {
  it('says at the place and in words what the data does not have', () => {
    expect(problemsOf('{{> frequency of="household/sheltr"}}')).toEqual([
      'The template asks for frequency "household/sheltr", which the data does not have. Did you mean "household/shelter"?',
    ]);
    expect(problemsOf('{{> summary of="household/shelter"}}')).toEqual([
      'The template asks for summary "household/shelter", which the data does not have.',
    ]);
    expect(problemsOf('{{> entries of="membr"}}')).toEqual([
      'The template asks for entries "membr", which the data does not have. Did you mean "member"?',
    ]);
    expect(problemsOf('{{> frequency table="household/shelter"}}')).toEqual([
      'The template asks for frequency without saying of what: write of="…".',
    ]);
    expect(problemsOf('{{{stylesheet "my.css"}}}')).toHaveLength(1);
    const { html } = renderReport('{{> answers of="<b>"}}', reportParts(), nothing);
    expect(html).toContain('The data has nothing of this kind by this name: <code><bdi>&lt;b&gt;</bdi></code>');
  });

  it('says where it cannot be used at all', () => {
    expect(problemsOf('\n{{recods}}')).toEqual([
      'The template names "recods" on line 2, which the data does not have.',
    ]);
    expect(problemsOf('{{> frequenzy of="x"}}')).toEqual([
      'The template uses {{> frequenzy}}, and there is no partials/frequenzy.hbs. Did you mean "frequency"?',
    ]);
    expect(problemsOf('{{> q1}}')).toEqual(['The template uses {{> q1}}, and there is no partials/q1.hbs.']);
  });

  it('says what cannot be read, and what to type', () => {
    expect(problemsOf('<p>\n{{#if records}}')).toEqual([
      'The template cannot be read. Something that {{# opens is not closed: write {{/if}}, {{/each}} and so on where it ends.',
    ]);
    expect(problemsOf('<p>\n{{> answers of="q"</p>')).toEqual([
      'The template cannot be read. Line 2 is not understood: each {{ wants its }}, with nothing left out between them. It is near: …>{{> answers of="q"</p>',
    ]);
    expect(problemsOf('\n{{#if records}}a{{/each}}')).toEqual([
      'The template cannot be read. Line 2: {{#if}} is closed by {{/each}}; write {{/if}}.',
    ]);
    expect(problemsOf('<p>“a”\n{{> answers of=“q”}}')).toEqual([
      'The template cannot be read. Line 2 has curly quotes between {{ and }}: type straight ones, "…".',
    ]);
    expect(problemsOf('“a” {{!-- {{> frequency of=“q”}} --}} {{records}} “b”')).toEqual([]);
    const parts = new Map([...reportParts(), ['partials/base.hbs', '{{']]);
    expect(problemsOf('', parts)[0]).toMatch(/^The partial "base" cannot be read\. /);
  });

  it('reaches nothing but the data', () => {
    expect(seen('{{constructor}}{{lookup words "constructor"}}{{lookup . "__proto__"}}', {})).toEqual([]);
  });

  it('can have a style of its own, which cannot end before the page says so', () => {
    const parts = new Map([['report.css', 'a::after { content: "</style><script>" }']]);
    const { html } = renderReport('<style>{{{stylesheet "report.css"}}}</style>', parts, nothing);
    expect(html).toBe(String.raw`<style>a::after { content: "<\/style><script>" }</style>`);
  });
});

describe('the reports of the shipped dictionary', () => {
  const dictionary = dictionaryIn('../../../dictionary');
  const all = [...dictionary.forms.keys()].flatMap((form) => ['en', 'ar'].map((language) => [form, language] as const));

  it.each(all)('can be made, with and without records: %s %s', (form, language) => {
    const report = reportOf(dictionary, form);
    for (const data of [report.empty(language), madeUp(report.empty(language), 100)]) {
      const { html, problems } = report.render(data);
      expect(problems).toEqual([]);
      expect(html).not.toMatch(/\{\{|NaN|undefined|class="absent"/);
    }
  });

  it('ask nobody’s server for anything', () => {
    for (const [form, language] of all) {
      const report = reportOf(dictionary, form);
      const { html } = report.render(report.empty(language));
      expect(html).not.toMatch(/https?:|src=|url\(|@import|<link/);
    }
  });

  it('name no question that identifies a person', () => {
    const { template } = reportOf(dictionary, 'household_registration');
    const page = template('en').split('Left out of this report:')[0] ?? '';
    for (const name of ['hh_number', 'hh_phone"', 'mem_given_name', 'mem_photo', 'hh_head_name', 'hh_gps'])
      expect(page).not.toContain(name);
  });
});
