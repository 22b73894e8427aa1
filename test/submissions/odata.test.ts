import { expect, test } from 'vitest';
import type { DataNode } from '../../src/model/columns/column.ts';
import { readOdata } from '../../src/submissions/odata/read-odata.ts';
import { memoryFile, readAll, told } from './reading.ts';

function column(name: string): DataNode {
  return {
    kind: 'column',
    name,
    path: [name],
    answer: 'text',
    codes: undefined,
    question: undefined,
    added: undefined,
  };
}

const form: readonly DataNode[] = [
  { kind: 'group', name: 'm-1', path: ['m-1'], section: undefined, children: [column('a.b'), column('c')] },
  {
    kind: 'repeat',
    name: 'hh',
    path: ['hh'],
    section: undefined,
    children: [column('größe'), column('a-b'), column('a_b')],
  },
];

test('names that OData cannot have are the names of the form again', async () => {
  const text = JSON.stringify({
    value: [
      {
        __id: 'uuid:1',
        m_1: { a_b: 1, c: null },
        hh: [{ __id: '2', gr_e: 'x', a_b: 'stays' }],
        unknown_1: { a_b: 1 },
      },
    ],
  });
  const { submissions, findings } = await readAll(readOdata, memoryFile(text), [form]);
  expect(told(findings)).toEqual([]);
  expect(submissions.map(({ answers }) => answers)).toEqual([
    {
      __id: 'uuid:1',
      'm-1': { 'a.b': 1, c: null },
      hh: [{ __id: '2', größe: 'x', a_b: 'stays' }],
      unknown_1: { a_b: 1 },
    },
  ]);
});

test('keys that objects have anyway stay answers', async () => {
  const text = '{"value":[{"__id":"uuid:1","__proto__":{"x":1},"constructor":"y","m_1":{"__proto__":{"a":1}}}]}';
  const { submissions } = await readAll(readOdata, memoryFile(text), [form]);
  const [answers] = submissions.map((each) => each.answers);
  expect(JSON.stringify(answers)).toBe(
    '{"__id":"uuid:1","__proto__":{"x":1},"constructor":"y","m-1":{"__proto__":{"a":1}}}',
  );
  expect(({} as Readonly<Record<string, unknown>>)['x']).toBeUndefined();
});

test('links in place of the entries of a repeat are told once', async () => {
  const row = { __id: 'uuid:1', 'hh@odata.navigationLink': 'Submissions/hh', g: { 'kids@odata.navigationLink': 'x' } };
  const { findings } = await readAll(readOdata, memoryFile(JSON.stringify({ value: [row, row] })), [form]);
  expect(told(findings)).toEqual([
    'warning unexpanded-repeat : "data" has only links to the entries of "hh" and "g/kids".',
  ]);
});

test('a repeat that some submission has entries of is in the file', async () => {
  const link = { 'hh@odata.navigationLink': 'Submissions/hh' };
  const rows = [
    { __id: 'uuid:1', ...link },
    { __id: 'uuid:2', ...link, hh: [{ __id: '3' }] },
  ];
  const { findings, submissions } = await readAll(readOdata, memoryFile(JSON.stringify(rows)), [form]);
  expect(told(findings)).toEqual([]);
  expect(submissions).toHaveLength(2);
});
