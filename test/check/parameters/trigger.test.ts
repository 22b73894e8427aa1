import { describe, expect, it } from 'vitest';
import { asWritten, both, kobo, odk } from './testers.ts';

describe('a trigger', () => {
  it('names one question', () => {
    both.expect(`
      forms:
        f:
          items:
            - { ask: a, type: text, label: A }
            - { calculate: b, calculation: now(), trigger: "\${a}" }
            - { calculate: c, calculation: now(), trigger: a }
                                                           ^ trigger-list
            - { calculate: d, calculation: now(), trigger: "\${gone}" }
                                                            ^^^^^^^ unknown-reference
            - { calculate: e, calculation: now(), trigger: " \${a} " }
            - { calculate: g, calculation: now(), trigger: $ }
                                                           ^ trigger-list
    `);
  });

  it('names several questions with commas between them, for ODK', () => {
    const { findings } = odk.expect(`
      forms:
        f:
          items:
            - { ask: a, type: text, label: A }
            - { ask: b, type: text, label: B }
            - { calculate: c, calculation: now(), trigger: "\${a}, \${b}" }
            - { calculate: d, calculation: now(), trigger: "\${a} \${b}, \${a}" }
                                                            ^^^^^^^^^ trigger-list
            - { calculate: e, calculation: now(), trigger: "\${a}; \${b}" }
                                                            ^^^^^^^^^^ trigger-list
            - { calculate: g, calculation: now(), trigger: "when \${a}, \${b} change" }
                                                            ^^^^ trigger-list
                                                                            ^^^^^^ trigger-list
            - { calculate: h, calculation: now(), trigger: "\${a}, b" }
                                                                  ^ trigger-list
            - { calculate: i, calculation: now(), trigger: "\${a}," }
    `);
    expect(findings.map(({ severity, help }) => `${severity}: ${help}`)).toMatchInlineSnapshot(`
      [
        "error: Write the names of questions with commas between them, for example: \${a}, \${b}, \${a}",
        "error: Write the names of questions with commas between them, for example: \${a}, \${b}",
        "warning: Write the names of questions with commas between them, for example: \${a}, \${b}",
        "warning: Write the names of questions with commas between them, for example: \${a}, \${b}",
        "warning: Write the names of questions with commas between them, for example: \${a}",
      ]
    `);
  });

  it('with more than one question does nothing on KoboToolbox', () => {
    const snippet = `
      forms:
        f:
          items:
            - { ask: a, type: text, label: A }
            - { ask: b, type: text, label: B }
            - { calculate: c, calculation: now(), trigger: "\${a}, \${b}" }
            - { calculate: d, calculation: now(), trigger: "\${last-saved#a}" }
            - { calculate: e, calculation: now(), trigger: "\${a}" }
    `;
    const found = (tester: typeof kobo): string[] =>
      tester.compile(snippet).findings.map(({ rule, severity }) => `${severity} ${rule}`);
    expect(found(kobo)).toEqual(['error trigger-list', 'error trigger-list']);
    expect(found(asWritten)).toEqual(['warning trigger-list', 'warning trigger-list']);
    expect(found(odk)).toEqual([]);
  });

  it('that waits for a module is looked at where it is placed', () => {
    both.expect(`
      modules:
        m: { with: { on: a }, items: [{ calculate: b, calculation: now(), trigger: $(on) }] }
                         ^ trigger-list
      forms:
        f: { items: [{ ask: a, type: text, label: A }, { use: m }] }
    `);
  });
});
