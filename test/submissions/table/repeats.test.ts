import { describe, expect, test } from 'vitest';
import { household } from './forms.ts';
import { fileOf, readCsv, readSheets } from './tables.ts';

const MEMBERS = [
  {
    site: 'A',
    member: [{ 'member/name': 'Ann', 'member/bag': [{ 'member/bag/inside': 'tea' }] }, { 'member/name': 'Ali' }],
  },
  { site: 'B' },
  {
    site: 'C',
    member: [{ 'member/name': 'Cem', 'member/bag': [{ 'member/bag/inside': 'oil' }, { 'member/bag/inside': 'salt' }] }],
  },
];

describe('sheets of a workbook', () => {
  test('as KoboToolbox joins them', async () => {
    const { answers, told } = await readSheets(
      [household],
      `
| data   | site | _index |
|        | A    | 1      |
|        | B    | 2      |
|        | C    | 3      |
| member | name | _index | _parent_table_name | _parent_index | _submission__id |
|        | Ann  | 1      | data               | 1             | 11              |
|        | Ali  | 2      | data               | 1             | 11              |
|        | Cem  | 3      | data               | 3             | 13              |
| bag    | inside | _index | _parent_table_name | _parent_index |
|        | tea    | 1      | member             | 1             |
|        | oil    | 2      | member             | 3             |
|        | salt   | 3      | member             | 3             |
`,
    );
    expect(answers).toEqual(MEMBERS);
    expect(told).toEqual([]);
  });

  test('in another order, with paths and points, and a sheet of notes', async () => {
    const { answers, told } = await readSheets(
      [household],
      `
| Read me | This file was cleaned in May. |
| member  | member.name | _index | _parent_index |
|         | Cem         | 3      | 3             |
|         | Ann         | 1      | 1             |
|         | Ali         | 2      | 1             |
| member.bag | member.bag.inside | _parent_index |
|            | tea               | 1             |
|            | oil               | 3             |
|            | salt              | 3             |
| main    | site | _index |
|         | A    | 1      |
|         | B    | 2      |
|         | C    | 3      |
`,
    );
    expect(answers).toEqual(MEMBERS);
    expect(told).toEqual([
      'table-not-read sheet Read me: "Read me" is not read: none of its headings is a question of the form.',
    ]);
  });

  test('entries that belong to nothing are told with their rows', async () => {
    const { answers, told } = await readSheets(
      [household],
      `
| data   | site | _index |
|        | A    | 1      |
| member | name | _parent_index |
|        | Ann  | 1             |
|        | Bob  | 7             |
`,
    );
    expect(answers).toEqual([{ site: 'A', member: [{ 'member/name': 'Ann' }] }]);
    expect(told).toEqual([
      'orphan-entry sheet member, row 3: This entry of "member" belongs to no submission of the file.',
    ]);
  });

  test('entries that nothing joins are not read', async () => {
    const { told } = await readSheets(
      [household],
      '| data | site | size |\n| | A | 1 |\n| member | name |\n| | Ann |\n',
    );
    expect(told).toEqual([
      'table-not-read sheet member: "member" is not read: nothing says to which submission its entries belong.',
    ]);
  });
});

describe('files of their own', () => {
  test('as ODK Central joins them', async () => {
    const { answers, told } = await readCsv(
      [household],
      fileOf('form-bag.csv', 'inside,PARENT_KEY,KEY\ntea,uuid:1/member[1],uuid:1/member[1]/bag[1]\n'),
      fileOf('form.csv', 'SubmissionDate,site,KEY\n2024-05-01,A,uuid:1\n2024-05-02,B,uuid:2\n'),
      fileOf('form-member.csv', 'name,age,PARENT_KEY,KEY\nAnn,30,uuid:1,uuid:1/member[1]\n'),
    );
    expect(answers).toMatchObject([
      {
        site: 'A',
        member: [
          {
            'member/name': 'Ann',
            'member/age': '30',
            'member/bag': [{ 'member/bag/inside': 'tea', __id: 'uuid:1/member[1]/bag[1]' }],
          },
        ],
      },
      { site: 'B', __id: 'uuid:2' },
    ]);
    expect(told).toEqual([]);
  });

  test('by the id of the submission', async () => {
    const { answers } = await readCsv(
      [household],
      fileOf('a.csv', 'site,size,_uuid\nA,1,u1\nB,2,u2\n'),
      fileOf('b.csv', 'member/name,_submission__uuid\nBob,u2\nAnn,u1\n'),
    );
    expect(answers).toMatchObject([
      { site: 'A', member: [{ 'member/name': 'Ann' }] },
      { site: 'B', member: [{ 'member/name': 'Bob' }] },
    ]);
  });

  test('entries without their submissions are not read', async () => {
    const { answers, told } = await readCsv([household], fileOf('member.csv', 'name,age,_parent_index\nAnn,30,1\n'));
    expect(answers).toEqual([]);
    expect(told).toEqual([
      'table-not-read : "member" is not read: it has entries of the repeat member, and the submissions that they belong to are not here.',
    ]);
  });

  test('several tables of submissions are read one after the other, each with its repeats', async () => {
    const { submissions, told } = await readCsv(
      [household],
      fileOf('may.csv', 'site,size,_index\nA,1,1\n'),
      fileOf('may-member.csv', 'name,_parent_index\nAnn,1\n'),
      fileOf('june-member.csv', 'name,_parent_index\nBob,1\n'),
      fileOf('june.csv', 'site,_index\nB,1\n'),
    );
    expect(submissions).toEqual([
      { number: 1, line: 2, answers: { site: 'A', 'hh/size': '1', member: [{ 'member/name': 'Ann' }] } },
      { number: 1, line: 2, answers: { site: 'B', member: [{ 'member/name': 'Bob' }] } },
    ]);
    expect(told).toEqual([]);
  });

  test('two tables of one repeat are not mixed', async () => {
    const { told } = await readCsv(
      [household],
      fileOf('form.csv', 'site,size,_index\nA,1,1\n'),
      fileOf('one-member.csv', 'name,age,_parent_index\nAnn,30,1\n'),
      fileOf('two-member.csv', 'name,_parent_index\nBob,1\n'),
    );
    expect(told).toEqual([
      'table-not-read : "two-member" is not read: one-member.csv has entries of member as well, and more of the form\'s columns.',
    ]);
  });
});

describe('larger than memory should hold', () => {
  const COUNT = 30_000;
  const numbers = Array.from({ length: COUNT }, (_, index) => index + 1);
  // So many columns that the entries are not held.
  const wide = Array.from({ length: 80 }, (_, index) => `extra_${index}`);
  const main = `site,size,_index\n${numbers.map((number) => `S${number},1,${number}`).join('\n')}\n`;
  const members = (order: readonly number[]): string =>
    `name,age,_parent_index,${wide.join(',')}\n${order.map((number) => `N${number},1,${number}${','.repeat(80)}`).join('\n')}\n`;

  test.each([
    ['in order', numbers],
    ['out of order', numbers.toReversed()],
  ])('entries %s find their submissions', async (_, order) => {
    const { answers } = await readCsv([household], fileOf('main.csv', main), fileOf('member.csv', members(order)));
    expect(answers).toHaveLength(COUNT);
    const wrong = answers.filter(({ site, member }) => JSON.stringify(member) !== expected(String(site)));
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['brackets', 'member[1]/name,member[2]/name,member[2]/bag[1]/inside'],
  ['numbers', 'member/1/name,member/2/name,member/2/bag/1/inside'],
])('entries in columns: %s', async (_, headings) => {
  const { answers, told } = await readCsv([household], `site,${headings}\nA,Ann,Ali,tea\nB,,Bob,\nC,,,\n`);
  expect(answers).toEqual([
    {
      site: 'A',
      member: [{ 'member/name': 'Ann' }, { 'member/name': 'Ali', 'member/bag': [{ 'member/bag/inside': 'tea' }] }],
    },
    { site: 'B', member: [{ 'member/name': 'Bob' }] },
    { site: 'C' },
  ]);
  expect(told).toEqual([]);
});

function expected(site: string): string {
  return JSON.stringify([{ 'member/name': site.replace('S', 'N'), 'member/age': '1' }]);
}
