import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/expression/parser.ts';
import { carets } from './helpers.ts';

/** Expressions with one mistake each, and carets under what is pointed at. */
const MISTAKES: readonly (readonly [code: string, text: string, carets: string])[] = [
  ['empty-expression', '', '|'],
  ['empty-expression', '   ', '   |'],

  // operators of Excel, of programming languages, of word processors
  ['double-equals', '${a} == 1', '     ^^'],
  ['double-equals', '${a} = = 1', '     ^^^'],
  ['symbol-and', '${a} && ${b}', '     ^^'],
  ['symbol-and', "${a} & 'x'", '     ^'],
  ['symbol-or', '${a} || ${b}', '     ^^'],
  ['upper-case-operator', '${a} AND ${b}', '     ^^^'],
  ['upper-case-operator', '${a} Or ${b}', '     ^^'],
  ['upper-case-operator', 'NOT(${a})', '^^^'],
  ['operator-as-function', 'AND(${a} = 1, ${b} = 2)', '^^^'],
  ['not-equal-sign', '${a} <> 1', '     ^^'],
  ['reversed-comparison', '${a} => 1', '     ^^'],
  ['reversed-comparison', '${a} =< 1', '     ^^'],
  ['split-operator', '. > = 1', '  ^^^'],
  ['exclamation-mark', "!selected(${a}, 'x')", '^'],
  ['percent-sign', '${a} % 2', '     ^'],
  ['percent-sign', '. < 50%', '      ^'],
  ['xml-entity', '. &gt;= 5', '  ^^^^^'],
  ['typographic-sign', '. ≥ 5', '  ^'],
  ['typographic-sign', '. > –5', '    ^'],
  ['slash-division', '${a} / 2', '     ^'],
  ['slash-division', '${a}/${b}', '    ^'],
  ['slash-division', '(${a} + 1) / count(${b})', '           ^'],

  ['date-without-quotes', '. < 31/12/2024', '    ^^^^^^^^^^'],
  ['date-without-quotes', '. >= 2024-12-31 and . != today()', '     ^^^^^^^^^^'],

  // something is left out
  ['dangling-operator', '. > 0 and', '      ^^^'],
  ['dangling-operator', '(. >) and ${a}', '   ^'],
  ['dangling-operator', '${a} >', '     ^'],
  ['leading-operator', 'and ${a} = 1', '^^^'],
  ['leading-operator', '= 5', '^'],
  ['operators-together', '${a} and or ${b}', '     ^^^^^^'],
  ['operators-together', '. > < 5', '  ^^^'],
  ['missing-operator', '${a} ${b}', '^^^^^^^^^'],
  ['missing-operator', "selected(${a} 'x')", '         ^^^^^^^^'],
  ['missing-operator', '${a} = yes please', '       ^^^^^^^^^^'],
  ['missing-operator', '${a} is yes or no', '^^^^^^^'],
  ['missing-parentheses', 'not ${a}', '^^^^^^^^'],

  // parentheses, brackets, commas
  ['unclosed-parenthesis', '(${a} + 1', '^'],
  ['unclosed-parenthesis', "if(selected(${a}, 'x'), 1, 2", '  ^'],
  ['unclosed-parenthesis', 'if((${a} = 1, 2, 3)', '   ^'],
  ['unclosed-parenthesis', "count(item[selected(n, 'x'])", '                   ^'],
  ['surplus-parenthesis', '${a} = 1) and ${b} = 2', '        ^'],
  ['unclosed-bracket', 'count(../item[name = 1)', '             ^'],
  ['surplus-bracket', '../item[name = 1]] = 2', '                 ^'],
  ['empty-parentheses', '() + 1', '^^'],
  ['empty-predicate', '../item[ ]', '       ^^^'],
  ['predicate-after-dots', '..[1]', '^^'],
  ['empty-argument', 'if(, 1, 2)', '   ^'],
  ['empty-argument', 'if(1, , 2)', '      ^'],
  ['empty-argument', 'if(1, 2,)', '       ^'],
  ['stray-comma', '${a}, ${b}, ${c}', '    ^'],
  ['semicolon', 'if(${a}; 1; 2)', '       ^'],
  ['decimal-comma', '. > 1,5', '    ^^^'],

  // references and texts
  ['unterminated-reference', '${age > 5', '^^^^^'],
  ['unterminated-reference', '${age > 5 and ${b}', '^^^^^'],
  ['empty-reference', '${} > 5', '^^^'],
  ['malformed-reference', '${hh size} > 5', '^^^^^^^^^^'],
  ['malformed-reference', '${age > 5}', '^^^^^^^^^^'],
  ['malformed-reference', '${1st} > 5', '^^^^^^'],
  ['malformed-reference', "jr:choice-name(${a}, '${a b}')", '                      ^^^^^^'],
  ['blank-in-reference', '${ age } > 5', '^^^^^^^^'],
  ['brace-without-dollar', '{age} > 5', '^^^^^'],
  ['brace-without-dollar', '{{age}} > 5', '^^^^^^^'],
  ['dollar-without-braces', '$age > 5', '^^^^'],
  ['dollar-without-braces', '$ {age} > 5', '^^^^^^^'],
  ['dollar-without-braces', '$(age) > 5', '^^^^^^'],
  ['unterminated-text', "${a} = 'yes", '       ^'],
  ['unterminated-text', "${a} = 'yes and ${b} = 'no'", '       ^'],
  ['unterminated-text', "if(${a}, concat('l'eau', ${b}), 2)", '                ^'],
  ['unterminated-text', 'if(${a} = “oui, 1, 2)', '          ^'],

  // paths
  ['reference-in-path', '../x/${b}', '     ^^^^'],
  ['function-in-path', '../count(x)', '   ^^^^^'],
  ['incomplete-path', '../', '  ^'],
  ['incomplete-path', '../@ = 1', '   ^'],
  ['unknown-axis', 'brother::age', '^^^^^^^'],

  // what has no place at all
  ['unknown-character', '${a} # 5', '     ^'],
  ['unknown-character', '${a}}', '    ^'],
  ['invisible-character', '\u200e${a} = 1', '^'],
  ['too-deep', `${'('.repeat(300)}1${')'.repeat(300)}`, `${' '.repeat(201)}^`],
];

describe('one problem for one mistake', () => {
  it.each(MISTAKES)('%s: %s', (code, text, line) => {
    const { problems } = parseExpression(text);
    expect(problems.map((problem) => [problem.code, carets(problem.span)])).toEqual([[code, line]]);
  });

  it('says them in the words of the baseline', async () => {
    const page = MISTAKES.filter(([code]) => code !== 'too-deep').map(([, text]) => {
      const { problems } = parseExpression(text);
      return problems.flatMap(({ code, span, message, help }) => [code, text, carets(span), message, help]).join('\n');
    });
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot('baselines/problems.txt');
  });

  it('tells two mistakes apart, in the order of the text', () => {
    const { problems } = parseExpression('{a} == 1 AND (${b} > 2');
    expect(problems.map(({ code }) => code)).toEqual([
      'brace-without-dollar',
      'double-equals',
      'upper-case-operator',
      'unclosed-parenthesis',
    ]);
  });

  it('takes no sum for a date', () => {
    for (const text of ['2024 - 12 - 31', '2024-1', '${a}-12-31', '1-2-3'])
      expect(parseExpression(text).problems).toEqual([]);
  });

  it('shortens what it quotes', () => {
    const [problem] = parseExpression(`\${${'very long name '.repeat(10)}}`).problems;
    expect(problem?.message).toContain('"${very long name very long name very lo…"');
  });
});
