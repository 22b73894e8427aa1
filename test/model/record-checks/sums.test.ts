import { describe, expect, it } from 'vitest';
import { checking } from './checking.ts';

const SITE = `
variables:
  women: { type: integer, label: Women }
  men: { type: integer, label: Men }
  children: { type: decimal, label: Children }
  individuals: { type: decimal, label: Individuals }
  counted: { type: calculate, calculation: "\${women}" }
forms:
  site: { title: Site, items: [women, men, children, individuals, counted] }
checks:
  add_up: { sums: { of: [women, men, children], to: individuals } }
`;

describe('numbers that should add up', () => {
  const { broken, seen, messages } = checking(SITE);

  it('are told where they do not', () => {
    expect(broken({ women: '5', men: '4', children: '3', individuals: '12' })).toEqual([]);
    expect(broken({ women: '5', men: '4', children: '3', individuals: '13' })).toEqual(['add_up']);
  });

  it('count what is blank as 0 beside another answer', () => {
    expect(broken({ women: '5', individuals: '5' })).toEqual([]);
    expect(broken({ women: '5', individuals: '6' })).toEqual(['add_up']);
    expect(broken({ women: '0', individuals: '0' })).toEqual([]);
  });

  it('are not compared where all parts are blank, or the total', () => {
    expect(broken({ individuals: '6' })).toEqual([]);
    expect(broken({ women: '5', men: '5' })).toEqual([]);
  });

  it('may have fractions', () => {
    expect(broken({ women: '1', children: '0.1', individuals: '1.1' })).toEqual([]);
    const tenths = checking(`
variables:
  a: { type: decimal, label: A }
  b: { type: decimal, label: B }
  c: { type: decimal, label: C }
forms: { f: { title: F, items: [a, b, c] } }
checks: { tenths: { sums: { of: [a, b], to: c } } }
`);
    expect(tenths.broken({ a: '0.1', b: '0.2', c: '0.3' })).toEqual([]);
    expect(tenths.broken({ a: '0.1', b: '0.2', c: '0.3001' })).toEqual(['tenths']);
    expect(tenths.broken({ a: '1000000.1', b: '0.2', c: '1000000.3' })).toEqual([]);
  });

  it('say what was added and what came out', () => {
    const record = { women: '5', men: '4', individuals: '13' };
    expect(seen(record)).toEqual([
      'individuals = women + men + children = 9; individuals = 13, women = 5, men = 4, children = ',
    ]);
    expect(messages(record)).toEqual(['women + men + children should be individuals, but is 9 and not 13.']);
  });

  it('say so where an answer is no number', () => {
    const computed = checking(SITE.replace('of: [women,', 'of: [counted,'));
    expect(computed.broken({ counted: 'many', men: '1', individuals: '1' })).toEqual([
      'add_up: The answer to "counted" is no number.',
    ]);
  });
});

describe('a repeat', () => {
  const { broken, seen } = checking(`
variables:
  hh_income: { type: integer, label: Income of the household }
  rent: { type: integer, label: Income from rent }
  income: { type: integer, label: Income }
  wage: { type: integer, label: Wage }
  sales: { type: integer, label: Sales }
forms:
  household:
    title: Household
    items: [hh_income, rent, { repeat: member, label: Member, items: [income, wage, sales] }]
checks:
  of_household: { sums: { of: [income, rent], to: hh_income } }
  of_member: { sums: { of: [wage, sales], to: income } }
`);

  it('is added up over its entries where the total stands outside', () => {
    const member = [{ income: '100' }, { income: '50' }, {}];
    expect(broken({ hh_income: '170', rent: '20', member })).toEqual([]);
    expect(broken({ hh_income: '150', rent: '20', member })).toEqual(['of_household']);
    expect(seen({ hh_income: '150', rent: '20', member })).toEqual([
      'hh_income = income + rent = 170; hh_income = 150, income = 100, 50, rent = 20',
    ]);
  });

  it('is looked at entry by entry where the total stands in it', () => {
    const member = [
      { income: '100', wage: '60', sales: '40' },
      { income: '90', wage: '60', sales: '40' },
    ];
    expect(broken({ member })).toEqual(['of_member in member 2']);
  });
});
