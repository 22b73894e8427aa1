import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseExpression } from '../../src/expression/parser.ts';
import { typedFunctions } from '../../src/expression/types/functions.ts';
import { typesIn } from '../../src/expression/types/infer.ts';
import type { Scope } from '../../src/expression/types/scope.ts';
import {
  BOOLEAN,
  DATE,
  DATE_TIME,
  type ExpressionType,
  FREE_TEXT,
  INTEGER,
  literalText,
  NUMBER,
  type Rows,
  STORED_BOOLEAN,
  TEXT,
  UNKNOWN,
} from '../../src/expression/types/type.ts';
import { typed } from '../../src/expression/types/typed.ts';
import { walk } from '../../src/expression/tree.ts';
import { functions } from '../../src/vocabulary/functions.ts';

const source = { kind: 'list', list: 'sex' } as const;
const code: ExpressionType = { kind: 'code', offer: { values: new Set(['f', 'm']), source } };
const codes: ExpressionType = { kind: 'codes', offer: { values: new Set(['f', 'm']), source } };
const rows: Rows = {
  name: 'sites',
  columns: new Set(['name', 'size']),
  column: (name) =>
    new Map([
      ['name', code],
      ['size', INTEGER],
    ]).get(name),
};
const members: ExpressionType = { kind: 'nodes', rows };

const NAMES: ReadonlyMap<string, ExpressionType> = new Map([
  ['n', INTEGER],
  ['x', NUMBER],
  ['d', DATE],
  ['dt', DATE_TIME],
  ['t', FREE_TEXT],
  ['one', code],
  ['many', codes],
  ['holds', STORED_BOOLEAN],
  ['members', members],
]);

const scope: Scope = {
  own: INTEGER,
  rows: undefined,
  reference: ({ name, lastSaved }) => (lastSaved ? UNKNOWN : (NAMES.get(name) ?? UNKNOWN)),
  instance: (name) => (name === 'sites' ? rows : undefined),
  file: (name) => (name === 'sites' ? rows : undefined),
};

function typeOf(text: string, within: Scope = scope): ExpressionType | undefined {
  const { tree } = parseExpression(text);
  return typesIn(tree, within).get(tree);
}

describe('the type of an expression', () => {
  it.each<readonly [string, ExpressionType]>([
    ['12', INTEGER],
    ['1.5', NUMBER],
    ["'a'", literalText('a')],
    ["'${n}'", UNKNOWN],
    ['${n} + 2 * 3', INTEGER],
    ['${n} div 2', NUMBER],
    ['-${n}', INTEGER],
    ['-${t}', NUMBER],
    ['(${x})', NUMBER],
    ['${n} > 2 and ${t}', BOOLEAN],
    ["${one} = 'f'", BOOLEAN],
    ['${n} | ${x}', UNKNOWN],
    ['.', INTEGER],
    ['../n', UNKNOWN],
    ['/data/n', UNKNOWN],
    ['${last-saved#n}', UNKNOWN],
    ['${nowhere}', UNKNOWN],
    ['today()', DATE],
    ['now()', DATE_TIME],
    ["concat('a', ${n})", TEXT],
    ["selected(${many}, 'f')", BOOLEAN],
    ['selected-at(${many}, 0)', { ...code }],
    ['selected-at(${t}, 0)', TEXT],
    ['indexed-repeat(${one}, ${members}, 1)', code],
    ['once(${d})', DATE],
    ['coalesce(${n}, ${x})', NUMBER],
    ["coalesce('', ${d})", DATE],
    ['if(true(), ${n}, ${d})', UNKNOWN],
    ["if(true(), ${one}, '')", code],
    [
      "if(true(), 'a', 'b')",
      { kind: 'text', offer: { values: new Set(['a', 'b']), source: { kind: 'literal' } }, isFree: false },
    ],
    ["if(true(), 'a', ${t})", FREE_TEXT],
    ['if(true(), ${many}, ${many})', codes],
    ['nothing-of-the-kind(1)', UNKNOWN],
    ["pulldata('sites', 'size', 'name', ${one})", INTEGER],
    ["pulldata('sites', 'gone', 'name', ${one})", UNKNOWN],
    ["pulldata('other', 'size', 'name', ${one})", UNKNOWN],
    ['pulldata(${t}, ${t}, ${t}, ${one})', UNKNOWN],
    ["instance('sites')/root/item[name = 'f']/size", INTEGER],
    ["instance('sites')/root/item[name = 'f']", members],
    ["instance('sites')/other/item/size", UNKNOWN],
    ["instance('other')/root/item/size", UNKNOWN],
    ["instance('sites')//size", UNKNOWN],
    ['${members}[size > 3]/name', code],
    ['${members}/size/name', UNKNOWN],
    ["jr:choice-name(${one}, '${one}')", TEXT],
    ['1 +', NUMBER],
  ])('%s', (text, type) => {
    expect(typeOf(text)).toEqual(type);
  });

  it('of a bare name is that of the column it names, where the expression looks at rows', () => {
    expect(typeOf('size', { ...scope, rows })).toEqual(INTEGER);
    expect(typeOf('size')).toEqual(UNKNOWN);
    expect(typeOf('gone', { ...scope, rows })).toEqual(UNKNOWN);
  });

  it('in brackets is read where the path leads', () => {
    const { tree } = parseExpression(
      "instance('sites')/root/item[size > current()/../n and instance('sites')/root[size]/item[name]]",
    );
    const types = typesIn(tree, scope);
    const paths: string[] = [];
    walk(tree, (node) => {
      if (node.kind === 'path' && node.steps.length === 1) paths.push(types.get(node)?.kind ?? '');
    });
    expect(paths).toEqual(['number', 'unknown', 'code']);
  });
});

test('every function of the vocabulary has a type, and no other', () => {
  expect([...typedFunctions()].toSorted()).toEqual([...functions.keys()].toSorted());
});

test('every part of any text has a type', () => {
  const piece = constantFrom(
    '${n}',
    '${one}',
    "'a'",
    '(',
    ')',
    '[',
    ']',
    ' and ',
    ' = ',
    '+',
    'if(',
    ',',
    '/',
    '.',
    'instance(',
    '3',
  );
  assert(
    property(array(piece, { maxLength: 25 }), (pieces) => {
      const { tree } = parseExpression(pieces.join(''));
      const types = typesIn(tree, scope);
      walk(tree, (node) => expect(types.has(node)).toBe(true));
    }),
  );
});

describe('a long or deep expression', () => {
  it.each([
    ['brackets', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['conditions', Array.from({ length: 10_000 }, () => '${n} > 1').join(' and ')],
    ['sums', Array.from({ length: 10_000 }, () => '${n}').join(' + ')],
    ['calls', `${'not('.repeat(10_000)}1${')'.repeat(10_000)}`],
  ])('of 10,000 %s is typed all the same', (_what, text) => {
    const { tree } = parseExpression(text);
    expect(typesIn(tree, scope).has(tree)).toBe(true);
  });
});

describe('the types of an expression', () => {
  const { tree } = parseExpression("${n} > 1 and instance('sites')/root/item/size = 2");

  it('are found once, as long as its names mean the same', () => {
    expect(typed(tree, { ...scope })).toBe(typed(tree, scope));
  });

  it('are found again when one of them means something else', () => {
    const before = typed(tree, scope);
    expect(typed(tree, { ...scope, reference: () => TEXT })).not.toBe(before);
    const again = typed(tree, scope);
    expect(typed(tree, { ...scope, instance: () => undefined })).not.toBe(again);
    expect(typed(tree, { ...scope, own: TEXT })).not.toBe(typed(tree, scope));
  });
});
