import { describe, expect, it } from 'vitest';
import {
  enginesOf,
  foreignFunctions,
  functions,
  takenBy,
  takesAll,
  takesSoMany,
  usageOf,
} from '../../src/vocabulary/functions.ts';
import { present } from '../support/tester.ts';

const counts = (name: string): readonly number[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].filter((count) => takesSoMany(present(functions.get(name), name), count));

describe('the table of functions', () => {
  it.each([
    ['today', [0]],
    ['if', [3]],
    ['round', [1, 2]],
    ['substr', [2, 3]],
    ['string-length', [0, 1]],
    ['concat', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['join', [1, 2, 3, 4, 5, 6, 7]],
    ['checklist', [2, 3, 4, 5, 6, 7]],
    ['weighted-checklist', [4, 6]],
    ['indexed-repeat', [3, 5, 7]],
    ['pulldata', [4]],
  ])('%s takes %j entries', (name, taken) => {
    expect(counts(name)).toEqual(taken);
  });

  it.each([
    ['sum', 0, 1, true],
    ['max', 0, 1, true],
    ['max', 0, 2, false],
    ['join', 1, 2, true],
    ['join', 1, 3, false],
    ['join', 0, 2, false],
    ['distance', 1, 2, false],
    ['indexed-repeat', 3, 5, true],
    ['indexed-repeat', 4, 5, false],
    ['if', 0, 3, false],
    ['today', 0, 1, false],
  ])('of %s, entry %i of %i takes all entries of a repeat: %s', (name, index, given, takes) => {
    expect(takesAll(present(functions.get(name), name), index, given)).toBe(takes);
  });

  it('says how a function is written, and how much it takes', () => {
    const said = ['today', 'not', 'round', 'join', 'indexed-repeat'].map((name) => {
      const definition = present(functions.get(name), name);
      return `${usageOf(name, definition)}: ${takenBy(definition)}`;
    });
    expect(said).toEqual([
      'today(): nothing between its parentheses',
      'not(condition): 1 entry',
      'round(number, [number]): 1 or 2 entries',
      'join(text, value, …): at least 1 entry',
      'indexed-repeat(answers, answers, number, answers, number, …): 3 entries, then more in groups of 2',
    ]);
  });

  it('names what each function does, and no function of another program', () => {
    for (const [name, { doc, engines }] of functions) {
      expect(doc, name).toMatch(/^[A-Z0-9e].*\.$/);
      expect(engines.length, name).toBeGreaterThan(0);
    }
    expect([...foreignFunctions.keys()].filter((name) => functions.has(name))).toEqual([]);
  });

  it('knows where the forms of each profile are filled in', () => {
    expect(enginesOf(['kobo'])).toEqual(['collect', 'enketo']);
    expect(enginesOf(['odk', 'kobo'])).toEqual(['collect', 'enketo', 'webforms']);
    expect(enginesOf(['xlsform'])).toEqual(['collect']);
  });
});
