import { inline, xlsx } from '../../support/xlsx-parts.mjs';
import { manifest } from '../project.ts';

/** A form with a personal answer, a value that carries it on, several answers and a repeat. */
export const dictionary = {
  'dictionary/dictionary.yaml': manifest,
  'dictionary/visit.yaml': `codelists:
  need:
    codes:
      food: { en: Food, fr: Nourriture }
      water: { en: Water, fr: Eau }
variables:
  hh_size: { type: integer, label: { en: Size, fr: Taille }, constraint: . > 0, constraint_message: { en: One or more, fr: Un ou plus } }
  need: { type: select_multiple need, label: { en: Need, fr: Besoin } }
  resp_name: { type: text, label: { en: Name, fr: Nom }, sensitivity: personal, constraint: "string-length(.) < 40" }
  resp_age: { type: integer, label: { en: Age, fr: Âge }, sensitivity: sensitive }
  resp_need: { type: select_multiple need, label: { en: Need, fr: Besoin }, sensitivity: sensitive }
  greeting: { type: calculate, calculation: "concat('Dear ', \${resp_name})", label: { en: Greeting, fr: Salut }, sensitivity: internal }
  m_age: { type: integer, label: { en: Age, fr: Âge } }
  interviewer: { type: text, label: { en: Interviewer, fr: Enquêteur }, role: enumerator, sensitivity: personal }
checks:
  large:
    when: \${hh_size} > 20
    message: { en: "\${resp_name}, of \${greeting}, lives with \${hh_size}", fr: Grand }
forms:
  visit:
    title: Visit
    items:
      - interviewer
      - hh_size
      - need
      - resp_name
      - resp_age
      - resp_need
      - greeting
      - repeat: member
        label: { en: Member, fr: Membre }
        items: [m_age]
`,
} as const;

/** A submission of KoboToolbox without a fault. */
export function submission(number: number, change: Readonly<Record<string, unknown>> = {}): string {
  const resp_name = `Amal ${number}`;
  return JSON.stringify({
    _id: number,
    _uuid: `u${number}`,
    __version__: 'v1',
    hh_size: '3',
    need: 'food water',
    resp_name,
    greeting: `Dear ${resp_name}`,
    member: [{ 'member/m_age': '3' }],
    ...change,
  });
}

export function submissions(count: number): string {
  return Array.from({ length: count }, (_, index) => `${submission(index + 1)}\n`).join('');
}

const row = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((cell, index) => inline(`${'ABC'[index]}${number}`, cell)).join('')}</row>`;

const ADDRESS = 'https://central.example.org/v1/projects/1/forms/visit.svc/$metadata#Submissions';

/** Submissions u1 and u2, of which the second has a size of 0, in every shape that servers deliver. */
export const shapes: Readonly<Record<string, string | Uint8Array>> = {
  'lines.json': `${submission(1)}\n${submission(2, { hh_size: '0' })}\n`,
  'list.json': `[${submission(1)},${submission(2, { hh_size: '0' })}]`,
  'page.json': `{"count":2,"next":null,"previous":null,"results":[${submission(1)},${submission(2, { hh_size: '0' })}]}`,
  'odata.json': JSON.stringify({
    '@odata.context': ADDRESS,
    value: [
      { __id: 'uuid:u1', hh_size: 3, resp_name: 'A', greeting: 'Dear A' },
      { __id: 'uuid:u2', hh_size: 0, resp_name: 'B', greeting: 'Dear B' },
    ],
  }),
  'submission.xml':
    '<data id="visit"><hh_size>0</hh_size><resp_name>B</resp_name><greeting>Dear B</greeting>' +
    '<meta><instanceID>uuid:u2</instanceID></meta></data>',
  'export.csv': 'hh_size;need;_uuid\n3;food water;u1\n0;food;u2\n',
  'export.xlsx': xlsx({
    sheets: {
      Visit: row(1, 'hh_size', 'need', '_uuid') + row(2, '3', 'food water', 'u1') + row(3, '0', 'food', 'u2'),
    },
  }),
};
