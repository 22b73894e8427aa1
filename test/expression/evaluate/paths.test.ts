import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluating.ts';

const record = {
  a: '3',
  one: 'pear',
  member: [
    { age: 30, name: 'Amina', visit: [{ visit_no: 1 }, { visit_no: 2 }] },
    { age: 4, name: 'Omar', visit: [{ visit_no: 3 }] },
    { age: 9, name: '' },
  ],
};

describe('from outside of repeats', () => {
  it.each([
    ['count(${member})', 3],
    ['sum(${age})', 43],
    ['max(${age})', 30],
    ['min(${age})', 4],
    ["join('; ', ${name})", 'Amina; Omar; '],
    ['count-non-empty(${name})', 2],
    ['sum(${visit_no})', 6],
    ['count(${member}[age < 18])', 2],
    ['sum(${age}[. < 10])', 13],
    ['string(${member}[position() = 2]/name)', 'Omar'],
    ['/data/member[age = 9]/name', ''],
    ['count(/data/member/visit[visit_no > 1])', 2],
    ['indexed-repeat(${name}, ${member}, 2)', 'Omar'],
    ['indexed-repeat(${name}, ${member}, 9)', ''],
    ['indexed-repeat(${name}, ${member}, 0)', 'Amina'],
    ['indexed-repeat(${visit_no}, ${member}, 1, ${visit}, 2)', 2],
    ['${name}', '(several-answers)'],
    ['${age} + 1', '(several-answers)'],
    // A number between brackets chooses nothing.
    ['/data/member[2]/name', ''],
    ['/data/nowhere', ''],
    ['/data/last/end_note', ''],
  ])('%s is %j', (text, value) => {
    expect(evaluate(text, { record })).toEqual(value);
  });
});

describe('in an entry', () => {
  it.each([
    ['${age}', 'age', 1, 4],
    ['.', 'age', 1, 4],
    ['../name', 'age', 1, 'Omar'],
    ['${a} + ${age}', 'age', 1, 7],
    ['../../a', 'age', 1, 3],
    ['/data/member/age', 'age', 1, 4],
    ['position(..)', 'age', 2, 3],
    ['sum(${visit_no})', 'age', 0, 3],
    ['${age} * 10 + ${visit_no}', 'visit_no', 1, 302],
    ['position(../..)', 'visit_no', 2, 2],
    ['position(..)', 'visit_no', 1, 2],
    // As the converter writes it, a repeat in its own entry is this entry alone, and the answers of it the one of the entry.
    ['count(${member})', 'age', 1, 1],
    ['sum(${age})', 'age', 1, 4],
    ['count(../../member)', 'age', 1, 3],
    ['sum(../../member/age)', 'age', 1, 43],
    ['string-length()', 'name', 0, 5],
    ["once('new')", 'name', 0, 'Amina'],
    ["once('new')", 'name', 2, 'new'],
    ['indexed-repeat(${name}, ${member}, position(..) - 1)', 'age', 1, 'Amina'],
  ])('%s for %s in entry %i is %j', (text, at, entry, value) => {
    expect(evaluate(text, { record, at, entry })).toEqual(value);
  });
});

describe('lists', () => {
  it.each([
    // With a language, the converter writes ids in place of labels into the lists.
    ["instance('fruit')/root/item[name = 'pear']/label", ''],
    ["jr:itext(instance('fruit')/root/item[name = 'pear']/itextId)", 'The pear'],
    ["jr:itext('fruit-9')", '(wrong-value)'],
    ["instance('fruit')/root/item[name = ${one}]/weight", '5'],
    ["sum(instance('fruit')/root/item/weight)", 9],
    ["count(instance('fruit')/root/item[weight > 1])", 2],
    ["instance('fruit')/root/item/name", '(several-answers)'],
    ["instance('fruit')/root/item[name = 'no']/label", ''],
    ["instance('nothing')/root/item", '(unknown-list)'],
    ["jr:choice-name(${one}, '${one}')", 'The pear'],
    ["jr:choice-name('apple', ' /data/one ')", 'The apple'],
    ["jr:choice-name('no', '${one}')", ''],
    ["jr:choice-name('no', '${a}')", ''],
    ["pulldata('fruit', 'weight', 'name', 'pear')", '5'],
    ["pulldata('fruit', 'weight', 'name', 'no')", ''],
    ["pulldata('nothing', 'weight', 'name', 'pear')", '(unknown-list)'],
  ])('%s is %j', (text, value) => {
    expect(evaluate(text, { record })).toEqual(value);
  });

  it('are read from within an entry by current()', () => {
    const text = "instance('fruit')/root/item[weight = current()/../age]/name";
    expect(evaluate(text, { record: { member: [{ age: 1 }, { age: 3 }] }, at: 'age', entry: 1 })).toBe('apple');
  });
});

describe('what Collect does not know', () => {
  it.each([
    ['//a', '(not-in-collect)'],
    ['../following-sibling::a', '(not-in-collect)'],
    ['/data/a | /data/d', '(not-in-collect)'],
    ['../*', '(not-in-collect)'],
    ['/data/@version', '(not-in-collect)'],
    ['floor(1.5)', '(not-in-collect)'],
    ['${last-saved#a}', '(device)'],
    ["property('deviceid')", '(device)'],
    ['${nobody}', '(unknown-name)'],
    ['frobnicate(1)', '(unknown-function)'],
    ['round()', '(entries)'],
    ['1 +', '(syntax)'],
    ['sum(3)', '(wrong-value)'],
    ['instance(1)', '(wrong-value)'],
  ])('%s is %s', (text, value) => {
    expect(evaluate(text, { record, at: 'a' })).toBe(value);
  });
});
