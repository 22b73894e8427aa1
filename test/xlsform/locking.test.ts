import { describe, expect, it } from 'vitest';
import type { WorkbookPlan } from '../../src/formats/workbook.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { LOCK_ALL, LOCKING_COLUMN, LOCKING_SHEET, restrictionNames } from '../../src/vocabulary/locking.ts';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { formWorkbook } from '../../src/xlsform/rows/workbook.ts';
import { bothOf } from '../check/contract/country.ts';
import { present, reading } from '../support/tester.ts';

/** What a workbook tells the form builder of KoboToolbox. */
interface Told {
  /** The profile of each row that has one. */
  readonly rows: Readonly<Record<string, string>>;
  /** What each profile locks. */
  readonly profiles: Readonly<Record<string, readonly string[]>>;
  readonly form: string | undefined;
  readonly all: string | undefined;
}

function told(snippet: string, profile: Profile = 'kobo'): Told {
  const { dictionary } = reading.compile(snippet);
  return toldIn(dictionary, profile);
}

function toldIn(dictionary: Dictionary, profile: Profile = 'kobo'): Told {
  const form = present([...dictionary.forms.values()][0], 'form');
  const { plan } = formWorkbook(deliver(dictionary, form, profile), dictionary);
  const [settings] = rowsOf(plan, 'settings');
  const named = rowsOf(plan, 'survey').flatMap((row) => {
    const profileOfRow = row.get(LOCKING_COLUMN);
    return profileOfRow ? [[row.get('name'), profileOfRow] as const] : [];
  });
  const sheet = rowsOf(plan, LOCKING_SHEET);
  const names = [...(sheet[0]?.keys() ?? [])].filter((header) => header !== 'restriction');
  const locked = (name: string): readonly string[] =>
    sheet.filter((row) => row.get(name) === 'locked').map((row) => row.get('restriction') ?? '');
  return {
    rows: Object.fromEntries(named),
    profiles: Object.fromEntries(names.map((name) => [name, locked(name)])),
    form: settings?.get(LOCKING_COLUMN),
    all: settings?.get(LOCK_ALL),
  };
}

function rowsOf({ sheets }: WorkbookPlan, name: string): readonly ReadonlyMap<string, string>[] {
  const sheet = sheets.find((each) => each.name === name);
  return (sheet?.rows ?? []).map(
    ({ cells }) => new Map(sheet?.columns.map(({ header }, at) => [header, cells[at] ?? '']) ?? []),
  );
}

const NOTHING: Told = { rows: {}, profiles: {}, form: undefined, all: undefined };

const ofQuestion = (locks: string, list = ''): Told =>
  told(`
    codelists:
      l: { codes: { a: A }${list} }
    variables:
      q: { type: select_one l, label: Q, ${locks} }
    forms:
      f: { items: [q] }
  `);

const ofForm = (locks: string): Told => told(`forms: { f: { lock: ${locks}, items: [{ note: n, label: N }] } }`);

describe('a question', () => {
  it.each([
    ['[label]', ['question_label_edit']],
    ['[hint]', ['question_label_edit']],
    ['[relevant]', ['question_skip_logic_edit']],
    ['[constraint]', ['question_validation_edit']],
    ['[constraint_message]', ['question_validation_edit']],
    ['[required]', ['question_settings_edit']],
    ['[appearance]', ['question_settings_edit']],
    ['[type]', ['question_settings_edit']],
    ['[remove]', ['question_delete']],
    ['[codes]', ['choice_add', 'choice_delete', 'choice_value_edit']],
  ] as const)('is locked as far as its words say: %s', (locks, restrictions) => {
    const { rows, profiles } = ofQuestion(`lock: ${locks}`);
    expect(Object.values(profiles)).toEqual([restrictions]);
    expect(rows).toEqual({ q: Object.keys(profiles)[0] });
  });

  it('is named after what is locked', () => {
    expect(ofQuestion('lock: all').rows).toEqual({ q: 'question-all' });
    expect(ofQuestion('lock: [label, constraint]').rows).toEqual({ q: 'question-label-validation' });
    expect(ofQuestion('lock: [codes, relevant]').rows).toEqual({ q: 'question-codes-skip_logic' });
    expect(ofQuestion('open: [label]', ', lock: all').rows).toEqual({ q: 'question-choices' });
    expect(ofQuestion('open: [label]', ', lock: [label]').rows).toEqual({ q: 'question-choice_label' });
  });

  it('that offers no codes shares the profile of those that do', () => {
    const { rows, profiles } = told(`
      codelists: { l: { codes: { a: A } } }
      variables: { q: { type: select_one l, label: Q, lock: all }, r: { type: text, label: R, lock: all } }
      forms: { f: { items: [q, r, { note: n, label: N }] } }
    `);
    expect(rows).toEqual({ q: 'question-all', r: 'question-all' });
    expect(profiles['question-all']).toEqual(
      restrictionNames.filter((name) => /^(choice|question)_/.test(name)).slice(0, 10),
    );
  });
});

describe('a group', () => {
  it('keeps its items, its label and its place in the form', () => {
    const { rows, profiles } = told(`
      forms:
        f:
          items:
            - { group: g, label: G, lock: [items, label, remove, relevant, appearance], items: [{ note: n, label: N }] }
            - { repeat: h, label: H, items: [{ note: o, label: O, lock: [order] }, { note: p, label: P }, { note: q, label: Q, lock: [order] }] }
            - { repeat: i, label: I, items: [{ note: r, label: R, lock: [order] }, { note: s, label: S }] }
    `);
    expect(rows).toEqual({
      g: 'group-delete-label-question_add-question_delete-settings-skip_logic-split',
      h: 'group-question_order',
    });
    expect(profiles['group-question_order']).toEqual(['group_question_order_edit']);
  });
});

describe('a form', () => {
  it('is locked on the settings sheet', () => {
    expect(ofForm('[items, settings, metadata]')).toEqual({
      rows: {},
      profiles: {
        'form-group_add-question_add-appearance-meta': [
          'group_add',
          'question_add',
          'form_appearance',
          'form_meta_edit',
        ],
      },
      form: 'form-group_add-question_add-appearance-meta',
      all: undefined,
    });
    expect(ofForm('[languages]').form).toBe('form-language');
  });

  it('is locked as a whole in one word, but for its languages', () => {
    expect(ofForm('[all, languages]')).toEqual({ ...NOTHING, all: 'yes' });
    const { all, profiles } = ofForm('all');
    expect(all).toBeUndefined();
    expect(Object.values(profiles).flat()).toEqual(expect.not.arrayContaining(['language_edit']));
    expect(new Set(Object.values(profiles).flat()).has('form_replace')).toBe(true);
  });

  it('tells nothing where nothing is locked, and other servers nothing at all', () => {
    const locked = 'variables: { q: { type: text, label: Q, lock: all } }\nforms: { f: { items: [q] } }';
    expect(told(locked.replace(', lock: all', ''))).toEqual(NOTHING);
    expect(told(locked, 'odk')).toEqual(NOTHING);
    expect(told(locked, 'xlsform')).toEqual(NOTHING);
  });

  it.each([
    ['rows', '{ ask: q, kobo--locking-profile: mine }', ''],
    ['a sheet', 'q', ', sheets: { kobo--locking-profiles: [{ restriction: choice_add, mine: locked }] }'],
    ['a setting', 'q', ', settings: { kobo--lock_all: "no" }'],
  ])('that locks by itself keeps what it says: %s', (_what, item, more) => {
    const { profiles, rows } = told(
      `variables: { q: { type: text, label: Q, lock: all } }\nforms: { f: { items: [${item}]${more} } }`,
    );
    expect(Object.keys(profiles).filter((name) => name !== 'mine')).toEqual([]);
    expect(Object.values(rows).filter((name) => name !== 'mine')).toEqual([]);
  });
});

describe('a country', () => {
  it('has the locks of the core, and none on what is its own', () => {
    const { country } = bothOf(
      `
        variables:
          q: { type: text, label: Q, lock: [label] }
        forms:
          f: { items: [q] }
      `,
      `
        variables:
          q: { hint: Ask. }
          xa_n: { type: text, label: N, lock: all }
        forms:
          f: { change: [{ after: q, add: [xa_n] }] }
      `,
    );
    expect(toldIn(country).rows).toEqual({ q: 'question-label' });
  });
});
