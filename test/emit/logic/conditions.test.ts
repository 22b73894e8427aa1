import { describe, expect, it } from 'vitest';
import { AS_WRITTEN, condition } from './words.ts';

describe('a comparison in words', () => {
  it.each([
    ["${consent} = 'yes'", '“Do you agree?” is “Yes”'],
    ["'yes' = ${consent}", '“Do you agree?” is “Yes”'],
    ["${consent} != 'no'", '“Do you agree?” is not “No”'],
    ['${age} = 5', '“Age” is 5'],
    ['18 <= ${age}', '“Age” is at least 18'],
    ['${age} < 5', '“Age” is less than 5'],
    ['${age} <= 5', '“Age” is at most 5'],
    ['${age} > ${size}', '“Age” is more than “Household size”'],
    ['${age} = ${size}', '“Age” is the same as “Household size”'],
    ['${age} != ${size}', '“Age” is not the same as “Household size”'],
    ["${village} = 'v1'", '“Village” is `v1`'],
    ['. > 20', 'the answer is more than 20'],
    ['${last-saved#age} = 5', '“Age” of the record saved last is 5'],
  ])('%s', (expression, words) => {
    expect(condition(expression)).toBe(words);
  });

  it('speaks of days where one side is a date', () => {
    expect(condition('. <= today()', { self: 'arrival' })).toBe('the answer is the date of today or earlier');
    expect(condition("${arrival} >= date('2020-01-01')")).toBe('“Arrival” is `2020-01-01` or later');
    expect(condition("${arrival} > date('2020-01-01')")).toBe('“Arrival” is after `2020-01-01`');
    expect(condition('${arrival} < today()')).toBe('“Arrival” is before the date of today');
  });

  it('asks whether there is an answer, or a value where nothing is asked', () => {
    expect(condition("${age} = ''")).toBe('“Age” is not answered');
    expect(condition('${age} != ""')).toBe('“Age” is answered');
    expect(condition("${score} = ''")).toBe('“Score” is empty');
    expect(condition("'' != ${score}")).toBe('“Score” has a value');
  });

  it('takes a number for a code where the list has it, but not where an order is asked for', () => {
    expect(condition('${rank} = 1')).toBe('“Rank” is “First”');
    expect(condition('${rank} = 3')).toBe('“Rank” is 3');
    expect(condition('${rank} >= 1')).toBe('“Rank” is at least 1');
    expect(condition('${rank} = 1 or ${rank} = 2 or ${rank} = 3')).toBe('“Rank” is one of these: “First”, “Second”, 3');
  });

  it('knows the codes of the question that it stands at', () => {
    expect(condition(". != 'no'", { self: 'consent' })).toBe('the answer is not “No”');
    expect(condition("selected(., 'none')", { self: 'needs' })).toBe('the answer includes “No need”');
  });
});

describe('several answers in words', () => {
  it.each([
    ["selected(${needs}, 'food')", '“Needs” includes “Food”'],
    ["selected(${consent}, 'yes')", '“Do you agree?” is “Yes”'],
    ["not(selected(${needs}, 'food'))", '“Needs” does not include “Food”'],
    ["not(selected(${consent}, 'yes'))", '“Do you agree?” is not “Yes”'],
    ['selected(${needs}, ${village})', '“Needs” includes “Village”'],
    ['count-selected(${needs}) > 1', 'the number of answers chosen in “Needs” is more than 1'],
    ['count-selected(.) <= 3', 'the number of answers chosen is at most 3'],
  ])('%s', (expression, words) => {
    expect(condition(expression)).toBe(words);
  });
});

describe('tests of texts in words', () => {
  it.each([
    ["regex(., '^[0-9]{6}$')", 'the answer has the form `^[0-9]{6}$`'],
    ["starts-with(., 'HH')", 'the answer begins with `HH`'],
    ["ends-with(${village}, 'x')", '“Village” ends with `x`'],
    ["contains(., '@')", 'the answer contains `@`'],
    ['string-length(.) = 9', 'the number of characters of the answer is 9'],
    ['true()', 'always'],
    ['false()', 'never'],
  ])('%s', (expression, words) => {
    expect(condition(expression)).toBe(words);
  });
});

describe('joined conditions', () => {
  it('make one sentence where they are two', () => {
    expect(condition("${consent} = 'yes' and ${age} >= 5")).toBe('“Do you agree?” is “Yes” and “Age” is at least 5');
    expect(condition("${age} < 5 or ${consent} = 'no'")).toBe('“Age” is less than 5 or “Do you agree?” is “No”');
  });

  it('make a list where they are more, or nested', () => {
    expect(condition("${consent} = 'yes' and (${age} < 5 or ${size} > 9) and ${score} != 3")).toBe(
      [
        'all of these are true:',
        '- “Do you agree?” is “Yes”',
        '- “Age” is less than 5 or “Household size” is more than 9',
        '- “Score” is not 3',
      ].join('\n'),
    );
    expect(condition('(${age} < 5 or ${age} > 60 or ${size} > 9) and ${score} = 1')).toBe(
      [
        'all of these are true:',
        '- at least one of these is true:',
        '  - “Age” is less than 5',
        '  - “Age” is more than 60',
        '  - “Household size” is more than 9',
        '- “Score” is 1',
      ].join('\n'),
    );
  });

  it('say a range at once, in either order', () => {
    expect(condition('. >= 1 and . <= 40')).toBe('the answer is from 1 to 40');
    expect(condition('. <= 40 and . >= 1')).toBe('the answer is from 1 to 40');
    expect(condition("${consent} = 'yes' and ${age} >= 12 and ${age} <= 55")).toBe(
      '“Do you agree?” is “Yes” and “Age” is from 12 to 55',
    );
    expect(condition('. > 1 and . < 40')).toBe('the answer is more than 1 and the answer is less than 40');
    expect(condition('${age} >= 1 and ${size} <= 40')).toBe('“Age” is at least 1 and “Household size” is at most 40');
  });

  it('say alternatives of one question at once', () => {
    expect(condition("${village} = 'a' or ${village} = 'b'")).toBe('“Village” is one of these: `a`, `b`');
    expect(condition("${consent} != '' and ${consent} != 'no' and ${consent} != 'yes'")).toBe(
      '“Do you agree?” is answered and “Do you agree?” is none of these: “No”, “Yes”',
    );
    expect(condition("selected(${needs}, 'food') or selected(${needs}, 'water')")).toBe(
      '“Needs” includes at least one of these: “Food”, “Water”',
    );
    expect(condition("not(selected(${needs}, 'food')) and not(selected(${needs}, 'none'))")).toBe(
      '“Needs” includes none of these: “Food”, “No need”',
    );
  });

  it('keep apart what only looks alike', () => {
    expect(condition("${village} = 'a' or ${consent} = 'no'")).toBe('“Village” is `a` or “Do you agree?” is “No”');
    expect(condition("${village} = 'a' and ${village} = 'b'")).toBe('“Village” is `a` and “Village” is `b`');
  });
});

describe('denied conditions', () => {
  it('turn round where the opposite is exact', () => {
    expect(condition("not(${consent} = 'yes')")).toBe('“Do you agree?” is not “Yes”');
    expect(condition("not(${age} != '')")).toBe('“Age” is not answered');
  });

  it('are denied as a whole where it is not: without an answer neither of > and <= is true', () => {
    expect(condition('not(${age} > 5)')).toBe('this is not true:\n- “Age” is more than 5');
  });

  it('take in all that is denied', () => {
    expect(condition("not(${age} > 5 or ${consent} = 'no')")).toBe(
      'none of these is true:\n- “Age” is more than 5\n- “Do you agree?” is “No”',
    );
    expect(condition("not(${age} > 5 and ${consent} = 'no')")).toBe(
      'at least one of these is not true:\n- “Age” is more than 5\n- “Do you agree?” is “No”',
    );
  });
});

describe('a choice filter in words', () => {
  it.each([
    ['admin1 = ${village}', 'the column `admin1` of a choice is the same as “Village”'],
    [
      "life_stage = 'any' or life_stage = ${score}",
      'the column `life_stage` of a choice is `any` or the column `life_stage` of a choice is the same as “Score”',
    ],
    ["name != 'none'", 'a choice is not “No need”'],
  ])('%s', (expression, words) => {
    expect(condition(expression, { self: 'needs', inChoices: true })).toBe(words);
  });
});

describe('what has no words stays as written, whole', () => {
  it.each([
    '${age}',
    '${unknown} = 1',
    '${age} > 5 and weighted-checklist(1, 2, ${age}) = 1',
    "not(${age} > 5 or jr:itext('x') = 1)",
    'age = 5',
    '../age = 5',
    '${age} > 5 and (${size} <> 3)',
    '${age} >',
    'selected(${needs})',
    "regex(., concat('^', ${village}))",
    '${member} = 1',
    '${member_age} = 1',
    "${age} > ''",
    'true() = 1',
    '',
  ])('%s', (expression) => {
    expect(condition(expression)).toBe(AS_WRITTEN);
  });
});

describe('other languages', () => {
  it.each([
    ['fr', '“Do you agree?” est “Yes” et “Age” est supérieur ou égal à 5'],
    ['es', '“Do you agree?” es “Yes” y “Age” es como mínimo 5'],
    ['ar', '“Do you agree?” هو “Yes” و “Age” لا يقل عن 5'],
    ['fr-CA', '“Do you agree?” est “Yes” et “Age” est supérieur ou égal à 5'],
    ['prs', '“Do you agree?” برابر است با “Yes” و “Age” حد اقل 5 است'],
    ['ps', '“Do you agree?” له “Yes” سره برابر دی او “Age” تر 5 کم نه دی'],
    ['ckb', '“Do you agree?” is “Yes” and “Age” is at least 5'],
  ])('%s', (tag, words) => {
    expect(condition("${consent} = 'yes' and ${age} >= 5", { tag })).toBe(words);
  });
});
