// A dictionary of any size, of the shape that large humanitarian forms have: five languages, lists that many questions share,
// groups of 25 with skip logic, constraints and messages. The same size gives the same bytes.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const LANGUAGES = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية', pt: 'Português' };
const LISTS = 20;
const CODES = 12;
const FILE = 500; // variables in a file
const GROUP = 25;

/** Writes the dictionary into a new folder and names the file that a person would edit. */
export async function generate(folder, questions) {
  await mkdir(join(folder, 'variables'), { recursive: true });
  const files = { 'dictionary.yaml': manifest(), 'codelists.yaml': lists(), 'forms.yaml': form(questions) };
  for (let from = 0; from < questions; from += FILE) {
    const numbers = range(from, Math.min(from + FILE, questions));
    files[`variables/part${String(from / FILE).padStart(2, '0')}.yaml`] =
      `variables:\n${numbers.map(variable).join('')}`;
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return { edited: join(folder, 'variables', 'part00.yaml'), bytes: Object.values(files).join('').length };
}

function range(from, to) {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function manifest() {
  const languages = Object.entries(LANGUAGES).map(([tag, name]) => `  ${tag}: ${name}\n`);
  return `lexiform: 1\ndictionary: large\nversion: 1.0.0\nlanguages:\n${languages.join('')}default_language: en\nprofiles: [odk]\n`;
}

function lists() {
  return `codelists:\n${range(0, LISTS).map(list).join('')}`;
}

function list(number) {
  const codes = range(1, CODES + 1).map((code) => {
    const label = texts((tag) => `Answer ${code} of list ${number} in ${tag}`, 10);
    return `      c${code}:\n        label:\n${label}`;
  });
  return `  list${number}:\n    codes:\n${codes.join('')}`;
}

const KINDS = [
  () => 'type: text',
  (number) =>
    `type: integer\n    constraint: . >= 0 and . <= ${100 + (number % 50)}\n    constraint_message:\n${texts((tag) => `Between 0 and ${100 + (number % 50)} (${tag})`, 6)}`,
  (number) => `type: select_one list${number % LISTS}`,
  (number) => `type: select_multiple list${number % LISTS}`,
  () => 'type: date\n    constraint: . <= today()',
  (number) => `type: decimal\n    relevant: \${q${number - 4}} > 3 or selected(\${q${number - 2}}, 'c2')`,
  (number) => `type: select_one list${number % LISTS}\n    relevant: \${q${number - 4}} = 'c1'\n    required: yes`,
  (number) => `type: calculate\n    calculation: coalesce(\${q${number - 6}}, 0) + 1`,
];

function variable(number) {
  const label = texts((tag) => `Question number ${number} as it is asked in ${tag}, as long as real questions are`, 6);
  const hint = texts((tag) => `A hint for question ${number} in ${tag}`, 6);
  const kind = KINDS[number % KINDS.length](number).replace(/\n$/, '');
  const shown = kind.startsWith('type: calculate') ? '' : `    label:\n${label}    hint:\n${hint}`;
  return `  q${number}:\n    ${kind}\n${shown}`;
}

function texts(text, indent) {
  return Object.keys(LANGUAGES)
    .map((tag) => `${' '.repeat(indent)}${tag}: ${text(tag)}\n`)
    .join('');
}

function form(questions) {
  const group = (from) => {
    const items = range(from, Math.min(from + GROUP, questions)).map((number) => `            - q${number}\n`);
    return `        - group: g${from}\n          label:\n${texts((tag) => `Section ${from} in ${tag}`, 12)}          items:\n${items.join('')}`;
  };
  const starts = range(0, Math.ceil(questions / GROUP)).map((index) => index * GROUP);
  return `forms:\n  large:\n    title: Large form\n    items:\n${starts.map(group).join('')}`;
}
