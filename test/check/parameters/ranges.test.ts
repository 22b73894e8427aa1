import { describe, expect, it } from 'vitest';
import { kobo, odk } from './testers.ts';

describe('a range', () => {
  it('has steps that fit into it', () => {
    const { findings } = odk.expect(`
      variables:
        a: { type: range, label: A, parameters: step=0 }
                                                     ^ range-steps
        b: { type: range, label: B, parameters: step=0.00 }
                                                     ^^^^ range-steps
        c: { type: range, label: C, parameters: step=10 }
                                                     ^^ range-steps
        d: { type: range, label: D, parameters: end=0.5 }
                                                ^^^^^^^ range-steps
        e: { type: range, label: E, parameters: tick_interval=0 }
                                                              ^ range-steps
        f: { type: range, label: F, parameters: tick_interval=20 }
                                                              ^^ range-steps
        g: { type: range, label: G, parameters: step=2 tick_interval=3 }
                                                                     ^ range-steps
        h: { type: range, label: H, parameters: step=0.1 tick_interval=0.25 }
                                                                       ^^^^ range-steps
        i: { type: range, label: I, parameters: step=2 placeholder=4 }
                                                                   ^ range-steps
        j: { type: range, label: J, parameters: placeholder=11 }
                                                            ^^ range-steps
        k: { type: range, label: K, parameters: step=0 tick_interval=3 placeholder=4 }
                                                     ^ range-steps
    `);
    expect(findings.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "step cannot be 0: the range from 1 to 10 would never end.",
        "step cannot be 0: the range from 1 to 10 would never end.",
        "step is 10, which is larger than the range from 1 to 10.",
        "step is 1, which is larger than the range from 1 to 0.5.",
        "tick_interval cannot be 0: the range from 1 to 10 would never end.",
        "tick_interval is 20, which is larger than the range from 1 to 10.",
        "tick_interval is 3, which is no multiple of the step, 2.",
        "tick_interval is 0.25, which is no multiple of the step, 0.1.",
        "placeholder is 4, which steps of 2 from 1 do not reach.",
        "placeholder is 11, which lies outside the range from 1 to 10.",
        "step cannot be 0: the range from 1 to 10 would never end.",
      ]
    `);
  });

  it('can be of decimals, run downwards, and use the whole of itself', () => {
    odk.expect(`
      variables:
        a: { type: range, label: A }
        b: { type: range, label: B, parameters: start=0 end=1 step=0.1 tick_interval=0.3 placeholder=0.7 }
        c: { type: range, label: C, parameters: start=5 end=1 step=2 placeholder=3 }
        d: { type: range, label: D, parameters: step=9 }
        e: { type: range, label: E, parameters: step=-1 tick_interval=-2 }
        f: { type: range, label: F, parameters: start=-1e1 end=+1.5e1 step=.5 tick_interval=2. }
    `);
  });

  it('that does not fit is a warning for KoboToolbox, which lets it through', () => {
    const { findings } = kobo.expect(`
      variables:
        a: { type: range, label: A, parameters: step=0 }
                                                     ^ range-steps
        b: { type: range, label: B, parameters: step=x }
                                                     ^ parameter-value
    `);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning', 'error']);
  });

  it('that is no line has no ticks', () => {
    odk.expect(`
      codelists:
        ends: { codes: { 1: A, 10: B } }
      variables:
        a: { type: range, label: A, appearance: picker, parameters: tick_interval=3 placeholder=2 }
                                                ^^^^^^ range-appearance
        b: { type: range, label: B, appearance: rating, parameters: { tick_labelset: ends } }
                                                ^^^^^^ range-appearance
        c: { type: range, label: C, appearance: picker, parameters: end=5 }
        d: { type: range, label: D, appearance: vertical, parameters: tick_interval=3 }
        e: { type: range, label: E, appearance: vertical no-ticks, parameters: tick_labelset=ends }
        g: { type: range, label: G, appearance: $(look), parameters: tick_interval=3 }
      modules:
        m: { with: { look: picker }, items: [g] }
                           ^^^^^^ range-appearance
      forms:
        f: { items: [{ use: m }] }
    `);
  });

  it('has labels whose codes stand on it', () => {
    const { findings } = odk.expect(`
      codelists:
        fits: { codes: { 1: A, 5: B, 10.0: C, 9: { label: D, retired: 1.0.0 }, x: { label: E, retired: 1.0.0 } } }
        words: { codes: { 1: A, low: B, high: C } }
        beyond: { codes: { 0: A, 5: B, 11: C } }
        between: { codes: { 1: A, 2.5: B } }
        none: { codes: { 1: { label: A, retired: 1.0.0 } } }
        ^^^^ empty-code-list
      variables:
        a: { type: range, label: A, parameters: tick_labelset=fits }
        b: { type: range, label: B, parameters: tick_labelset=words }
                                                              ^^^^^ range-labels
        c: { type: range, label: C, parameters: { tick_labelset: beyond } }
                                                                 ^^^^^^ range-labels
        d: { type: range, label: D, parameters: tick_labelset=between }
                                                              ^^^^^^^ range-labels
        e: { type: range, label: E, parameters: step=0.5 tick_labelset=between }
        f: { type: range, label: F, parameters: step=0.5 tick_interval=1 tick_labelset=between }
                                                                                       ^^^^^^^ range-labels
        g: { type: range, label: G, appearance: no-ticks, parameters: tick_labelset=fits }
                                                                                    ^^^^ range-labels
        h: { type: range, label: H, parameters: start=5 end=1 tick_labelset=none }
        i: { type: range, label: I, parameters: start=x tick_labelset=beyond }
                                                      ^ parameter-value
        j: { type: range, label: J, parameters: step=0 tick_labelset=between }
                                                     ^ range-steps
        k: { type: range, label: K, parameters: tick_labelset=fit }
                                                              ^^^ unknown-code-list
        l: { type: range, label: L, parameters: start=10 end=1 tick_labelset=fits }
    `);
    const told = findings.filter(({ rule }) => rule === 'range-labels');
    expect(told.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "The codes "low" and "high" of "words" are no numbers, so there is no place for the label on the range.",
        "The codes "0" and "11" of "beyond" lie outside the range from 1 to 10.",
        "The code "2.5" of "between" is not reached from 1 in steps of 1.",
        "The code "2.5" of "between" is not reached from 1 in steps of 1.",
        "A range without ticks has labels at both ends, 1 and 10, and nowhere else, but "fits" has codes 1, 5, 10.0.",
      ]
    `);
  });

  it('is looked at where a form asks it, with what the form changes', () => {
    odk.expect(`
      codelists:
        ends: { codes: { 1: A, 10: B } }
      variables:
        a: { type: range, label: A, parameters: tick_labelset=ends }
      forms:
        f: { items: [{ ask: a, parameters: tick_labelset=ends end=5 }] }
                                                         ^^^^ range-labels
    `);
  });
});
