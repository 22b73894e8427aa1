import { describe, expect, it } from 'vitest';
import { checking } from './checking.ts';

const DICTIONARY = `
codelists:
  sex: { codes: { f: Female, m: Male } }
variables:
  hh_size: { type: integer, label: How many people live here? }
  hoh_age: { type: integer, label: How old is the head of household?, sensitivity: personal }
  hoh_sex: { type: select_one sex, label: What is the sex of the head of household? }
  member_age: { type: integer, label: How old is this person? }
forms:
  household:
    title: Household
    items: [hh_size, hoh_age, hoh_sex, { repeat: member, label: Member, items: [member_age] }]
checks:
  young_head:
    when: "\${hoh_age} < 12"
    message: "A head of \${hoh_age} years, \${hoh_sex}, in a household of \${hh_size}; members: \${member_age}; \${gone}"
  old_members: { label: Very old people, when: "max(\${member_age}) > 120" }
  sums: { sums: { of: [hoh_age, hh_size], to: hh_size } }
`;

const RECORD = { hh_size: '3', hoh_age: '9', hoh_sex: 'f', member: [{ member_age: '4' }, { member_age: '130' }] };

describe('the message of a check', () => {
  it('is filled with answers, but not with those about persons', () => {
    expect(checking(DICTIONARY).messages(RECORD)).toEqual([
      'A head of ${hoh_age} years, Female, in a household of 3; members: 4, 130; ${gone}',
      'Very old people',
      'hoh_age + hh_size should be hh_size.',
    ]);
  });

  it('is filled with all answers where that is asked for', () => {
    const [first, , last] = checking(DICTIONARY, { languages: [], personal: true }).messages(RECORD);
    expect(first).toContain('A head of 9 years');
    expect(last).toBe('hoh_age + hh_size should be hh_size, but is 12 and not 3.');
  });

  it('never holds what is hidden beside it', () => {
    const { seen } = checking(DICTIONARY);
    expect(seen(RECORD)).toEqual([
      'not ${hoh_age} < 12; hoh_age = hidden',
      'not max(${member_age}) > 120; member_age = 4, 130',
      'hh_size = hoh_age + hh_size; hh_size = 3, hoh_age = hidden, hh_size = 3',
    ]);
  });

  it('is in the first language that it has', () => {
    const yaml = `
variables: { a: { type: integer, label: A } }
forms: { f: { title: F, items: [a] } }
checks: { c: { when: "\${a} > 1", message: { en: Too many, fr: Trop } } }
`;
    expect(checking(yaml, { languages: ['ar', 'fr'], personal: false }).messages({ a: '2' })).toEqual(['Trop']);
    expect(checking(yaml, { languages: ['ar'], personal: false }).messages({ a: '2' })).toEqual(['Too many']);
  });
});

describe('a check that has no place in a form', () => {
  it('says so instead of passing', () => {
    const { broken } = checking(`
variables: { a: { type: integer, label: A }, b: { type: integer, label: B } }
forms:
  f: { title: F, items: [{ repeat: r, label: R, items: [a] }, { repeat: s, label: S, items: [b] }] }
checks: { c: { when: "\${a} > \${b}" } }
`);
    expect(broken({})).toEqual(['c: Check "c" cannot be looked at in this form: lexiform check tells why.']);
  });
});
