import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';
import { brokenIn, told } from './country.ts';

const owed = (obligation: string): string => `
  variables:
    q: { type: text, label: Q, obligation: ${obligation} }
    r: { type: text, label: R }
  forms:
    f: { items: [{ group: g, label: G, items: [q] }, r] }
    h: { items: [r] }
`;

const severities = (obligation: string, layer: string): readonly string[] =>
  brokenIn(owed(obligation), layer).map(({ rule, severity }) => `${rule} ${severity}`);

describe('what every country owes', () => {
  it.each([
    ['core', ['obligation-broken error']],
    ['warehouse', ['obligation-broken error']],
    ['recommended', ['obligation-broken info']],
    ['optional', []],
    ['mission', []],
  ] as const)('is asked: %s', (obligation, findings) => {
    expect(severities(obligation, 'forms: { f: { change: [{ remove: [g] }] } }')).toEqual(findings);
    expect(severities(obligation, 'variables: { q: { relevant: "${r} = 1 and false()" } }')).toEqual(findings);
  });

  it('may be asked under another condition, and goes with a form that is left out as a whole', () => {
    expect(severities('core', 'variables: { q: { relevant: "${r} = 1" } }')).toEqual([]);
    expect(severities('core', 'forms: { f: }')).toEqual([]);
  });

  it('is not hidden with its group', () => {
    expect(severities('core', 'forms: { f: { change: [{ item: g, relevant: false() }] } }')).toEqual([
      'obligation-broken error',
    ]);
  });
});

describe('the names of a country', () => {
  const core = `
    codelists:
      l: { country: extend, codes: { a: A, other: { label: Other, special: other } } }
      places: { country: replace, codes: { p: P } }
    variables:
      q: { type: select_one l, label: Q, specify: q_other }
      r: { type: text, label: R }
    modules:
      m: { items: [r, { note: told, label: Told. }] }
    forms:
      f: { items: [{ note: n, label: N }] }
  `;

  it('begin with its id', () => {
    const layer = `
      codelists:
        l: { add: { b: B } }
        own: { codes: { x: X } }
      variables:
        document: { type: text, label: D }
      modules:
        block: { items: [document] }
      forms:
        another: { items: [document] }
        f: { change: [{ last_in: f, add: [document, { note: thanks, label: Thanks }, { group: box, label: B, items: [r] }] }] }
    `;
    expect(told(core, layer)).toEqual(
      ['b', 'own', 'document', 'block', 'another', 'thanks', 'box'].map((name) => `country-name «${name}»`),
    );
  });

  it('are those of the core where it has them, and where the device fills in', () => {
    const layer = `
      codelists:
        places: { codes: { p1: One } }
      forms:
        f: { metadata: [start], change: [{ last_in: f, add: [q, r, { use: m, prefix: xa_ }] }] }
    `;
    expect(told(core, layer)).toEqual([]);
    expect(told(core, 'forms: { f: { change: [{ last_in: f, add: [{ ask: r, as: mine }] }] } }')).toEqual([
      'country-name «mine»',
    ]);
  });
});

describe('what waits for a country', () => {
  const core = `
    codelists:
      l: { country: extend, codes: { a: A } }
    variables:
      q: { type: select_one l, label: PROGRAMME?, localise: Name the programme. }
    forms:
      f: { items: [q] }
  `;

  it('is told until the country has said something', () => {
    expect(told(core, '')).toEqual(['localise-open «xa»']);
    expect(told(core, 'variables: { q: { label: Family allowance? } }')).toEqual([]);
    expect(told(core, 'codelists: { l: { add: { xa_b: B } } }')).toEqual([]);
    expect(told(core, 'forms: { f: { change: [{ item: q, label: Family allowance? }] } }')).toEqual([]);
  });
});

describe('the words of a lock', () => {
  it('name what the thing has', () => {
    reading.checked().expect(`
      codelists:
        l: { codes: { a: A }, lock: [codes, lable], open: [order] }
                                            ^^^^^ unknown-lock-word: lock: names "lable", but the code list "l" has nothing of that name. Did you mean "label"?
      variables:
        q: { type: text, label: Q, columns: { hidden: 1 }, lock: [all, hidden, "bind::x", items] }
                                                                                          ^^^^^ unknown-lock-word: lock: names "items", but the variable "q" has nothing of that name.
      modules:
        m: { items: [q], lock: [items], open: titles }
                                              ^^^^^^ unknown-lock-word
      forms:
        f:
          lock: [title, metadata, languages]
          items:
            - { ask: q, open: [lables] }
                               ^^^^^^ unknown-lock-word: open: names "lables", but the question "q" has nothing of that name. Did you mean "label"?
            - { group: g, label: G, lock: [items, codes2], items: [{ note: n, label: N, lock: [label, texts] }] }
                                                  ^^^^^^ unknown-lock-word
    `);
  });
});
