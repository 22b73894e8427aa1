import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const checked = reading.checked();
const FORM = 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: ';

function under(profiles: string): typeof checked {
  return checked.with({ 'dictionary.yaml': `${FORM}${profiles}\n` });
}

describe('a function', () => {
  it('that nobody knows is told, with what was meant or what to write', () => {
    const { findings } = checked.expect(`
      variables:
        q: { type: text, label: Q }
        a: { type: calculate, calculation: "Selected(\${q}, 'x') or string_length(\${q}) > 3" }
                                            ^^^^^^^^ unknown-function: Did you mean "selected"?
                                                                   ^^^^^^^^^^^^^ unknown-function: Did you mean "string-length"?
        b: { type: calculate, calculation: "LEN(\${q}) + average(1)" }
                                            ^^^ unknown-function
                                                        ^^^^^^^ unknown-function
        c: { type: calculate, calculation: "if(true(), 1, gibberish(1))" }
                                                          ^^^^^^^^^ unknown-function
        d: { type: calculate, calculation: "constructor(1) + __proto__(1)" }
                                            ^^^^^^^^^^^ unknown-function
                                                             ^^^^^^^^^ unknown-function
    `);
    expect(findings.map(({ help }) => help).slice(2, 5)).toEqual([
      'In XLSForm write string-length(text).',
      'In XLSForm write sum(…) div count(…).',
      'Use one of the functions of XLSForm, such as if, concat, selected, count or round.',
    ]);
  });

  it('is looked at in every expression: settings, paths, limits, and variables that no form asks', () => {
    checked.expect(`
      variables:
        unused: { type: text, label: U, soft: [{ when: "len(.) > 3" }] }
                                                        ^^^ unknown-function
      forms:
        f:
          settings: { instance_name: "concatt('a')" }
                                      ^^^^^^^ unknown-function
          items:
            - { repeat: r, label: R, repeat_count: "cuont(1)", items: [{ note: n, label: N }] }
                                                    ^^^^^ unknown-function
            - { calculate: c, calculation: "count(\${r}[lenght(n) > 3])" }
                                                       ^^^^^^ unknown-function
    `);
  });

  it('takes a number of entries', () => {
    const { findings } = checked.expect(`
      variables:
        a: { type: calculate, calculation: "if(true(), 1)" }
                                            ^^ function-arguments: "if" takes 3 entries, but is given 2.
        b: { type: calculate, calculation: "today(1)" }
                                            ^^^^^ function-arguments: takes nothing between its parentheses, but is given 1.
        c: { type: calculate, calculation: "round()" }
                                            ^^^^^ function-arguments: takes 1 or 2 entries, but is given none.
        d: { type: calculate, calculation: "checklist(1)" }
                                            ^^^^^^^^^ function-arguments: takes at least 2 entries, but is given 1.
        e: { type: calculate, calculation: "weighted-checklist(1, 2, 3, 4, 5)" }
                                            ^^^^^^^^^^^^^^^^^^ function-arguments: takes 4 entries, then more in groups of 2
        f: { type: calculate, calculation: "coalesce(1, 2, 3)" }
                                            ^^^^^^^^ function-arguments
        g: { type: calculate, calculation: "not()" }
                                            ^^^ function-arguments: takes 1 entry, but is given none.
    `);
    expect(findings[2]?.help).toBe(
      'Write round(number, [number]), with commas between the entries. What stands in [ ] may be left out.',
    );
  });

  it('that is known and rightly given is no finding', () => {
    checked.expect(`
      codelists:
        l: { codes: { a: A } }
      forms:
        f:
          items:
            - { ask: q, type: select_one l, label: Q }
            - { calculate: a, calculation: "concat() = '' or concat('a', 1, 'b') = 'a' or join(',') = ''" }
            - { calculate: b, calculation: "weighted-checklist(1, 2, true(), 1, false(), 2)" }
            - { calculate: c, calculation: "jr:choice-name(\${q}, '\${q}')" }
            - { calculate: d, calculation: "instance('l')/root/item[position() = 1]/name" }
            - { calculate: e, calculation: "coalesce(\${q}, current()/../q)" }
            - { calculate: g, calculation: "substr('abc', 1) = substr('abc', 1, 2)" }
    `);
  });

  it('waits for its module, and for an expression that can be read', () => {
    checked.expect(`
      variables:
        a: { type: calculate, calculation: "if($(when), 1)" }
        b: { type: calculate, calculation: "pow(1, " }
                                               ^ expression-syntax
    `);
  });
});

describe('a function that only some programs know', () => {
  it('is an error where Collect lacks it, in every profile', () => {
    const { findings } = checked.expect(`
      variables:
        a: { type: calculate, calculation: "floor(1.5)" }
                                            ^^^^^ function-support
        b: { type: calculate, calculation: "substring('abc', 1)" }
                                            ^^^^^^^^^ function-support
    `);
    expect(findings.map(({ message }) => message)).toEqual([
      'The function "floor" does not work in the app Collect.',
      'The function "substring" does not work in the app Collect.',
    ]);
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error']);
  });

  it.each([
    ['[kobo]', 'geofence', 'on the web forms of KoboToolbox (Enketo)'],
    ['[kobo, odk]', 'property', 'on the web forms of KoboToolbox (Enketo) and in ODK Web Forms'],
  ])('is a warning under %s where a web form lacks %s', (profiles, name, where) => {
    const entries = name === 'geofence' ? "'1 1', '1 1'" : "'a'";
    const { findings } = under(profiles).compile(
      `variables: { a: { type: calculate, calculation: "${name}(${entries})" } }`,
    );
    expect(findings).toMatchObject([
      {
        rule: 'function-support',
        severity: 'warning',
        message: `The function "${name}" does not work ${where}.`,
      },
    ]);
  });

  it.each([
    ['[odk]', "geofence('1 1', '1 1')"],
    ['[kobo]', 'version()'],
    ['[xlsform]', "property('a')"],
  ])('is no finding under %s where %s works', (profiles, expression) => {
    under(profiles).expect(`variables: { a: { type: calculate, calculation: "${expression}" } }`);
  });

  it('is no finding in a limit that no device computes', () => {
    checked.expect(`
      variables:
        a: { type: decimal, label: A, soft: [{ when: "floor(.) > 3" }] }
    `);
  });
});
