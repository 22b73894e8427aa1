import { describe, expect, it } from 'vitest';
import { shortened } from '../../../src/emit/logic/statement.ts';
import { AS_WRITTEN, value } from './words.ts';

describe('a calculation in words', () => {
  it.each([
    ['today()', 'the date of today'],
    ['now()', 'the present date and time'],
    ['${age} + ${size} * 2', '“Age” + “Household size” × 2'],
    ['(${age} + ${size}) div 2', '(“Age” + “Household size”) ÷ 2'],
    ['-${age}', '−“Age”'],
    ['${age} mod 2', 'the remainder of “Age” divided by 2'],
    ['int(${age} div 5)', 'the whole number of (“Age” ÷ 5), without its decimals'],
    ['round(${score}, 2)', '“Score” rounded to 2 decimals'],
    ['round(${score}, 0)', '“Score” rounded to a whole number'],
    ['round(${score})', '“Score” rounded to a whole number'],
    ['sum(${member_age})', 'the sum of “Age of the member” over all entries'],
    ['count(${member})', 'the number of entries of “Member”'],
    ['max(${member_age})', 'the largest of “Age of the member” over all entries'],
    ['min(${member_age})', 'the smallest of “Age of the member” over all entries'],
    ['position(..)', 'the number of this entry, counted from 1'],
    ["jr:choice-name(${consent}, '${consent}')", 'the label of the answer to “Do you agree?”'],
    ['coalesce(${age}, 0) + 1', '(“Age” or, where that is empty, 0) + 1'],
    ['once(now())', '(the present date and time, computed once and then kept)'],
    ["concat(${village}, '-', ${age})", '(the texts “Village”, `-`, “Age”, one after the other)'],
    ['indexed-repeat(${member_age}, ${member}, 1)', '“Age of the member” of entry number 1 of “Member”'],
    [
      "pulldata('villages', 'pop', 'code', ${village})",
      'the column `pop` of the file “Villages”, in the row where `code` is “Village”',
    ],
    [
      "instance('villages')/root/item[name = ${village}]/pop",
      'the column `pop` of the code “Village” in the list “Villages”',
    ],
    ['decimal-date-time(today()) - 1', '(the date of today as a number of days) − 1'],
    ['number(${age})', '“Age”'],
    ["''", 'nothing'],
    ["'child'", '`child`'],
  ])('%s', (expression, words) => {
    expect(value(expression)).toBe(words);
  });

  it('goes through its cases one by one', () => {
    expect(value("if(${age} = '', '', if(${age} < 18, 'child', 'adult'))")).toBe(
      'if “Age” is not answered then nothing\notherwise, if “Age” is less than 18 then `child`\notherwise `adult`',
    );
  });

  it.each([
    'sum(${age})',
    'count(${age})',
    '${member_age}',
    "if(${age} > 5, uuid(), '')",
    'if(${age}, 1, 2) + 1',
    "jr:choice-name(${consent}, '${needs}')",
    "date('tomorrow')",
    'position(../..)',
    "pulldata('villages', 'pop')",
    "instance('nowhere')/root/item[name = ${village}]/pop",
    "instance('villages')/root/item[pop > 5]/pop",
    "instance('villages')/root/item[name = ${village}][1]/pop",
    '${age} | ${size}',
    '${age} > 5',
    'concat(${age})',
  ])('%s stays as written', (expression) => {
    expect(value(expression)).toBe(AS_WRITTEN);
  });

  it('has no words where it is very long', () => {
    expect(value(Array.from({ length: 600 }, () => '${age}').join(' + '))).toBe(AS_WRITTEN);
    expect(value(Array.from({ length: 200 }, () => '${age}').join(' + '))).toContain('“Age” + “Age”');
  });
});

describe('a label in a sentence', () => {
  it('is on one line and not longer than one', () => {
    expect(shortened('  one\n two ')).toBe('one two');
    expect(shortened('a'.repeat(60))).toBe('a'.repeat(60));
    expect(shortened('a'.repeat(61))).toBe(`${'a'.repeat(59)}…`);
    expect(shortened('👩‍🌾'.repeat(10_000)).length).toBeLessThan(130);
  });
});
