import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const STANDARD = `
  codelists:
    difficulty: { codes: { none: None, some: Some } }
    level: { codes: { low: Low, high: High } }
  variables:
    see:
      type: select_one difficulty
      label: Do you have difficulty seeing?
      hint: Read all answers.
      constraint: . != ''
      source: { standard: WG-SS, code: seeing }
      lock: all
      open: [hint]
    hear: { like: see, label: Do you have difficulty hearing? }
    walk: { like: see, label: Do you have difficulty walking? }
    score: { type: calculate, calculation: "1" }
    partly: { type: text, label: P, source: { standard: RMS }, lock: [label, relevant] }
    free: { type: text, label: F, source: { standard: RMS } }
    own: { type: text, label: O, lock: all }
    age: { type: integer, label: Age? }
`;

const BLOCK = `
  modules:
    short_set:
      lock: [order]
      items:
        - { group: wg, label: Difficulties, items: [{ note: intro, label: Listen. }, see, hear, walk, score] }
`;

const wording = reading.with({ 'standard.yaml': STANDARD }).checked();
const checked = wording.with({ 'block.yaml': BLOCK });

describe('the wording of a standard', () => {
  it('is not changed by the form or the module that asks it', () => {
    const { findings } = wording.expect(`
      modules:
        people: { items: [{ ask: see, as: p_see, label: Do you see well? }] }
                                                        ^^^^^^^^^^^^^^^^ standard-reworded
      forms:
        f:
          items:
            - { ask: see, type: select_one level }
                                ^^^^^^^^^^^^^^^^ local-variable
                                ^^^^^^^^^^^^^^^^ standard-reworded
            - { ask: walk, constraint: . = 'some' }
                                       ^^^^^^^^^^ standard-reworded
            - { ask: hear, constraint: }
                     ^^^^ standard-reworded
            - { use: people }
    `);
    expect(findings[0]?.message).toBe('"see" belongs to "WG-SS" and is locked, but its label is another one here.');
  });

  it('may change where the standard is open, in looks, and in whom it is asked of', () => {
    wording.expect(`
      forms:
        f:
          items:
            - ask: see
              hint: Take your time.
              appearance: minimal
              required: yes
              relevant: \${age} >= 5
            - age
            - { ask: hear, label: Do you have difficulty hearing? }
            - { ask: walk, lock: [type], label: Can you walk? }
            - { ask: free, label: Another }
            - { ask: own, label: Another }
    `);
  });

  it('is what lock names', () => {
    wording.expect(`
      forms:
        f:
          items:
            - { ask: partly, relevant: 1 = 1, constraint: . != '', label: P }
                                       ^^^^^ standard-reworded
    `);
  });

  it('may be told in one more language, and be placed under a condition', () => {
    reading
      .with({
        'dictionary.yaml': `
          lexiform: 1
          dictionary: test
          languages: { en: English, fr: Français }
          profiles: [xlsform]
        `,
      })
      .checked().expect(`
        variables:
          q: { type: text, label: Q, relevant: 1 = 1, source: { standard: S }, lock: all }
        modules: { m: { items: [{ ask: q, label: { fr: Q } }] } }
        forms: { f: { languages: [en, fr], items: [{ use: m, relevant: 2 = 2 }] } }
      `);
  });
});

describe('a block of standard questions', () => {
  it('is asked as a whole', () => {
    checked.expect(`
      forms:
        f: { items: [{ use: short_set }, { use: short_set, prefix: head_, relevant: "\${age} > 5" }, age] }
        g: { items: [age, see, hear, walk] }
        h: { items: [see, { note: n, label: N }, hear, { group: g, label: G, items: [walk] }, age] }
        none: { items: [{ use: short_set, except: [wg] }, age] }
        without_score: { items: [{ use: short_set, except: [score, intro] }, age] }
    `);
  });

  it('is not asked in part', () => {
    const { findings } = checked.expect(`
      forms:
        f: { items: [{ use: short_set, except: [hear] }] }
                                                ^^^^ standard-block-broken
        g: { items: [age, see, walk] }
                          ^^^ standard-block-broken
    `);
    expect(findings[0]?.message).toBe('Form "f" asks the block "WG-SS", but leaves out "hear".');
  });

  it('is not asked in another order or with questions between', () => {
    const { findings } = checked.expect(`
      forms:
        f: { items: [hear, see, age, walk] }
                     ^^^^ standard-block-broken
    `);
    expect(findings[0]?.message).toBe(
      'Form "f" asks the block "WG-SS", but asks "hear" and "see" at another place and puts "age" between its questions.',
    );
  });

  it('is cut where a question comes again', () => {
    checked.expect(`
      forms:
        f:
          items:
            - see
            - hear
            - walk
            - { ask: see, as: head_see }
            - { ask: hear, as: head_hear }
            - { ask: walk, as: head_walk }
    `);
  });

  it('may be a shorter one of the same standard', () => {
    checked.expect(`
      modules:
        seeing_hearing: { lock: all, items: [see, hear] }
      forms:
        f: { items: [{ use: seeing_hearing }] }
        g: { items: [see, hear] }
        h: { items: [{ use: short_set }] }
    `);
  });

  it('is one that a module locks, not any two questions of one source', () => {
    checked.expect(`
      modules: { rms: { items: [partly, free] } }
      forms: { f: { items: [free] } }
    `);
  });
});
