import { describe, expect, it } from 'vitest';
import { dataOf, formOf, groupLines, tallyOf } from './counting.ts';

const lists = `codelists:
  sex: { codes: { f: Woman, m: Man } }
  place: { codes: { north: North, south: South } }`;

const form = formOf(
  `      - { ask: place, type: select_one place, label: Where? }
      - { ask: size, type: integer, label: Size }
      - { ask: tags, type: select_multiple place, label: Tags }
      - { ask: words, type: text, label: Words }
      - { calculate: large, calculation: "if(\${size} > 5, 'large', if(\${size} > 1, 'small', ''))", label: Large? }
      - { calculate: greeting, calculation: "concat('Hello ', \${words})" }
      - repeat: member
        label: Member
        items:
          - { ask: sex, type: select_one sex, label: Sex }
          - { ask: age, type: integer, label: Age }`,
  lists,
);

const member = (sex: string, age: number): object => ({ 'member/sex': sex, 'member/age': age });

const records = [
  { place: 'south', size: 2, large: 'small', member: [member('m', 30), member('f', 20)] },
  { place: 'north', size: 1, member: [member('f', 40)] },
  { place: 'south', size: 9, large: 'large', member: [member('f', 60), member('', 1)] },
  { place: 'moon', size: 4, large: 'tiny', member: [] },
  { size: 3, member: [member('f', 5)] },
];

describe('groups', () => {
  it('are those that there are, in the order of the list, with those who did not answer', () => {
    const { crossed } = dataOf(form, records, { by: ['place'] });
    expect(groupLines(crossed.get('size'))).toEqual([
      'North (1): n 1, missing 0: mean 1, median 1, 1 to 1',
      'South (2): n 2, missing 0: mean 5.5, median 5.5, 2 to 9',
      'Not in the list (1): n 1, missing 0: mean 4, median 4, 4 to 4',
      'No answer (1): n 1, missing 0: mean 3, median 3, 3 to 3',
    ]);
  });

  it('of entries are made by their own answers and by those of the record around them', () => {
    const { crossed } = dataOf(form, records, { by: ['sex', 'place'] });
    expect(groupLines(crossed.get('member/age'))).toEqual([
      'Woman / North (1): n 1, missing 0: mean 40, median 40, 40 to 40',
      'Woman / South (2): n 2, missing 0: mean 40, median 40, 20 to 60',
      'Woman / No answer (1): n 1, missing 0: mean 5, median 5, 5 to 5',
      'Man / South (1): n 1, missing 0: mean 30, median 30, 30 to 30',
      'No answer / South (1): n 1, missing 0: mean 1, median 1, 1 to 1',
    ]);
    expect(groupLines(crossed.get('size'))).toHaveLength(4);
    expect(crossed.get('size')?.grouping.by).toEqual([{ path: 'place', label: 'Where?' }]);
  });

  it('are not made of what stands in a repeat for what stands outside, nor of a question for itself', () => {
    const { crossed } = dataOf(form, records, { by: ['sex'] });
    expect([...crossed.keys()]).toEqual(['member/age']);
  });

  it('can be made by a calculation that gives one of a few texts', () => {
    const { crossed } = dataOf(form, records, { by: ['large'] });
    expect(crossed.get('size')?.grouping.groups.map(({ values, size }) => [values[0]?.label, size])).toEqual([
      ['large', 1],
      ['small', 1],
      ['Not in the list', 1],
      ['No answer', 2],
    ]);
  });

  it('are given up where they are too many', () => {
    expect(tallyOf(form, records, { by: ['place'], mostGroups: 4 }).state.tooManyGroups).toBe(false);
    expect(tallyOf(form, records, { by: ['place'], mostGroups: 3 }).state.tooManyGroups).toBe(true);
  });
});

const refused = (name: string, yaml = form, smallCells = 5): string => {
  try {
    tallyOf(yaml, [], { by: [name], smallCells });
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'accepted';
};

const asking = (meaning: string): string =>
  formOf(`      - { ask: q, type: select_one sex, label: Q, ${meaning} }`, lists);

const groupWithQ = (name: string): string => `
      - group: ${name}
        label: G
        items: [{ ask: q, type: select_one sex, label: Q }]`;

describe('there are no groups by', () => {
  it.each([
    ['plase', 'Form "f" has no question "plase". Did you mean "place"?'],
    ['tags', 'There are no groups by "tags": it can have several answers at once.'],
    ['words', 'There are no groups by "words": it is of type text.'],
    [
      'greeting',
      'There are no groups by "greeting": its calculation is not one of a few texts that are written in it.',
    ],
  ])('%s', (name, sentence) => expect(refused(name)).toContain(sentence));

  it('the codes of a file that is not at hand', () => {
    const yaml = formOf('      - { ask: q, type: select_one_from_file places.csv, label: Q }');
    expect(refused('q', yaml)).toContain('its codes are in a file that the dictionary does not have');
  });

  it('a name that several questions have, but by their paths', () => {
    const yaml = formOf(groupWithQ('a') + groupWithQ('b'), lists);
    expect(refused('q', yaml)).toBe('Form "f" has 2 questions "q". Name one by its path: a/q, b/q');
    expect(refused('b/q', yaml)).toBe('accepted');
  });

  it('what tells who a person is', () => {
    expect(refused('q', asking('identifies: direct'), 1000)).toContain('"q" tells who a person is');
  });

  it.each(['sensitivity: personal', 'sensitivity: sensitive', 'identifies: quasi'])(
    'what is personal while small numbers are shown: %s',
    (meaning) => {
      expect(refused('q', asking(meaning), 2)).toContain('"q" is personal, and small numbers are not hidden');
      expect(refused('q', asking(meaning), 3)).toBe('accepted');
    },
  );

  it('but by what is not, also then', () => {
    expect(refused('q', asking('sensitivity: internal'), 0)).toBe('accepted');
  });
});
