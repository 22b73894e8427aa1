import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesOf } from '../../../src/expression/domains/condition.ts';
import { parseExpression } from '../../../src/expression/parser.ts';
import type { Expression } from '../../../src/expression/tree.ts';
import { type Answers, holds, isIn, namesFor } from './reference.ts';

const sign = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const equality = fc.constantFrom('=', '!=');
const some = fc.constantFrom('-1', '0', '1', '2', '3', '1.5');

function comparison(left: fc.Arbitrary<string>, by: fc.Arbitrary<string>, right: fc.Arbitrary<string>) {
  return fc
    .tuple(left, by, right, fc.boolean())
    .map(([one, operator, other, turned]) => (turned ? `${other} ${operator} ${one}` : `${one} ${operator} ${other}`));
}

const about = {
  n: comparison(fc.constant('${n}'), sign, some),
  text: comparison(fc.constantFrom('${t}', '${c}'), equality, fc.constantFrom("'a'", "'b'", "'1'", "''", '1', '2')),
};

const atom = fc.oneof(
  about.n,
  about.text,
  comparison(fc.constantFrom('${n}', '${k}', '${t}', '${c}'), sign, fc.constantFrom('1', '2', "'1'", "'x'")),
  comparison(fc.constantFrom('${n}', '${k}', '${m}'), equality, fc.constantFrom("''", "'a'", "'a b'", "'1'")),
  comparison(
    fc.constantFrom('${n}', '${k}', '${t}', '${n} + 1', '${n} + ${k}'),
    sign,
    fc.constantFrom('${n}', '${k}', '${t}'),
  ),
  comparison(fc.constantFrom('count-selected(${m})', 'string-length(${t})', '${n} + 1', '${n} + ${k}'), sign, some),
  fc.constantFrom('${n}', '${t}', '${c}', '${m}', "regex(${t}, 'x')", 'true()', 'false()', '1 = 2', "'1' = 1.0"),
  fc
    .tuple(fc.constantFrom('${c}', '${m}', '${t}'), fc.constantFrom("'a'", "'b'", "'c'", "'1'", "''"))
    .map(([answer, code]) => `selected(${answer}, ${code})`),
);

/** Conditions made of smaller ones. */
function conditions(leaf: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      leaf,
      fc.tuple(tie('condition'), tie('condition')).map(([one, other]) => `(${one}) and (${other})`),
      fc.tuple(tie('condition'), tie('condition')).map(([one, other]) => `((${one}) or (${other}))`),
      tie('condition').map((inner) => `not(${inner})`),
      fc.tuple(tie('condition'), tie('condition'), tie('condition')).map((parts) => `if(${parts.join(', ')})`),
    ),
  })).condition;
}

/** All combinations of a few answers to each question. */
const EVERYTHING: readonly Answers[] = ['', 0, 1, 4].flatMap((n) =>
  ['', 1, 1.5].flatMap((k) =>
    ['', 'a', '1', '2'].flatMap((t) =>
      ['', 'a', '1'].flatMap((c) => ['', 'a', 'a b', 'a b c'].map((m): Answers => ({ n, k, t, c, m }))),
    ),
  ),
);

function read(text: string): Expression {
  const { tree, problems } = parseExpression(text);
  expect(problems).toEqual([]);
  return tree;
}

describe('the cases of a condition', () => {
  it('hold every answer that makes it true, and every answer that makes it false', () => {
    fc.assert(
      fc.property(conditions(atom), (text) => {
        const tree = read(text);
        const names = namesFor(tree);
        for (const wanted of [true, false]) {
          const cases = casesOf(tree, wanted, names);
          const lost = EVERYTHING.find(
            (answers) =>
              holds(tree, answers) === wanted &&
              !cases.some((each) =>
                Object.keys(answers).every((name) => {
                  const domain = each.get(name);
                  return !domain || isIn(domain, answers[name] ?? '');
                }),
              ),
          );
          expect(lost).toBeUndefined();
        }
      }),
      { numRuns: 400 },
    );
  });

  it('are none exactly where nothing makes it true, as long as it speaks of one number', () => {
    const answers = ['', -2, -1, 0, 1, 2, 3, 4].map((n): Answers => ({ n }));
    fc.assert(
      fc.property(conditions(about.n), (text) => {
        const tree = read(text);
        for (const wanted of [true, false]) {
          const never = casesOf(tree, wanted, namesFor(tree)).length === 0;
          expect(never).toBe(!answers.some((each) => holds(tree, each) === wanted));
        }
      }),
    );
  });

  it('are none exactly where nothing makes it true, as long as it speaks of one code', () => {
    const answers = ['', 'a', 'b', '1'].map((c): Answers => ({ c }));
    const leaf = comparison(fc.constant('${c}'), equality, fc.constantFrom("'a'", "'b'", "'1'", "''", '1'));
    fc.assert(
      fc.property(conditions(leaf), (text) => {
        const tree = read(text);
        for (const wanted of [true, false]) {
          const never = casesOf(tree, wanted, namesFor(tree)).length === 0;
          expect(never).toBe(!answers.some((each) => holds(tree, each) === wanted));
        }
      }),
    );
  });
});
