import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/expression/tokens.ts';

/** The words of an expression, parted by `·`, and their kinds. */
function words(text: string): readonly [string, string] {
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'end');
  return [tokens.map((token) => token.text).join('·'), tokens.map(({ kind }) => kind).join(' ')];
}

describe('tokenize', () => {
  it.each([
    ['${age}>=18', '${age}·>=·18', 'reference symbol number'],
    ['${last-saved#age} + 1', '${last-saved#age}·+·1', 'reference symbol number'],
    ['a-b', 'a-b', 'name'],
    ['a -b', 'a·-·b', 'name symbol name'],
    ['2-1', '2·-·1', 'number symbol number'],
    ['a.b', 'a.b', 'name'],
    ['.5 + 5. + 0.5', '.5·+·5.·+·0.5', 'number symbol number symbol number'],
    ['../.', '..·/·.', 'symbol symbol symbol'],
    ['jr:choice-name(x)', 'jr:choice-name·(·x·)', 'name symbol name symbol'],
    ['child::a', 'child·::·a', 'name symbol name'],
    ['âge_du_ménage = العمر', 'âge_du_ménage·=·العمر', 'name symbol name'],
    ['\'it"s\' != "l\'eau"', '\'it"s\'·!=·"l\'eau"', 'string symbol string'],
    ['“oui” = ‘oui’', '“oui”·=·‘oui’', 'string symbol string'],
    ['a == b', 'a·==·b', 'name bad name'],
    ['a != b', 'a·!=·b', 'name symbol name'],
    ['a | b || c', 'a·|·b·||·c', 'name symbol name bad name'],
    ['{age} $age $(age) ${age', '{age}·$age·$(age)·${age', 'bad bad bad bad'],
    ["x = 'oui", "x·=·'oui", 'name symbol bad'],
    ['${} ${a b}', '${}·${a b}', 'bad bad'],
    ['a § b', 'a·§·b', 'name bad name'],
    ['a 😀 b', 'a·😀·b', 'name name name'], // XML lets a name hold it
  ])('%s', (text, expected, kinds) => {
    expect(words(text)).toEqual([expected, kinds]);
  });

  it('keeps blanks beside the words', () => {
    const [dot, , five, end] = tokenize('  . >\u00a05\n');
    expect([dot?.before, five?.before, five?.after, end?.before]).toEqual(['  ', '\u00a0', '\n', '']);
    expect(five?.span).toEqual({ start: 6, end: 7 });
  });

  it('keeps blanks that stand alone', () => {
    expect(tokenize('  ')).toEqual([{ kind: 'end', text: '', span: { start: 2, end: 2 }, before: '  ', after: '' }]);
  });
});
