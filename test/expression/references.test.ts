import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/expression/parser.ts';
import { pathNames } from '../../src/expression/path-names.ts';
import { calls, instanceNames, quotedReferences, referencesIn } from '../../src/expression/references.ts';
import { applyEdits } from '../../src/core/range.ts';
import { renameEdits } from '../../src/expression/rename.ts';
import { carets } from './helpers.ts';

const tree = (text: string) => parseExpression(text).tree;

describe('referencesIn', () => {
  it('finds each ${name} with the stretch of its name', () => {
    const uses = referencesIn(tree('${a} + sum(${rep}/b[c = ${last-saved#d}])'));
    expect(uses.map(({ name, lastSaved, nameSpan }) => [name, lastSaved, carets(nameSpan)])).toEqual([
      ['a', false, '  ^'],
      ['rep', false, '             ^^^'],
      ['d', true, '                                     ^'],
    ]);
  });

  it('finds them behind a mistake', () => {
    expect(referencesIn(tree('(${a} == ${b} ${c})) + ${d')).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  });
});

describe('quotedReferences', () => {
  it('finds ${name} between quotes', () => {
    const text = "jr:choice-name(${x}, '${x}')";
    expect(quotedReferences(tree(text)).map(({ nameSpan }) => carets(nameSpan))).toEqual(['                        ^']);
  });
});

describe('calls and instanceNames', () => {
  const text = "pulldata('sites', 'n', instance('list')/root/item, ${a}) + instance(${b})";

  it('lists every call', () => {
    expect(calls(tree(text)).map(({ name }) => name)).toEqual(['pulldata', 'instance', 'instance']);
  });

  it('lists the names in quotes', () => {
    expect(instanceNames(tree(text)).map(({ name, span }) => [name, carets(span)])).toEqual([
      ['sites', '          ^^^^^'],
      ['list', '                                 ^^^^'],
    ]);
  });
});

describe('pathNames', () => {
  it('tells names of the form from names of a list', () => {
    const text = "instance('l')/root/item[code = current()/../q and x = ${a}/y]/label + ../z/@v";
    expect(pathNames(tree(text)).map(({ name, scope }) => `${scope} ${name}`)).toEqual([
      'instance root',
      'instance item',
      'instance code',
      'form q',
      'instance x',
      'form y',
      'instance label',
      'form z',
    ]);
  });

  it('reads a choice_filter, where plain names are columns', () => {
    expect(pathNames(tree('region = current()/../r'), 'instance').map(({ scope }) => scope)).toEqual([
      'instance',
      'form',
    ]);
  });
});

const rename = (name: string): string | undefined => ({ a: 'alpha', item: 'no' })[name];

const renamed = (text: string, paths: boolean) => applyEdits(text, renameEdits(tree(text), rename, { paths }));

describe('renameEdits', () => {
  it.each([
    ['${a} + ${b}', '${alpha} + ${b}'],
    ['${last-saved#a}', '${last-saved#alpha}'],
    ["jr:choice-name(${a}, '${a}')", "jr:choice-name(${alpha}, '${alpha}')"],
    ["'a' = ../a", "'a' = ../a"],
  ])('%s', (text, expected) => {
    expect(renamed(text, false)).toBe(expected);
  });

  it.each([
    ['../a + /data/a[a > 1]', '../alpha + /data/alpha[alpha > 1]'],
    ["instance('x')/root/item[a = current()/../a]", "instance('x')/root/item[a = current()/../alpha]"],
    ['a() + @a', 'a() + @a'],
  ])('with paths: %s', (text, expected) => {
    expect(renamed(text, true)).toBe(expected);
  });
});
