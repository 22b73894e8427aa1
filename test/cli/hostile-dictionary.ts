import { present } from '../support/tester.ts';

/** What would run, be computed, be filled in, turn the line round or stand for something else, wherever it is not kept as text. */
export const TEXTS = [
  '<script>window.broken = 1</script>',
  '</script></style></title><script>window.broken = 2</script>',
  '<img src=x onerror="window.broken = 3">',
  '"\'><svg onload=window.broken=4>',
  '<!--<script>',
  ']]> --> &lt;b&gt; &amp;amp;',
  'javascript:window.broken = 5',
  '{{x}}',
  '{{{x}}} {{#each}} {{> base}} {{!-- c --}}',
  String.raw`\{{x}} \\{{x}} \u003c \n`,
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org", "x")',
  '+1',
  '-1+1',
  '@SUM(1)',
  'a\tb',
  "'quoted",
  '_x0041_ _x000D_',
  'invoice \u202Egnp.exe\u202C',
  'zero\u200Bwidth\u2060\u00AD\uFEFF',
  '__proto__',
  'constructor',
  '$& $1 $` %s {0}',
  'line one\nline two',
  '\u{1F600} e\u0301 \u2028 x',
  'long '.repeat(2000).trim(),
] as const;

export const CODES = [
  '__proto__',
  'constructor',
  'toString',
  '<b>',
  '</script>',
  '{{x}}',
  '=1+1',
  '+1',
  '@x',
  "a'b",
  'a"b',
]
  .concat(['&amp;', '^.*$', '(a|b)+', '[', String.raw`\d`, '$&', 'évil\u202Ecode', 'null', 'a/b', '..'])
  .map((code, index) => ({ code, label: present(TEXTS[index], 'text') }));

const KINDS = ['text', 'select_one l', 'select_multiple l', 'integer', 'date', 'note'] as const;

/** Texts stand as typed: in a block where they have several lines, else between quotes. */
function quoted(text: string): string {
  return text.includes('\n')
    ? `|-\n${' '.repeat(8)}${text.replaceAll('\n', `\n${' '.repeat(8)}`)}`
    : `'${text.replaceAll("'", "''")}'`;
}

function question(text: string, index: number): string {
  const keys = ['label', 'hint', 'definition', 'guidance_hint', 'required_message', 'purpose'];
  return [
    `  q${index}:`,
    `    type: ${KINDS[index % KINDS.length]}`,
    ...keys.map((key) => `    ${key}: ${quoted(text)}`),
    `    unit: ${quoted(text.slice(0, 20).replace('\n', ' '))}`,
    `    source: { ${quoted(text.replace('\n', ' '))}: ${quoted(text.replace('\n', ' '))} }`,
    `    columns: { constructor: ${quoted(text.replace('\n', ' '))}, __proto__: ${quoted(text.replace('\n', ' '))} }`,
  ].join('\n');
}

export const TITLE = TEXTS[1];
const ATTRIBUTE = 'toString';

export const hostile = {
  'dictionary/dictionary.yaml': `
lexiform: 1
dictionary: hostile
title: ${quoted(TITLE)}
version: 1.0.0
languages: { en: English, ar: 'a <b>{{x}}</b>' }
default_language: en
profiles: [kobo, odk, xlsform]
`,
  'dictionary/all.yaml': `
codelists:
  l:
    label: ${quoted(TITLE)}
    attributes: [__proto__, ${ATTRIBUTE}]
    codes:
${CODES.map(({ code, label }) => `      ${quoted(code)}: { label: ${quoted(label)}, __proto__: ${quoted(label)}, ${ATTRIBUTE}: x }`).join('\n')}
variables:
${TEXTS.map(question).join('\n')}
forms:
  f:
    title: ${quoted(TITLE)}
    settings: { constructor: ${quoted(TITLE)}, __proto__: '=1+1' }
    sheets: { constructor: [{ __proto__: '=1+1', toString: ${quoted(TITLE)} }] }
    items:
      - { group: prototype, label: ${quoted(TEXTS[0])}, items: [q0, q1] }
      - { repeat: r, label: ${quoted(TEXTS[7])}, items: [q2, q3] }
${TEXTS.slice(4)
  .map((_, index) => `      - q${index + 4}`)
  .join('\n')}
`,
} as const;
