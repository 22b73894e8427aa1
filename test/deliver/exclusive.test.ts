import { describe, expect, it } from 'vitest';
import { profiles } from '../../src/vocabulary/profiles.ts';
import { delivered, rows } from './deliver.ts';

const LISTS = `
codelists:
  needs:
    codes: { food: Food, other: { label: Other, special: other }, none: { label: None, special: none }, all: { label: All, exclusive: yes } }
  plain: { codes: { a: A, other: { label: Other, special: other }, none: { label: None, special: none, exclusive: no } } }
  odd: { codes: { "d'accord": { label: A, exclusive: yes }, 'say "x"': { label: B, exclusive: yes }, old: { label: O, special: none, retired: 1.0.0 } } }
`;

type Profile = (typeof profiles)[number];

function constraints(question: string, profile: Profile = 'kobo', manifest?: string): string {
  const form = `forms:\n  f:\n    items: [{ ask: q, label: Q, ${question} }]\n`;
  return rows(
    delivered({ 'lists.yaml': LISTS, 'form.yaml': form }, profile, manifest),
    'constraint',
    'constraint_message',
  );
}

const THREE = 'languages: { en: English, fr: Français, ar: العربية }';

describe('codes that cannot stand beside another answer', () => {
  it.each(profiles)('become a constraint with a message for %s', (profile) => {
    expect(constraints('type: select_multiple needs', profile)).toBe(
      'select_multiple needs q' +
        " | constraint: count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all'))" +
        ' | constraint_message: en "This answer cannot stand together with other answers."',
    );
  });

  it('mean nothing where one answer can be given, or none is of that kind', () => {
    const nothing = [
      'type: select_one needs',
      'type: rank needs',
      'type: select_multiple plain',
      'type: select_multiple_from_file x.csv',
      'type: text',
    ];
    for (const question of nothing) expect(constraints(question)).not.toContain('constraint');
  });

  it('are written as texts whatever quotes they hold, without the retired ones', () => {
    expect(constraints('type: select_multiple odd')).toMatchInlineSnapshot(
      `"select_multiple odd q | constraint: count-selected(.) <= 1 or not(selected(., "d'accord") or selected(., 'say "x"')) | constraint_message: en "This answer cannot stand together with other answers.""`,
    );
  });

  it('are joined to the constraint that is written, each in brackets where it needs them', () => {
    const type = 'type: select_multiple needs';
    expect(constraints(`${type}, constraint: count-selected(.) < 4`)).toMatchInlineSnapshot(
      `"select_multiple needs q | constraint: count-selected(.) < 4 and (count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all'))) | constraint_message: en "This answer cannot stand together with other answers.""`,
    );
    expect(constraints(`${type}, constraint: "selected(., 'a') or . = ''"`)).toMatchInlineSnapshot(
      `"select_multiple needs q | constraint: (selected(., 'a') or . = '') and (count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all'))) | constraint_message: en "This answer cannot stand together with other answers.""`,
    );
  });

  it('are told after the message that is written, in each language', () => {
    const question = `type: select_multiple needs, constraint: count-selected(.) < 4, constraint_message: { en: At most 3!, fr: Trois au plus }`;
    expect(constraints(question, 'kobo', THREE)).toMatchInlineSnapshot(
      `"select_multiple needs q | constraint: count-selected(.) < 4 and (count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all'))) | constraint_message: en "At most 3! This answer cannot stand together with other answers.", fr "Trois au plus. Cette réponse ne peut pas être combinée avec d’autres.", ar "At most 3! لا يمكن الجمع بين هذه الإجابة وإجابات أخرى.""`,
    );
  });

  it('leave a language without the message alone where nothing is adapted', () => {
    const question = `type: select_multiple needs, constraint: count-selected(.) < 4, constraint_message: At most 3`;
    expect(constraints(question, 'xlsform', THREE)).toMatchInlineSnapshot(
      `"select_multiple needs q | constraint: count-selected(.) < 4 and (count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all'))) | constraint_message: en "At most 3. This answer cannot stand together with other answers.", fr "Cette réponse ne peut pas être combinée avec d’autres.", ar "لا يمكن الجمع بين هذه الإجابة وإجابات أخرى.""`,
    );
  });

  it('are told by the message that is written where there is no other constraint', () => {
    expect(constraints('type: select_multiple needs, constraint_message: None stands alone')).toMatchInlineSnapshot(
      `"select_multiple needs q | constraint_message: en "None stands alone" | constraint: count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all'))"`,
    );
  });

  it('are told in a dictionary without languages, and one that opens in another', () => {
    const question = 'type: select_multiple needs, constraint: count-selected(.) < 4, constraint_message: At most 3';
    expect(constraints(question, 'odk', 'title: T')).toMatchInlineSnapshot(
      `"select_multiple needs q | constraint: count-selected(.) < 4 and (count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all'))) | constraint_message: - "At most 3. This answer cannot stand together with other answers.""`,
    );
    expect(constraints(question, 'odk', `${THREE}\ndefault_language: fr`)).toMatchInlineSnapshot(
      `"select_multiple needs q | constraint: count-selected(.) < 4 and (count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all'))) | constraint_message: en "At most 3. This answer cannot stand together with other answers.", fr "At most 3. Cette réponse ne peut pas être combinée avec d’autres.", ar "At most 3. لا يمكن الجمع بين هذه الإجابة وإجابات أخرى.""`,
    );
  });

  it('keep the constraint of the answers before the compiler added other', () => {
    expect(constraints('type: select_multiple needs or_other')).toMatchInlineSnapshot(`
      "select_multiple needs q | constraint: count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'all')) | constraint_message: en "This answer cannot stand together with other answers."
      text q_other"
    `);
  });
});
