import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { compileRecordChecks, compileSoftLimits } from '../../src/model/record-checks/compile-checks.ts';
import { rowsAt } from '../../src/model/record-checks/answers-at.ts';
import { recordReader } from '../../src/model/record/record-reader.ts';
import { recordScope } from '../../src/model/record/record-scope.ts';
import type { KoboRecord } from '../../src/generate/kobo/record-json.ts';
import { deviceAt } from '../support/device.ts';
import { present } from '../support/tester.ts';
import { compiled, formOf, generated, shipped } from './generating.ts';

/** The checks that a record breaks: `severity name` each. */
function brokenBy(dictionary: Dictionary, formName: string): (record: KoboRecord) => readonly string[] {
  const form = present(dictionary.forms.get(formName), formName);
  const delivery = deliver(dictionary, form, 'kobo');
  const scope = recordScope(delivery, dictionary);
  const read = recordReader(scope);
  const checks = [...compileRecordChecks(dictionary, delivery.form, scope), ...compileSoftLimits(dictionary, scope)];
  return (record) => {
    const host = deviceAt(String(record['_submission_time']));
    const view = read(record, host.clock);
    return checks.flatMap(({ check, node, evaluate }) =>
      rowsAt(node, scope.root)(view).some((row) => evaluate(row, host).kind === 'broken')
        ? [`${check.severity} ${check.name}`]
        : [],
    );
  };
}

/** The answers to a form of these items; none of them breaks a check. */
function checkedAnswers(items: string, checks: string, beside = ''): readonly Readonly<Record<string, unknown>>[] {
  const dictionary = compiled(formOf(items, `${beside}\nchecks:\n${checks}`));
  const broken = brokenBy(dictionary, 'visit');
  const { records, notes } = generated(dictionary, { count: 60 });
  expect(records.flatMap(({ record }) => broken(record))).toEqual([]);
  expect(notes.brokenChecks.size).toBe(0);
  return records.map(({ record }) => record);
}

function numbersOf(record: Readonly<Record<string, unknown>>, ...names: readonly string[]): readonly number[] {
  return names.map((name) => Number(record[name] ?? 0));
}

/** The rules of the faults that records of a form can have. */
function faultsOf(dictionary: Dictionary): readonly unknown[] {
  return generated(dictionary, { count: 1, faults: 'each' }).records.map(({ fault }) => fault?.rule);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

const number = (name: string, more = ''): string =>
  `      - { ask: ${name}, type: integer, label: N, required: yes${more} }\n`;

const TOTAL = `${number('total', ', constraint: . >= 0 and . <= 400')}`;
const PARTS = ['a', 'b', 'c', 'd'];
const SUM = '  adds_up: { sums: { of: [a, b, c, d], to: total }, severity: error }';

describe('checks of records', () => {
  it.each(['household_registration', 'location_assessment', 'protection_monitoring'])(
    '%s: nothing is found that is an error, and seldom anything else',
    (form) => {
      const broken = brokenBy(shipped, form);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
          const { records } = generated(shipped, { form, seed, count: 100 });
          const found = records.map(({ record }) => broken(record));
          expect(found.flat().filter((each) => each.startsWith('error'))).toEqual([]);
          expect(found.filter((each) => each.length > 0).length).toBeLessThan(2);
        }),
        { numRuns: 3 },
      );
    },
  );

  it('are kept by whatever is answered last', () => {
    const items = number('a', ', constraint: . > 0 and . < 90') + number('b', ', constraint: . > 0 and . < 90');
    for (const { a, b } of checkedAnswers(items, '  c: { when: "${b} * 2 >= ${a} or ${b} > 30" }'))
      if (Number(a) > 2) expect(Number(b)).toBeLessThanOrEqual(30);
  });

  it('are kept through calculations, in each entry of a repeat', () => {
    const items = `      - repeat: member
        label: M
        repeat_count: "4"
        items:
          - { ask: role, type: select_one roles, label: R, required: yes }
          - { ask: born, type: integer, label: B, required: yes, constraint: . > 1900 and . < 2026 }
          - { calculate: age, calculation: "2026 - \${born}" }\n`;
    const beside = 'codelists:\n  roles: { codes: { head: Head, other: Other } }';
    const records = checkedAnswers(
      items,
      `  young_head: { when: "\${role} = 'head' and \${age} < 70" }\n  nobody_old: { when: "max(\${age}) < 90" }`,
      beside,
    );
    const first = records.map(({ member }) => Number((member as readonly Record<string, string>[])[0]?.['member/age']));
    expect(first.some((age) => age < 90)).toBe(true);
    const roles = records.flatMap(({ member }) =>
      (member as readonly Record<string, string>[]).map((entry) => entry['member/role']),
    );
    expect(new Set(roles)).toEqual(new Set(['head', 'other']));
  });

  it('leave blank what no answer suits, where that may be blank', () => {
    const items = `${number('a', ', constraint: . > 5')}      - { ask: b, type: integer, label: B, constraint: . > 0 }\n`;
    for (const record of checkedAnswers(items, '  c: { when: "${b} > 0 and ${a} > 0" }'))
      expect(record).not.toHaveProperty('b');
  });

  it('are no matter of blanks, unless they ask for them', () => {
    const items = `${number('first')}      - { ask: a, type: integer, label: A }\n      - { ask: b, type: integer, label: B }\n`;
    const records = checkedAnswers(items, '  c: { when: "${a} != ${b}" }\n  d: { when: "${b} = \'\'" }');
    expect(records.every(({ b }) => b !== undefined)).toBe(true);
    expect(records.some(({ a }) => a === undefined)).toBe(true);
  });

  it('make soft limits answers as others are', () => {
    const items = `      - { ask: q, type: integer, label: Q, required: yes, constraint: . >= 0, soft: [{ when: . > 12 }, { when: . < 3 }] }\n`;
    const dictionary = compiled(formOf(items));
    for (const { record } of generated(dictionary, { count: 60 }).records) {
      expect(Number(record['q'])).toBeLessThanOrEqual(12);
      expect(Number(record['q'])).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('sums', () => {
  it.each([
    ['the total first', TOTAL + PARTS.map((name) => number(name)).join('')],
    ['the total last', PARTS.map((name) => number(name)).join('') + TOTAL.replace('400', '4000')],
    ['the total between', number('a') + number('b') + number('total') + number('c') + number('d')],
    [
      'parts that may be blank',
      TOTAL + PARTS.map((name) => `      - { ask: ${name}, type: integer, label: P }\n`).join(''),
    ],
  ])('come out: %s', (_, items) => {
    const records = checkedAnswers(items, SUM);
    const complete = records.filter((record) => PARTS.some((name) => name in record));
    expect(complete.length).toBeGreaterThan(50);
    for (const record of complete) expect(total(numbersOf(record, ...PARTS))).toBe(Number(record['total']));
    // The parts share the total; no single one of them takes it.
    const large = complete.filter((record) => Number(record['total']) > 40);
    expect(large.length).toBeGreaterThan(10);
    for (const name of PARTS)
      expect(large.filter((record) => Number(record[name] ?? 0) > Number(record['total']) * 0.8).length).toBeLessThan(
        large.length / 4,
      );
  });

  it('come out over the entries of a repeat', () => {
    const items = `${number('total', ', constraint: . >= 50 and . <= 90')}      - repeat: place
        label: P
        repeat_count: "3"
        items:
          - { ask: women, type: integer, label: W, required: yes, constraint: . >= 0 }
          - { ask: men, type: integer, label: M, required: yes, constraint: . >= 0 }\n`;
    for (const { total: whole, place } of checkedAnswers(items, '  c: { sums: { of: [women, men], to: total } }')) {
      const parts = (place as readonly Record<string, unknown>[]).flatMap((entry) =>
        numbersOf(entry, 'place/women', 'place/men'),
      );
      expect(parts).toHaveLength(6);
      expect(total(parts)).toBe(Number(whole));
      expect(Math.max(...parts)).toBeLessThan(60);
    }
  });

  it('come out with fractions, and with what is computed', () => {
    const items = `      - { ask: total, type: decimal, label: T, required: yes, constraint: . > 1 and . < 9 }
      - { ask: a, type: decimal, label: A, required: yes, constraint: . >= 0 }
      - { calculate: half, calculation: "\${a} div 2" }
      - { ask: b, type: decimal, label: B, required: yes, constraint: . >= 0 }\n`;
    checkedAnswers(items, '  c: { sums: { of: [a, half, b], to: total } }');
  });
});

describe('durations', () => {
  const items = '      - { ask: q, type: integer, label: Q }\n    metadata: [start, end]\n';

  it.each([
    ['{ under: 2h }', 120, 170],
    ['{ over: 3m }', 3, 3],
    ['{ under: 20m, over: 25m }', 20, 25],
  ])('%s', (limits, least, most) => {
    for (const { start, end } of checkedAnswers(items, `  c: { duration: ${limits} }`)) {
      const minutes = (Date.parse(String(end)) - Date.parse(String(start))) / 60_000;
      expect(minutes).toBeGreaterThanOrEqual(least);
      expect(minutes).toBeLessThanOrEqual(most);
    }
  });
});

describe('checks that nobody can keep', () => {
  const items = number('a', ', constraint: . > 5 and . < 9') + number('b', ', constraint: . > 5 and . < 9');

  it('are told, and the records conform to the form', () => {
    const dictionary = compiled(formOf(items, 'checks:\n  c: { when: "${b} > 0 and ${a} > 0" }'));
    const { records, notes } = generated(dictionary, { count: 40 });
    expect(records.every(({ isWhole, record }) => isWhole && 'a' in record && 'b' in record)).toBe(true);
    expect([...notes.brokenChecks].map(([{ name }, count]) => [name, count])).toEqual([['c', 40]]);
  });

  it('keep nobody from having faults', () => {
    const checks = 'checks:\n  c: { when: "${b} > 0 and ${a} > 0" }';
    const [plain, checked] = [formOf(items), formOf(items, checks)].map((form) => faultsOf(compiled(form)));
    expect(checked?.length).toBeGreaterThan(5);
    expect(checked).toEqual(plain);
  });
});

describe('faults', () => {
  it.each(['household_registration', 'location_assessment'])('%s: break no check besides', (form) => {
    const broken = brokenBy(shipped, form);
    const { records } = generated(shipped, { form, count: 120, faults: 1 });
    // What cannot be read, or is not there, is nothing to checks.
    const readable = records.filter(({ fault }) => fault && !['answer-type', 'answer-missing'].includes(fault.rule));
    expect(readable.length).toBeGreaterThan(60);
    for (const { record } of readable) expect(broken(record)).toEqual([]);
  });

  it('are not made good by other answers', () => {
    const items = `${number('size', ', constraint: . > 0 and . < 9')}      - repeat: member
        label: M
        repeat_count: \${size}
        items: [{ ask: name, type: text, label: N, required: yes }]
      - { calculate: listed, calculation: "count(\${member})" }\n`;
    const plain = compiled(formOf(items));
    expect(faultsOf(plain)).toContain('entries-count');
    // The check says the same as the count does, so that no record has one of both faults alone.
    const checked = compiled(formOf(items, 'checks:\n  whole: { when: "${listed} != ${size}" }'));
    expect(faultsOf(checked)).not.toContain('entries-count');
    expect(faultsOf(checked)).toContain('answer-missing');
  });
});
