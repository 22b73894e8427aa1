import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/expression/parser.ts';
import { pathNames } from '../../src/expression/path-names.ts';
import { printExpression } from '../../src/expression/printer.ts';
import { quotedReferences, referencesIn } from '../../src/expression/references.ts';
import { applyEdits } from '../../src/core/range.ts';
import { renameEdits } from '../../src/expression/rename.ts';
import { parseTemplate } from '../../src/expression/template.ts';
import { childrenOf, walk } from '../../src/expression/tree.ts';

const name = fc.constantFrom('a', 'hh_size', 'a-b', 'a.b', 'div', 'and', 'âge', 'العمر', 'text', 'last-saved');
const blank = fc.constantFrom('', ' ', '  ', '\n', '\u00a0');
const someBlank = fc.constantFrom(' ', '\t', ' \n');
const operator = fc.constantFrom('or', 'and', 'div', 'mod', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '|');

/** Expressions that are right, with blanks of all kinds. */
const { expression } = fc.letrec<{ expression: string; operand: string; path: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('operand'),
    fc.tuple(tie('operand'), someBlank, operator, someBlank, tie('expression')).map((parts) => parts.join('')),
    fc.tuple(blank, tie('operand'), blank).map((parts) => parts.join('')),
  ),
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    name.map((text) => `\${${text}}`),
    name.map((text) => `\${last-saved#${text}}`),
    // A word behind a bare `/` is a name, not an operator: hence the parentheses.
    fc.constantFrom('.', '..', '0', '5.', '.5', '12.50', "'x'", '"l\'eau ${a}"', '“x”', "''", '(/)', 'today()', '@id'),
    tie('path'),
    fc.tuple(blank, tie('expression'), blank).map((parts) => `(${parts.join('')})`),
    fc.array(tie('expression'), { maxLength: 3 }).map((args) => `jr:choice-name( ${args.join(' ,')})`),
    tie('operand').map((text) => `- ${text}`),
  ),
  path: fc
    .tuple(
      fc.constantFrom('', '/', '//', '../', "instance('x')/", 'current()/', '${a}[1]/'),
      fc.array(fc.oneof(fc.constantFrom('b', '*', 'jr:c', 'parent::d', 'text()'), tie('expression').map(inBrackets)), {
        minLength: 1,
        maxLength: 2,
      }),
    )
    .map(([start, steps]) => start + steps.join(' / ')),
}));

function inBrackets(text: string): string {
  return `e[ ${text}]`;
}

const fragment = fc.oneof(
  expression,
  fc.constantFrom(
    '(',
    ')',
    '[',
    ']',
    ',',
    '${',
    '}',
    "'",
    '"',
    '==',
    '&&',
    '!',
    'AND',
    '{a}',
    '$a',
    ' ',
    '::',
    '’',
    ';',
  ),
  fc.string({ unit: 'binary' }),
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragment).map((parts) => parts.join('')),
);

describe('properties', () => {
  it('reads what is right without a problem', () => {
    fc.assert(
      fc.property(expression, (text) => {
        expect(parseExpression(text).problems).toEqual([]);
      }),
    );
  });

  it('prints what was read, right or wrong', () => {
    fc.assert(
      fc.property(fc.oneof(expression, anyText), (text) => {
        expect(printExpression(parseExpression(text).tree)).toBe(text);
      }),
    );
  });

  it('keeps children inside their parents, in order', () => {
    fc.assert(
      fc.property(anyText, (text) =>
        walk(parseExpression(text).tree, (node) => {
          const spans = [...childrenOf(node).map(({ span }) => span), { start: node.span.end, end: node.span.end }];
          let done = node.span.start;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(done);
            expect(end).toBeGreaterThanOrEqual(start);
            done = end;
          }
        }),
      ),
    );
  });

  it('points into the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spans = [...parseExpression(text).problems, ...parseTemplate(text).problems].map(({ span }) => span);
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('finds names where it says they are', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const { tree } = parseExpression(text);
        for (const use of [...referencesIn(tree), ...quotedReferences(tree)]) {
          expect(text.slice(use.nameSpan.start, use.nameSpan.end)).toBe(use.name);
        }
        for (const { span, name: step } of pathNames(tree)) expect(text.slice(span.start, span.end)).toBe(step);
      }),
    );
  });

  it('renames there and back', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const there = applyEdits(
          text,
          renameEdits(parseExpression(text).tree, (old) => `${old}_2`, { paths: true }),
        );
        const back = renameEdits(parseExpression(there).tree, (old) => old.replace(/_2$/u, ''), { paths: true });
        expect(applyEdits(there, back)).toBe(text);
      }),
    );
  });
});

describe('texts of extreme length', () => {
  it.each([
    '(',
    ')',
    '-',
    '!',
    '[',
    'a[',
    '# ',
    '} ',
    '1+',
    'a/',
    'f(',
    '${',
    '${a ',
    "'a",
    'a ',
    ', ',
    'a==',
    'a and ',
  ])('100,000 times %s', (piece) => {
    const text = piece.repeat(100_000);
    const { tree, problems } = parseExpression(text);
    expect(printExpression(tree)).toBe(text);
    expect(problems.length).toBeGreaterThan(0);
  });
});
