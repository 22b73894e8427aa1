import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluating.ts';

const NOT_A_NUMBER = Number.NaN;

describe('operators, as JavaRosa has them', () => {
  it.each([
    // Arithmetic takes everything as a number; what is none is NaN.
    ['1 + 2 * 3', 7],
    ['7 div 2', 3.5],
    ['-7 mod 3', -1],
    ['1 div 0', Infinity],
    ["'3,5' + 1", 4.5],
    ["' 7 ' + 1", 8],
    ["'1e3' + 1", NOT_A_NUMBER],
    ["'' + 1", NOT_A_NUMBER],
    ['true() + true()', 2],
    // < and > compare numbers, texts too.
    ["'10' < '9'", false],
    ["'b' > 'a'", false],
    ["'2' < '10'", true],
    // = compares conditions if one is a condition, else numbers if one is a number, else texts.
    ["'1.0' = '1'", false],
    ["'1.0' = 1", true],
    ["'false' = true()", true],
    ["'' = false()", true],
    ['0.1 + 0.2 = 0.3', true],
    ["number('x') = number('x')", false],
    ["number('x') != number('x')", true],
    // Every text but the empty one holds; what is decided early is not computed on.
    ["'false' and 1", true],
    ["'' or 0", false],
    ["true() or date('nonsense')", true],
    ["false() and date('nonsense')", false],
    ["false() or date('nonsense')", '(wrong-value)'],
  ])('%s is %j', (text, value) => {
    expect(evaluate(text)).toEqual(value);
  });

  it.each([
    ['5', '5'],
    ['0.1 + 0.2', '0.30000000000000004'],
    ['12345678.5', '1.23456785E7'],
    ['12345678', '12345678'],
    ['2147483648', '2.147483648E9'],
    ['0.0001', '1.0E-4'],
    ['1 div 3', '0.3333333333333333'],
    ['-1 div 0', '-Infinity'],
    ["number('')", 'NaN'],
    ['1 = 1', 'true'],
    ['date(0)', '1970-01-01'],
    ['now()', '2026-03-15'],
  ])('%s reads as text %s', (text, value) => {
    expect(evaluate(`string(${text})`)).toBe(value);
  });
});

describe('what is not answered', () => {
  it.each([
    ['${a}', ''],
    ['${a} + 1', NOT_A_NUMBER],
    ["${a} = ''", true],
    ['${a} = 0', false],
    ['${a} < 5', false],
    ['not(${a})', true],
    ['if(${a}, 1, 2)', 2],
    ['coalesce(${a}, 7)', 7],
    ["selected(${many}, 'apple')", false],
    ["selected(${many}, '')", true],
    ['count-selected(${many})', 0],
    ['string-length(${t})', 0],
    ['date(${day})', ''],
    ["format-date(${day}, '%Y')", ''],
    ['max(${a}, 3)', 3],
    ['max(${a}, ${d})', NOT_A_NUMBER],
    ['sum(${age})', 0],
    ['count(${member})', 0],
    ['max(${age})', NOT_A_NUMBER],
    ["join(', ', ${name})", ''],
    ['distance(${shape})', 0],
  ])('%s is %j', (text, value) => {
    expect(evaluate(text)).toEqual(value);
  });
});

describe('answers by the type of their question', () => {
  const record = {
    a: '007',
    d: '2.50',
    t: '5',
    day: '2024-02-29',
    moment: '2024-02-29T10:20:30.000+01:00',
    hour: '08:15',
    many: 'apple 10',
    total: '2',
    point: '12.5 45 0 0',
  };

  it.each([
    ['${a}', 7],
    ["concat(${a}, ' ', ${d}, ' ', ${t})", '7 2.5 5'],
    ["${t} = '5.0'", false],
    ['${t} = 5.0', true],
    ['${total} + 1', 3],
    ['${day} + 1', 19783],
    ["${day} > '2024-01-01'", false],
    ["${day} > date('2024-01-01')", true],
    ["${day} = '2024-02-29'", true],
    ['string(${moment})', '2024-02-29'],
    ["format-date-time(${moment}, '%H:%M')", '13:50'],
    ["format-date-time(${hour}, '%H:%M')", '08:15'],
    // A time is one of today, so that its text is today's date.
    ['string(${hour})', '2026-03-15'],
    ["selected(${many}, '10')", true],
    ["selected(${many}, '1')", false],
    ['selected-at(${many}, 1)', '10'],
    ['count-selected(${many})', 2],
    ["selected(${a}, '7')", '(wrong-value)'],
    ['selected(${many}, 10)', '(wrong-value)'],
    ['string(${point})', '12.5 45.0 0.0 0.0'],
    ['selected-at(${point}, 1)', '45.0'],
  ])('%s is %j', (text, value) => {
    expect(evaluate(text, { record })).toEqual(value);
  });

  it.each([
    ['a', 'five', '${a}'],
    ['a', '2147483648', '${a}'],
    ['d', '1,5', '${d}'],
    ['day', '2024-02-30', '${day}'],
    ['day', '29/02/2024', '${day}'],
    ['point', 'here', '${point}'],
  ])('an answer to %s that is %s counts as none', (key, answer, text) => {
    expect(evaluate(text, { record: { [key]: answer } })).toBe('');
  });
});
