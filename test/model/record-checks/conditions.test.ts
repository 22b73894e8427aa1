import { describe, expect, it } from 'vitest';
import { checking } from './checking.ts';

const HOUSEHOLD = `
variables:
  hh_size: { type: integer, label: How many people live here? }
  members_u5: { type: integer, label: How many are under five? }
  arrival: { type: date, label: When did you arrive? }
  departure: { type: date, label: When did you leave? }
  needs: { type: select_multiple needs, label: What do you need? }
codelists:
  needs: { codes: { food: Food, water: Water } }
forms:
  household: { title: Household, items: [hh_size, members_u5, arrival, departure, needs] }
`;

function household(when: string): (record: Readonly<Record<string, unknown>>) => readonly string[] {
  return checking(`${HOUSEHOLD}\nchecks:\n  told: { when: "${when}" }\n`).broken;
}

describe('a condition that should not hold', () => {
  const broken = household('${members_u5} > ${hh_size}');

  it('is told where it holds', () => {
    expect(broken({ members_u5: '5', hh_size: '4' })).toEqual(['told']);
    expect(broken({ members_u5: '4', hh_size: '4' })).toEqual([]);
  });

  it('is not told where one side has no answer', () => {
    expect(broken({ members_u5: '5' })).toEqual([]);
    expect(broken({ hh_size: '0' })).toEqual([]);
  });

  it('compares dates', () => {
    const early = household('${arrival} < ${departure}');
    expect(early({ arrival: '2026-01-01', departure: '2026-02-01' })).toEqual(['told']);
    expect(early({ arrival: '2026-02-01', departure: '2026-02-01' })).toEqual([]);
    expect(early({ departure: '2026-02-01' })).toEqual([]);
  });

  it('that cannot be computed says why', () => {
    const [why] = household("${hh_size} > pulldata('nowhere', 'a', 'b', 'c')")({ hh_size: '1' });
    expect(why).toMatch(/^told: .*no list or file/);
  });

  it('that cannot be read says why', () => {
    expect(household('${hh_size} >')({ hh_size: '1' })).toEqual([expect.stringMatching(/^told: /)]);
  });
});

describe('without an answer', () => {
  it.each([
    ['${members_u5} != ${hh_size}', { members_u5: '5' }],
    ['not(${members_u5} = ${hh_size})', { members_u5: '5' }],
    ['not(${members_u5} <= ${hh_size} and ${hh_size} > 0)', { members_u5: '5' }],
    ['${members_u5} + 1 != ${hh_size}', { hh_size: '5' }],
    ["not(selected(${needs}, 'food'))", {}],
    ['${hh_size} > 5 and ${members_u5} != 2', { hh_size: '9' }],
  ])('%s is neither true nor false', (when, record) => {
    expect(household(when)(record)).toEqual([]);
  });

  it.each([
    ["${hh_size} = '' and ${members_u5} > 0", { members_u5: '5' }],
    ['${members_u5} > 9 or ${hh_size} > 5', { hh_size: '9' }],
    ['not(${members_u5} > 9 and ${hh_size} > 5)', { hh_size: '2' }],
    ['coalesce(${members_u5}, 0) < 1', { hh_size: '2' }],
    ["not(${needs} != '')", {}],
  ])('%s is told all the same', (when, record) => {
    expect(household(when)(record)).toEqual(['told']);
  });

  it('what has one is compared as ever', () => {
    expect(household("not(selected(${needs}, 'food'))")({ needs: 'water' })).toEqual(['told']);
    expect(household("not(selected(${needs}, 'food'))")({ needs: 'water food' })).toEqual([]);
    expect(household('${members_u5} != ${hh_size}')({ members_u5: '5', hh_size: '4' })).toEqual(['told']);
  });
});

describe('in a repeat', () => {
  const { broken } = checking(`
variables:
  hh_size: { type: integer, label: How many people live here? }
  member_age: { type: integer, label: How old is this person? }
  member_work: { type: integer, label: How many days did this person work? }
  child_age: { type: integer, label: How old is the child? }
forms:
  household:
    title: Household
    items:
      - hh_size
      - repeat: member
        label: Member
        items:
          - group: person
            label: Person
            items: [member_age]
          - member_work
          - repeat: child
            label: Child
            items: [child_age]
checks:
  child_works: { when: "\${member_age} < 5 and \${member_work} > 0" }
  older_than_parent: { when: "\${child_age} >= \${member_age}" }
  roster_count: { when: "count(\${member}) != \${hh_size}" }
  crowded: { when: "\${member_age} > 90 and \${hh_size} > 1" }
`);

  it('each entry is looked at by itself', () => {
    const member = [
      { 'person/member_age': '3', member_work: '0' },
      { 'person/member_age': '4', member_work: '7' },
      { 'person/member_age': '30', member_work: '7' },
    ];
    expect(broken({ hh_size: '3', member })).toEqual(['child_works in member 2']);
  });

  it('answers outside of the entry are seen from inside', () => {
    expect(broken({ hh_size: '2', member: [{ 'person/member_age': '95' }, { 'person/member_age': '20' }] })).toEqual([
      'crowded in member 1',
    ]);
    const child = [{ child_age: '2' }, { child_age: '31' }];
    expect(broken({ hh_size: '1', member: [{ 'person/member_age': '30', child }] })).toEqual([
      'older_than_parent in child 2',
    ]);
  });

  it('what is said of all entries is looked at once', () => {
    expect(broken({ hh_size: '2', member: [{ 'person/member_age': '95' }] })).toEqual([
      'roster_count',
      'crowded in member 1',
    ]);
    expect(broken({ hh_size: '0' })).toEqual([]);
  });
});

describe('a soft limit', () => {
  const { broken, messages } = checking(`
variables:
  hh_size: { type: integer, label: How many people live here? }
  rooms:
    type: integer
    label: How many rooms are there?
    soft:
      - { when: ". > 20", message: "\${rooms} rooms" }
      - { when: "\${hh_size} div . > 10" }
forms:
  household: { title: Household, items: [hh_size, { repeat: house, label: House, items: [rooms] }] }
`);

  it('is a check of the answer, in each entry', () => {
    expect(broken({ hh_size: '3', house: [{ rooms: '3' }, { rooms: '21' }] })).toEqual(['rooms in house 2']);
    expect(messages({ house: [{ rooms: '21' }] })).toEqual(['21 rooms']);
  });

  it('has a sentence of its own without a message', () => {
    expect(messages({ hh_size: '30', house: [{ rooms: '2' }] })).toEqual([
      'It should not be that ${hh_size} div . > 10.',
    ]);
  });

  it('does not look at what is not answered', () => {
    expect(broken({ hh_size: '30', house: [{}] })).toEqual([]);
  });
});
