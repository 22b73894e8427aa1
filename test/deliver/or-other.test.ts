import { describe, expect, it } from 'vitest';
import { delivered, lists, rows } from './deliver.ts';

const THREE = 'languages: { en: English, fr: Français, ar: العربية }';

const FORM = `
codelists:
  l: { attributes: [k], codes: { a: { label: A, k: x }, b: { label: B, k: y } } }
  own: { codes: { a: A, other: Something else } }
forms:
  f:
    items:
      - { ask: one, type: select_one l or_other, label: One }
      - { group: g, label: G, items: [{ ask: more, type: select_multiple l or specify other, label: More }] }
      - { ask: said, type: select_one own or other, label: Said }
      - { ask: plain, type: select_one l, label: Plain, choice_filter: "k = 'x'" }
`;

describe('or_other', () => {
  it.each(['kobo', 'odk'] as const)('is spelt out in every language for %s', (profile) => {
    const delivery = delivered(FORM, profile, THREE);
    expect(rows(delivery, 'label', 'relevant')).toMatchInlineSnapshot(`
      "select_one l one | label: en "One", fr "One", ar "One"
      text one_other | label: en "Please specify", fr "Veuillez préciser", ar "يرجى التحديد" | relevant: selected(\${one}, 'other')
      group g | label: en "G", fr "G", ar "G"
        select_multiple l more | label: en "More", fr "More", ar "More"
        text more_other | label: en "Please specify", fr "Veuillez préciser", ar "يرجى التحديد" | relevant: selected(\${more}, 'other')
      select_one own said | label: en "Said", fr "Said", ar "Said"
      text said_other | label: en "Please specify", fr "Veuillez préciser", ar "يرجى التحديد" | relevant: selected(\${said}, 'other')
      select_one l plain | label: en "Plain", fr "Plain", ar "Plain""
    `);
    expect(lists(delivery)).toMatchInlineSnapshot(`
      "inline l
      a | en "A", fr "A", ar "A" | k=x
      b | en "B", fr "B", ar "B" | k=y
      other | en "Other", fr "Autre", ar "أخرى" | special other
      inline own
      a | en "A", fr "A", ar "A"
      other | en "Something else", fr "Something else", ar "Something else""
    `);
  });

  it('stays as it is written where nothing is adapted', () => {
    const delivery = delivered(FORM, 'xlsform');
    expect(rows(delivery)).toMatchInlineSnapshot(`
      "select_one l or_other one
      group g
        select_multiple l or specify other more
      select_one own or other said
      select_one l plain"
    `);
    expect(lists(delivery)).not.toContain('special other');
  });

  it('is offered whatever a filter says, since its code has no columns', () => {
    const delivery = delivered(
      `
      codelists:
        up: { codes: { x: X } }
        l: { parent: { codelist: up, column: k }, codes: { a: { label: A, k: x } } }
        own: { attributes: [k], codes: { a: { label: A, k: x }, other: { label: O, k: x } } }
      forms:
        f:
          items:
            - { ask: u, type: select_one up, label: U }
            - { ask: by_parent, type: select_one l or_other, label: One }
            - { ask: written, type: select_one l or_other, label: One, choice_filter: "k = 'x' and name != 'z'" }
            - { ask: own, type: select_one own or_other, label: One, choice_filter: "k = 'x'" }
      `,
      'kobo',
    );
    expect(rows(delivery, 'choice_filter')).toMatchInlineSnapshot(`
      "select_one up u
      select_one l by_parent | choice_filter: k = \${u} or name = 'other'
      text by_parent_other
      select_one l written | choice_filter: k = 'x' and name != 'z' or name = 'other'
      text written_other
      select_one own own | choice_filter: k = 'x'
      text own_other"
    `);
  });

  it('goes into the file of a list that travels as one, and stays on the choices sheet where pyxform adds it', () => {
    const form = `
      codelists:
        l: { delivery: external, codes: { a: A } }
      forms:
        f: { items: [{ ask: q, type: select_one l or_other, label: Q }] }
    `;
    expect(rows(delivered(form, 'odk'))).toMatchInlineSnapshot(`
      "select_one_from_file l.csv q
      text q_other | relevant: selected(\${q}, 'other')"
    `);
    expect(lists(delivered(form, 'odk'))).toMatchInlineSnapshot(`
      "file l
      a | en "A"
      other | en "Other" | special other"
    `);
    expect(rows(delivered(form, 'xlsform'))).toBe('select_one l or_other q');
  });
});
