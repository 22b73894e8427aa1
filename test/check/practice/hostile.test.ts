import { describe, expect, it } from 'vitest';
import { nothing } from '../../support/tester.ts';

const MANIFEST = `
lexiform: 1
dictionary: test
languages: { en: English }
profiles: [odk]
policy: { consent: { variable: constructor, value: __proto__ } }
`;

const checked = nothing.with({ 'dictionary.yaml': MANIFEST }).checked();

describe('the rules of practice and protection', () => {
  it('take the names of programs for names', () => {
    const { findings } = checked.compile(`
codelists:
  constructor: { codes: { __proto__: Yes, toString: No, a: Aaaa, b: Bbbb } }
  valueOf: { codes: { __proto__: Yes, toString: No, a: Aaaa, b: Bbbb, hasOwnProperty: X } }
variables:
  constructor: { type: select_one constructor, label: C, id: constructor, source: { standard: __proto__ }, lock: all }
  toString: { type: text, label: T, id: __proto__, sensitivity: sensitive, identifies: direct }
forms:
  f: { items: [constructor, { ask: toString, relevant: "\${constructor} = '__proto__'" }] }
`);
    const own = findings.filter(({ rule }) => !rule.endsWith('-name'));
    expect(own.map(({ rule }) => rule)).toEqual(['lists-drift', 'sensitive-without-purpose']);
  });

  it('quote long and odd words safely, and end soon', () => {
    const long = 'very '.repeat(20_000);
    const { findings } = checked.compile(`
codelists:
  a: { codes: { x: "<script>\u202E{{x}}", dk: { label: "${long}", special: dont_know } } }
  b: { codes: { dnk: { label: "${long}", special: dont_know } } }
  constructor: { codes: { __proto__: Yes } }
variables:
  constructor: { type: select_one constructor, label: C }
  q: { type: text, label: Q, id: "<script>\u202E" }
  r: { type: text, label: R, id: "<script>\u202E" }
`);
    const told = findings.filter(({ rule }) => rule === 'special-code-differs' || rule === 'duplicate-id');
    expect(told.map(({ rule }) => rule)).toEqual(['special-code-differs', 'duplicate-id']);
    for (const { message } of told) {
      expect(message.length).toBeLessThan(300);
      expect(message).not.toContain('\u202E');
    }
  });

  it('read conditions that are as deep as they are long', () => {
    const deep = `${'not('.repeat(80)}\${constructor} = '__proto__'${')'.repeat(80)}`;
    const wide = Array.from({ length: 900 }, () => "${constructor} = '__proto__'").join(' or ');
    const { findings } = checked.compile(`
codelists: { constructor: { codes: { __proto__: Yes } } }
variables: { constructor: { type: select_one constructor, label: C } }
forms:
  f:
    items:
      - constructor
      - { ask: p, type: text, label: P, sensitivity: personal, relevant: "${deep}" }
      - { ask: q, type: text, label: Q, sensitivity: personal, relevant: "${wide}" }
`);
    expect(findings.filter(({ rule }) => rule === 'asked-without-consent')).toEqual([]);
  });
});
