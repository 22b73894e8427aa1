import { describe, expect, it } from 'vitest';
import {
  cannotEvaluate,
  compileDictionary,
  compileExpression,
  deliver,
  type EvaluationHost,
  memoryTree,
  parseExpression,
  recordReader,
  recordScope,
} from '../src/index.ts';
import { present } from './support/tester.ts';

const files = {
  'dictionary.yaml': `lexiform: 1
dictionary: tiny
languages: { en: English }
profiles: [kobo]
codelists:
  sex: { codes: { f: Female, m: Male } }
variables:
  hh_size: { type: integer, label: How many live here? }
  visited: { type: date, label: When? }
  age: { type: integer, label: Age }
  sex: { type: select_one sex, label: Sex }
forms:
  visit:
    title: Visit
    items: [hh_size, visited, { repeat: member, label: Member, items: [age, sex] }]
`,
};

const submission = {
  _id: 1,
  hh_size: '2',
  visited: '2024-02-29',
  member: [
    { 'member/age': '31', 'member/sex': 'f' },
    { 'member/age': '3', 'member/sex': 'm' },
  ],
};

/** A device in UTC whose time stands still. */
const host: EvaluationHost = {
  clock: { now: Date.parse('2024-03-01T12:00:00Z'), offset: () => 0 },
  random: () => 0.5,
  digest: () => undefined,
};

const dictionary = present(compileDictionary(memoryTree(files)).dictionary, 'dictionary');
const form = present(dictionary.forms.get('visit'), 'form');
const scope = recordScope(deliver(dictionary, form, 'kobo'), dictionary);
const record = recordReader(scope)(submission, host.clock);

describe('the library evaluates expressions', () => {
  it.each([
    ['${hh_size} + 1', 3],
    ['${hh_size} > count(${member})', false],
    ["jr:choice-name('f', '${sex}')", 'Female'],
    ['sum(${age})', 34],
    ['today() - ${visited}', 1],
  ])('on a record: %s', (text, value) => {
    expect(compileExpression(parseExpression(text), scope).evaluate(record, host)).toBe(value);
  });

  it('in each entry of a repeat', () => {
    const member = present(scope.find('member'), 'repeat');
    const isAdult = compileExpression(parseExpression('${age} >= 18'), scope, member);
    const entries = present(record.repeats[member.slot], 'entries');
    expect(entries.map((entry) => isAdult.evaluate(entry, host))).toEqual([true, false]);
  });

  it.each([
    ['${hh_size} +', 'syntax'],
    ['${hh_sise}', 'unknown-name'],
    ['${age}', 'several-answers'],
    ['no-such(1)', 'unknown-function'],
  ])('and says why there is no value: %s', (text, code) => {
    const outcome = compileExpression(parseExpression(text), scope).evaluate(record, host);
    expect(cannotEvaluate(outcome) && outcome.code).toBe(code);
  });

  it('and tells the keys of a submission that the form does not have', () => {
    const unknown: string[] = [];
    recordReader(scope)({ ...submission, hh_sise: 4 }, host.clock, { unknown: (key) => unknown.push(key) });
    expect(unknown).toEqual(['_id', 'hh_sise']);
  });
});
