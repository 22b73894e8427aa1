import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';

const checked = reading.checked();

describe('a key that is called otherwise elsewhere', () => {
  it('is one mistake, and what it says is read', () => {
    checked.expect(`
      codelists:
        l:
          choices: { a: A, b: B }
          ^^^^^^^ unknown-key: Did you mean "codes"?
        rows:
          codes:
            - { name: a, label: A }
                ^^^^ unknown-key: Did you mean "code"?
            - { value: b, label: B }
                ^^^^^ unknown-key: Did you mean "code"?
      variables:
        q:
          type: select_one l
          Label: Q
          ^^^^^ unknown-key: Did you mean "label"?
        r:
          type: select_one rows
          question: R
          ^^^^^^^^ unknown-key: Did you mean "label"?
          relevence: \${q} = 'c'
          ^^^^^^^^^ unknown-key: Did you mean "relevant"?
                            ^^^ code-not-in-list
      forms:
        f: { items: [q, r] }
    `);
  });

  it('may be a column of the survey sheet', () => {
    const { findings } = checked.expect(`
      variables:
        q:
          type: text
          label::English (en): Q
          ^^^^^^^^^^^^^^^^^^^ unknown-key: Did you mean "label"?
    `);
    expect(findings[0]?.help).toBe('Write label: { en: …, fr: … }, a text for each language, or delete the line.');
  });

  it('does not count beside the key that was meant, and a guess has no mistakes of its own', () => {
    checked.expect(`
      variables:
        q:
          type: text
          label: Q
          labels: Other
          ^^^^^^ unknown-key
          requird: [no]
          ^^^^^^^ unknown-key
          gibberish: x
          ^^^^^^^^^ unknown-key
    `);
  });
});

it('a list in a file is asked by its own type', () => {
  const { findings } = checked.expect(`
    variables:
      q: { type: select_one sites.csv, label: Q }
                            ^^^^^^^^^ unknown-code-list
  `);
  expect(findings[0]?.help).toContain('select_one_from_file sites.csv');
});

it('a function needs its parentheses', () => {
  const { findings } = checked.expect(`
    forms:
      f:
        items:
          - { ask: q, type: date, label: Q, constraint: ". <= today" }
                                                              ^^^^^ bare-name
  `);
  expect(findings[0]?.help).toBe('Write today(), with the parentheses of a function.');
});
