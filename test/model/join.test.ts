import { describe, expect, it } from 'vitest';
import { originAt } from '../../src/core/origin.ts';
import type { Formula } from '../../src/model/facets.ts';
import { joinAnd } from '../../src/model/join.ts';
import { asFormula } from '../../src/model/parse.ts';
import { locate, typed } from '../../src/source/source-string.ts';

function formula(text: string): Formula {
  const location = { kind: 'text', source: { path: `${text}.yaml`, text }, start: 0, end: text.length } as const;
  return asFormula({ string: typed(text, location), origin: originAt(location) });
}

describe('Two conditions joined by and', () => {
  it.each([
    ['a = 1', 'b = 2', 'a = 1 and b = 2'],
    ['a or b', 'c', '(a or b) and c'],
    ['a and b', 'c or d', 'a and b and (c or d)'],
    ['(a or b)', 'c', '(a or b) and c'],
    ["'x or y'", 'c', "'x or y' and c"],
    ['', 'c', 'c'],
    ['a', ' ', 'a'],
  ])('%s, %s', (first, second, both) => {
    expect(joinAnd(formula(first), formula(second)).string.text).toBe(both);
  });

  it('each part keeps the place where it was typed', () => {
    const { string } = joinAnd(formula('a or b'), formula('c'));
    expect(locate(string, { start: 1, end: 2 })).toMatchObject({ source: { path: 'a or b.yaml' }, start: 0, end: 1 });
    expect(locate(string, { start: 13, end: 14 })).toMatchObject({ source: { path: 'c.yaml' }, start: 0, end: 1 });
  });
});
