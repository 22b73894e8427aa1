import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/expression/parser.ts';
import { carets, shape } from './helpers.ts';

function read(text: string): string {
  const { tree, problems } = parseExpression(text);
  expect(problems).toEqual([]);
  return shape(tree);
}

describe('parseExpression', () => {
  it.each([
    // operators
    ['. >= 0 and . <= 50 or . = 99', '(or (and (>= self::node() 0) (<= self::node() 50)) (= self::node() 99))'],
    ['1 + 2 * 3 - 4', '(- (+ 1 (* 2 3)) 4)'],
    ['a - b - c', '(- (- child::a child::b) child::c)'],
    ['a=b=c', '(= (= child::a child::b) child::c)'],
    ['-a * b', '(* (neg child::a) child::b)'],
    ['- -1', '(neg (neg 1))'],
    ['-a|b', '(neg (| child::a child::b))'],
    ['(1 + 2) * 3', '(* {(+ 1 2)} 3)'],
    // `*` and the operators that are words: their place decides
    ['* * *', '(* child::* child::*)'],
    ['div div mod', '(div child::div child::mod)'],
    ['a and(b)', '(and child::a {child::b})'],
    ['7mod 2', '(mod 7 2)'],
    ['item[div = ${division}]', 'child::item[(= child::div $division)]'],
    ['a-b', 'child::a-b'],
    ['a -b', '(- child::a child::b)'],
    ['or', 'child::or'],
    // paths
    ['/', '/'],
    ['/data/hh/@id', '/child::data/child::hh/attribute::id'],
    ['//age', '//child::age'],
    ['../../jr:x/*', 'parent::node()/parent::node()/child::jr:x/child::*'],
    ['following-sibling::a/text()', 'following-sibling::a/child::text()'],
    ["processing-instruction('x')", 'child::processing-instruction()'],
    ['a[1][b = 2]/c', 'child::a[1][(= child::b 2)]/child::c'],
    ['${rep}[position() = 2]/x', '$rep[(= position() 2)]/child::x'],
    ['current()/../age', 'current()/parent::node()/child::age'],
    [
      "instance('x')/root/item[name = ${a}]/label",
      'instance("x")/child::root/child::item[(= child::name $a)]/child::label',
    ],
    ['(//a)[1]', '{//child::a}[1]'],
    // calls
    ['today()', 'today()'],
    ['once ( today( ) )', 'once(today())'],
    ["jr:choice-name(${x}, '${x}')", 'jr:choice-name($x, "${x}")'],
    ["if(selected(${a}, 'x'), ${last-saved#b}, -1)", 'if(selected($a, "x"), last-saved:b, (neg 1))'],
    ['text', 'child::text'],
    // literals
    ['5. + .5', '(+ 5 0.5)'],
    ['“it’s” = ‘"’', '(= "it\'s" "\\"")'],
    ["''", '""'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['${a} == 1 and ${b} = 2', '(and (= $a 1) (= $b 2))'],
    ['${a} AND ${b}', '(and $a $b)'],
    ['${a} ${b} > 1', '?:$a (> $b 1)'],
    ['(${a} + 1', '{(+ $a 1)}'],
    ['${a}) and ${b}', '(and ?:$a $b)'],
    ['${ age } > 1', '(> $age 1)'],
    ['{age} > 1', '(> ? 1)'],
    ['. > 0 and', '(and (> self::node() 0) ?)'],
    ['if(${a}; 1; 2)', 'if($a, 1, 2)'],
  ])('reads on after a mistake: %s', (text, expected) => {
    expect(shape(parseExpression(text).tree)).toBe(expected);
  });

  it('reads curly quotes as straight and says where they are', () => {
    const { problems, curlyQuotes } = parseExpression('${a} = ‘yes’');
    expect(problems).toEqual([]);
    expect(curlyQuotes.map(carets)).toEqual(['       ^', '           ^']);
  });

  it('gives each node the stretch it covers', () => {
    const { tree } = parseExpression(' 1 + if(a, 2, 3) ');
    expect(carets(tree.span)).toBe(' ^^^^^^^^^^^^^^^');
    expect(tree.kind === 'binary' && carets(tree.right.span)).toBe('     ^^^^^^^^^^^');
  });
});
