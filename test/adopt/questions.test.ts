import { describe, expect, it } from 'vitest';
import { cellAddress } from '../../src/printers/place.ts';
import { imported, type Imported } from './adopting.ts';

const CAMP = `
  | survey | type    | name | label::English (en) | label::French (fr) | constraint | relevant |
  |        | integer | age  | How old are you?    | Quel âge ?         | . < 120    |          |
  |        | text    | who  | Who are you?        | Qui êtes-vous ?    |            |          |
`;
const CITY = `
  | survey | type    | name | label::English (en) | constraint | relevant      | required |
  |        | text    | who  | Who are you?        |            |               |          |
  |        | integer | age  | How old are you?    | . < 120    | \${who} != '' | yes      |
`;

/** Rule, place and message of each finding, and what else it points at. */
function told({ diagnostics }: Imported): readonly string[] {
  return diagnostics.map(({ severity, rule, location, message, related }) => {
    const others = related.map((each) => ` <${each.message} ${addressOf(each.location)}>`).join('');
    return `${severity} ${rule} ${addressOf(location)}: ${message}${others}`;
  });
}

function addressOf(location: Imported['diagnostics'][number]['location']): string {
  return location.kind === 'cell' ? `${location.file}:${cellAddress(location)}` : location.kind;
}

function expectSame({ before, after }: Imported, ...forms: readonly string[]): void {
  for (const form of forms) expect(after(form)).toEqual(before(form));
}

describe('questions of one name in several workbooks', () => {
  it('are one variable where they ask the same, with what is alike; each form adds what is its own', async () => {
    const all = await imported({ camp: CAMP, city: CITY });
    expect(all.text('variables.yaml')).toBe(`  age:
    type: integer
    label:
      en: How old are you?
      fr: Quel âge ?
    constraint: . < 120
  who:
    type: text
    label:
      en: Who are you?
      fr: Qui êtes-vous ?
`);
    expect(all.text('forms/city.yaml')).toContain(`    items:
      - who
      - ask: age
        relevant: \${who} != ''
        required: yes
`);
    expect(told(all)).toEqual([]);
    expectSame(all, 'camp', 'city');
  });

  it('stay with each form where a text differs, and both places are told', async () => {
    const all = await imported({ camp: CAMP, city: CITY.replace('How old are you?', 'Age in years') });
    expect(told(all)).toEqual([
      'info definitions-differ camp.xlsx:survey!C2: The question "age" is not the same in all workbooks (label): each form keeps its own. <in city city.xlsx:survey!C3>',
    ]);
    expect(all.files.get('variables.yaml')).not.toContain('age:');
    expect(all.files.get('forms/city.yaml')).toContain('label: Age in years');
    expectSame(all, 'camp', 'city');
  });

  it('are one variable where only a limit differs, which is told as well', async () => {
    const all = await imported({ camp: CAMP, city: CITY.replace('. < 120', '. < 99 ') });
    expect(told(all)).toEqual([
      'info definitions-differ camp.xlsx:survey!E2: The question "age" is not the same in all workbooks (constraint): it is one variable, and each form adds what is its own. <in city city.xlsx:survey!D3>',
    ]);
    expect(all.text('forms/camp.yaml')).toContain('- ask: age\n        constraint: . < 120\n');
    expectSame(all, 'camp', 'city');
  });

  it('are not one variable where one computes what the other does not', async () => {
    const table = `
      | survey | type      | name  | calculation |
      |        | calculate | total | 1 + 1       |`;
    const all = await imported({ camp: table, city: table.replace('1 + 1', '2 + 2') });
    expect(told(all)).toEqual([
      'info definitions-differ camp.xlsx:survey!C2: The question "total" is not the same in all workbooks (calculation): each form keeps its own. <in city city.xlsx:survey!C2>',
    ]);
    expectSame(all, 'camp', 'city');
  });

  it('agree with a form in plain columns, whose texts are in no language that another one has', async () => {
    const plain = `
      | survey | type    | name | label   |
      |        | integer | age  | Âge     |`;
    const all = await imported({ camp: CAMP, plain });
    expect(all.files.get('dictionary.yaml')).toContain("  und:\n    name: default\n    header: ''\n");
    expect(all.files.get('variables.yaml')).toContain('      und: Âge\n');
    expectSame(all, 'camp', 'plain');
  });
});

describe('--on-conflict', () => {
  const other = CITY.replace('How old are you?', 'Age in years').replace('integer', 'decimal');

  it('first: all forms ask what the first workbook asks, and what is replaced is told', async () => {
    const all = await imported({ camp: CAMP, city: other }, { onConflict: 'first' });
    expect(told(all)).toEqual([
      'warning definition-replaced city.xlsx:survey!A3: The question "age" of "city" is replaced (type and label). <as camp has it camp.xlsx:survey!A2>',
    ]);
    expect(all.text('forms/city.yaml')).toContain(
      "- ask: age\n        relevant: ${who} != ''\n        required: yes\n",
    );
    const [sheet] = all.after('city').sheets;
    expect(sheet?.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['text', 'who', 'Who are you?'],
      ['integer', 'age', 'How old are you?'],
    ]);
    expectSame(all, 'camp');
  });

  it('most: all forms ask what most of them ask', async () => {
    const all = await imported({ camp: CAMP, city: other, town: other }, { onConflict: 'most' });
    expect(told(all)).toEqual([
      'warning definition-replaced camp.xlsx:survey!A2: The question "age" of "camp" is replaced (type and label). <as city has it city.xlsx:survey!A3>',
    ]);
    expectSame(all, 'city', 'town');
  });

  it('stop: what differs is an error', async () => {
    const all = await imported({ camp: CAMP, city: other }, { onConflict: 'stop' });
    expect(all.differs).toBe(true);
    expect(told(all)).toEqual([
      'error definitions-differ camp.xlsx:survey!A2: The question "age" is not the same in all workbooks (type and label): nothing was written. <in city city.xlsx:survey!A3>',
    ]);
  });
});

/** A question with a text in each of these columns. */
function survey(...headings: readonly string[]): string {
  return `| survey | type | name | ${headings.join(' | ')} |
          |        | text | a    | ${headings.map((heading) => `A ${heading}`).join(' | ')} |`;
}

describe('workbooks in several languages and workbooks in plain columns, in one dictionary', () => {
  it('keep their columns and the order of these', async () => {
    const tables = {
      one: survey('label::French (fr)', 'label::English (en)'),
      two: survey('label', 'hint'),
      three: survey('label::English (en)', 'label::Somali', 'label::French (fr)'),
      four: survey('label', 'label::Somali'),
    };
    expectSame(await imported(tables), ...Object.keys(tables));
  });

  it('say no language where none of them has one', async () => {
    const { files } = await imported({ form: survey('label') });
    expect([...files.values()].join('')).not.toContain('languages');
  });
});
