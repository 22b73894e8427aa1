import { describe, expect, it } from 'vitest';
import { loneDirectionMark } from '../../../src/check/wording/direction.ts';
import { isOtherLength } from '../../../src/check/wording/length.ts';
import { brokenMarkup } from '../../../src/check/wording/markup.ts';
import { referencesIn } from '../../../src/check/wording/plain-words.ts';

describe('the formatting of a translation', () => {
  it.each([
    ['**Note**', '**Remarque**'],
    ['5 * 3 = 15', '5 * 3 = 15'],
    ['Name ____________', 'Nom ______'],
    ['Mark **', 'Marque'],
    ['[here](https://a.org)', '[ici]( https://a.org )'],
    ['<b>x</b>', '<B>y</B>'],
    ['a < b and c > d', 'a < b et c > d'],
    ['column my__name', 'colonne mon__nom'],
  ])('%s – %s: kept', (source, translation) => expect(brokenMarkup(source, translation)).toBeUndefined());

  it.each([
    ['**Note**', '**Remarque', /has \*\* once/],
    ['**Note**', 'Remarque', /has lost the \*\*/],
    ['Note', '__Remarque__', /has __, which the source has not/],
    ['[here](https://a.org)', 'ici', /lost the link to "https:\/\/a.org"/],
    ['[here](https://a.org)', '[ici](https://b.org)', /lost the link/],
    ['here', '[ici](javascript:x)', /links to "javascript:x"/],
    ['Note', '<img src=x onerror=y>Remarque', /has the tag "<img>"/],
    ['<b>x</b>', '<b>x', /lost the tag "<\/b>"/],
  ])('%s – %s: broken', (source, translation, words) => expect(brokenMarkup(source, translation)).toMatch(words));
});

describe('marks for the direction of writing', () => {
  it.each(['a \u202Bب\u202C c', '\u2068\u2067x\u2069\u2069', '\u200Fنعم\u200E', 'plain'])('%j is balanced', (text) => {
    expect(loneDirectionMark(text)).toBeUndefined();
  });
  it.each([
    ['\u202Bب', { mark: 'U+202B', open: true }],
    ['ب\u202C', { mark: 'U+202C', open: false }],
    ['\u2068a\u202C', { mark: 'U+202C', open: false }],
    ['\u2068a\nb\u2069', { mark: 'U+2068', open: true }],
  ])('%j has a lone one', (text, lone) => expect(loneDirectionMark(text)).toEqual(lone));
});

describe('the length of a translation', () => {
  const long = 'How many people live in this household, counting those who are away for work or study?';
  it.each([
    ['Age', 'Âge de la personne en années révolues'],
    [long, '该家庭有多少人居住，包括因工作或学习而外出的人？'],
    [long, 'Combien de personnes vivent ici, absents compris ?'],
    ['${a_very_long_name_of_a_question_that_is_shown_here_in_the_text_of_it} is?', 'هو؟'],
  ])('%s – %s: usual', (source, translation) => expect(isOtherLength(source, translation)).toBe(false));
  it.each([
    [long, 'Ménage'],
    ['Age', 'x'.repeat(90)],
  ])('%s – %s: another', (source, translation) => expect(isOtherLength(source, translation)).toBe(true));
});

it('references are found as the converter reads them', () => {
  expect(referencesIn('${ a } and $(max), ${b}')).toEqual(['${a}', '$(max)', '${b}']);
});
