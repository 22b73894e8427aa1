import { describe, expect, test } from 'vitest';
import { formOf, linesOn } from './conforming.ts';

const form = formOf(`codelists:
  sex: { codes: { f: Female, m: Male } }
  need:
    codes: { food: Food, water: Water, igloo: { label: Igloo, retired: 1.0.0 }, none: { label: None, special: none } }
  admin1: { codes: { a: A, b: B } }
  admin2:
    parent: { codelist: admin1, column: admin1 }
    attributes: [admin1]
    codes: { a1: { label: A1, admin1: a }, b1: { label: B1, admin1: b } }
variables:
  hh_size: { type: integer, label: How many live here?, required: yes, constraint: . > 0 and . <= 50, soft: [{ when: ". > 20", message: Very large household }] }
  phone: { type: text, label: Phone, sensitivity: personal, constraint: "regex(., '^[0-9]+$')" }
  hoh_sex: { type: select_one sex, label: Sex, was: [head_sex] }
  needs: { type: select_multiple need, label: Needs }
  province: { type: select_one admin1, label: Province }
  district: { type: select_one admin2, label: District }
  arrived: { type: date, label: Arrived, constraint: . <= today() }
  spot: { type: geopoint, label: Where? }
  note1: { type: text, label: Note }
  children: { type: integer, label: Children, relevant: "\${hh_size} > 1" }
  school: { type: select_one sex, label: School, relevant: "\${children} > 0" }
  per_child: { type: calculate, calculation: "\${hh_size} div \${children}" }
  age: { type: integer, label: Age, required: yes, constraint: . < 120 }
  adult_note: { type: text, label: Work, relevant: "\${age} >= 18" }
forms:
  household:
    title: Household
    items: [hh_size, phone, hoh_sex, needs, province, district, arrived, spot, note1, children, school, per_child, { repeat: member, label: Member, repeat_count: "\${hh_size}", items: [age, adult_note] }]
`);

const good = { hh_size: '1', member: [{ 'member/age': '30' }], lexiform_stamp: form.stamp };

function on(changes: Readonly<Record<string, unknown>>): readonly string[] {
  return linesOn(form, [{ ...good, ...changes }]);
}

describe('one answer', () => {
  test('of its type is no finding', () => {
    expect(
      on({ arrived: '2026-03-14', spot: '34.5 69.2 0 0', needs: 'food water', province: 'a', district: 'a1' }),
    ).toEqual([]);
  });

  test.each([
    ['hh_size', 'abc'],
    ['hh_size', '١٢'],
    ['arrived', '14/03/2026'],
    ['arrived', '2026-02-30'],
    ['spot', 'north of here'],
    ['hoh_sex', 'F'],
    ['needs', 'food watr'],
    ['needs', 'igloo'],
    ['needs', 'none food'],
    ['phone', '07 12'],
    ['district', 'b1'],
    ['arrived', '2026-12-01'],
    ['note1', 'FranÃ§ois'],
    ['children', '2'],
    ['needs', ['food']],
    ['nme', 'x'],
    ['head_sex', 'f'],
    ['member', 'x'],
  ])('%s is %j', (name, value) => {
    expect([`${name}: ${JSON.stringify(value)}`, ...on({ province: 'a', [name]: value })].join('\n')).toMatchSnapshot();
  });
});
