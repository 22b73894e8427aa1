import { reading } from '../../support/tester.ts';

/** A form with a question of each kind, to write expressions about. */
export const kinds = reading
  .with({
    'kinds.yaml': `
codelists:
  shelter: { codes: { tent: Tent, house: House } }
  level: { codes: { 1: Low, 2: High } }
  region: { codes: { n: North, s: South } }
  district:
    attributes: [region, tags]
    codes:
      d1: { label: D1, region: n, tags: dry rural }
      d2: { label: D2, region: s, tags: wet }
variables:
  n: { type: integer, label: N }
  x: { type: decimal, label: X }
  t: { type: text, label: T }
  digits: { type: text, label: T, appearance: numbers }
  limited: { type: text, label: T, constraint: "string-length(.) = 3" }
  d: { type: date, label: D }
  dt: { type: dateTime, label: DT }
  tm: { type: time, label: TM }
  tm2: { type: time, label: TM }
  place: { type: geopoint, label: P }
  one: { type: select_one shelter, label: O }
  many: { type: select_multiple shelter, label: M }
  level: { type: select_one level, label: L }
  levels: { type: select_multiple level, label: L }
  reg: { type: select_one region, label: R }
  group_of: { type: calculate, calculation: "if(\${n} < 18, 'child', 'adult')" }
  again: { type: calculate, calculation: "\${group_of}" }
  holds: { type: calculate, calculation: "\${n} > 3" }
  code_again: { type: calculate, calculation: "\${one}" }
  year: { type: calculate, calculation: "format-date(\${d}, '%Y')" }
modules:
  all: { items: [n, x, t, digits, limited, d, dt, tm, tm2, place, one, many, level, levels, reg, group_of, again, holds, code_again, year] }
`,
  })
  .checked();

/** The findings of an expression in a column of a question, as `rule severity`. */
export function told(expression: string, column = 'calculation', profiles = '[kobo, odk]'): readonly string[] {
  const kind = column === 'calculation' ? 'calculate: q' : 'ask: q, type: text, label: Q';
  const { findings } = kinds
    .with({ 'dictionary.yaml': `lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: ${profiles}\n` })
    .compile(`forms: { f: { items: [{ use: all }, { ${kind}, ${column}: ${JSON.stringify(expression)} }] } }`);
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
}
