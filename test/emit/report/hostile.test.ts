import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { present } from '../../support/tester.ts';
import { madeUp } from './made-up.ts';
import { reportOn } from './report.ts';

const label = JSON.stringify;

/** A form that says the text wherever a report shows one. */
function formSaying(text: string): Readonly<Record<string, string>> {
  return {
    'f.yaml': `
codelists:
  l:
    codes:
      a: { label: ${label(text)} }
      constructor: { label: B }
      __proto__: { label: ${label(text)} }
forms:
  f:
    title: ${label(text)}
    items:
      - { ask: q, type: select_one l, label: ${label(text)} }
      - { ask: __proto__, type: integer, label: ${label(text)} }
      - group: constructor
        label: ${label(text)}
        items:
          - { ask: toString, type: text, label: ${label(text)} }
      - repeat: hasOwnProperty
        label: ${label(text)}
        items:
          - { ask: valueOf, type: date, label: "[\${q}]" }
`,
  };
}

const hostile = [
  '<script>window.hacked = true</script>',
  '</title></style><img src=x onerror="window.hacked = true">',
  '{{records}}',
  '{{{words}}} {{> frequency of="q"}} {{#each notes}}',
  String.raw`\{{records}} \\{{records}} \ `,
  '{{!-- --}} --> --}} <!-- ]]>',
  '{{~records~}} &lbrace;&lbrace; &#123;&#123;records}} {{lookup this "constructor"}}',
  '\u202Egnp.exe\u202C \u2066one\u2069',
  '" onclick="window.hacked = true" \' `',
];

const manifest = (text: string): string => `title: ${label(text)}\nversion: ${label(text)}\nlanguages: { en: English }`;

describe('a text in a dictionary', () => {
  it.each(hostile)('is text and nothing else in a report: %s', (text) => {
    const report = reportOn(formSaying(text), manifest(text));
    const { html, problems } = report.render(madeUp(report.empty(), 20));
    expect(problems).toEqual([]);
    const { window } = new JSDOM(present(html, 'page'), { runScripts: 'dangerously' });
    const { document } = window;
    expect('hacked' in window).toBe(false);
    expect([...document.querySelectorAll('script, img, [onclick]')]).toEqual([]);
    const shown = text.replaceAll(/\s+/g, ' ').trim();
    const places = ['title', 'h1', '.question > h3', '.part > h2', '.part a, .contents a', 'tbody th bdi', 'dd'];
    for (const place of places)
      expect([place, ...[...document.querySelectorAll(place)].map(({ textContent }) => textContent)]).toContain(shown);
    const ids = [...document.querySelectorAll('.part')].map(({ id }) => id);
    expect(ids).toEqual(['-general', 'constructor', 'hasOwnProperty']);
  });

  it('does not turn the text around it in the template', () => {
    expect(reportOn(formSaying('\u202Eabc')).template('en')).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  });

  it('is cut where it is too long for a heading, between characters', () => {
    const template = reportOn(formSaying(`${'a'.repeat(299)}😀${'b'.repeat(10_000)}`)).template('en');
    expect(template).toContain(`<h3>${'a'.repeat(299)}…</h3>`);
    expect(template.length).toBeLessThan(8000);
  });

  it('loses characters that no page may hold', () => {
    expect(reportOn(formSaying('a\u0007b\u009Fc')).template('en')).toContain('<h3>abc</h3>');
  });
});

const heading = (text: string, items = ''): string => {
  const { template } = reportOn(
    `forms:\n  f:\n    items:\n      - { ask: q, type: integer, label: ${label(text)} }\n${items}`,
  );
  return /<h3>(.*?)<\/h3>/.exec(template('en'))?.[1] ?? '';
};

const named = (text: string): string => `      - { ask: name, type: text, label: ${label(text)} }\n`;

describe('a label', () => {
  it('shows what stands for an answer in brackets: a short label, or the name', () => {
    expect(heading('How old is ${name}?', named('Given name'))).toBe('How old is [Given name]?');
    expect(heading('How old is ${name}?', named('What is your name?'))).toBe('How old is [name]?');
    expect(heading('How old is ${name}?', named('Name of ${q}'))).toBe('How old is [name]?');
    expect(heading('How old is ${name}?', named('Name '.repeat(9)))).toBe('How old is [name]?');
    expect(heading('How old is ${nobody}?')).toBe('How old is [nobody]?');
  });

  it('is one line without the signs of Markdown', () => {
    expect(heading('## Your **family**\nand   you')).toBe('Your family and you');
  });

  it('is the name where there is none', () => {
    const { template } = reportOn('forms:\n  f:\n    items:\n      - { group: g, items: [{ ask: q, type: integer }] }');
    expect(template('en')).toContain('<h2>g</h2>');
    expect(template('en')).toContain('<h3>q</h3>');
  });

  it('of the other direction is set apart', () => {
    expect(heading('العمر')).toBe('<bdi>العمر</bdi>');
    const arabic = reportOn(
      'forms:\n  f:\n    items:\n      - { ask: q, type: integer, label: Age }',
      'languages: { ar: العربية }',
    );
    expect(arabic.template('ar')).toContain('<h3><bdi>Age</bdi></h3>');
  });
});
