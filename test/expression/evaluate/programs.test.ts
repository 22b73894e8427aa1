import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, numberText } from '../../../src/expression/evaluate/number-text.ts';
import { compileExpression } from '../../../src/expression/evaluate/program.ts';
import { round } from '../../../src/expression/evaluate/round.ts';
import { parseExpression } from '../../../src/expression/parser.ts';
import { recordReader } from '../../../src/model/record/record-reader.ts';
import { anyText } from '../../support/any-text.ts';
import { device, evaluate, trialScope } from './evaluating.ts';

describe('a program', () => {
  const scope = trialScope();
  const read = recordReader(scope);

  it('gives each record its own value, whatever went wrong before', () => {
    const { evaluate: run } = compileExpression(parseExpression("format-date(${t}, '%Y')"), scope);
    const values = ['2024-02-29', 'nonsense', '2025-01-01'].map((t) => run(read({ t }, device.clock), device));
    expect(values).toEqual(['2024', expect.objectContaining({ code: 'wrong-value' }), '2025']);
  });

  it('takes time and chance from the host alone', () => {
    const { evaluate: run } = compileExpression(
      parseExpression("concat(format-date(today(), '%e.%n.'), random())"),
      scope,
    );
    const host = { ...device, clock: { now: 0, offset: () => -60 }, random: () => 0.25 };
    expect(run(read({}, host.clock), host)).toBe('31.12.0.25');
  });

  it('tells the place of what it cannot evaluate', () => {
    const text = '1 + floor(2)';
    const outcome = compileExpression(parseExpression(text), scope).evaluate(read({}, device.clock), device);
    expect(outcome).toMatchObject({ kind: 'cannot-evaluate', span: { start: 4, end: 9 } });
  });
});

describe('deep and long expressions', () => {
  it.each([
    ['10,000 brackets', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`, '(syntax)'],
    ['10,000 times and', Array.from({ length: 10_000 }, () => '1').join(' and '), '(syntax)'],
    ['150 brackets', `${'('.repeat(150)}1${')'.repeat(150)}`, 1],
    ['900 times and', Array.from({ length: 900 }, () => '1').join(' and '), true],
    ['900 times plus', Array.from({ length: 900 }, () => '1').join(' + '), 900],
    ['150 ifs', `${'if(1, '.repeat(150)}7${', 0)'.repeat(150)}`, 7],
  ])('%s do no harm', (_, text, value) => {
    expect(evaluate(text)).toBe(value);
  });
});

describe('any text', () => {
  it('is evaluated, or there is a reason', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(['string', 'number', 'boolean']).toContain(typeof evaluate(text));
      }),
    );
  });
});

describe('numbers', () => {
  it('come back from what they are written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (value) => {
        expect(numberOf(numberText(value / 1000))).toBe(value / 1000);
      }),
    );
  });

  it('round to whole numbers as floor of half more', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (value) => {
        expect(round(value / 100, 0)).toBeCloseTo(Math.floor(value / 100 + 0.5), 9);
      }),
    );
  });

  it.each([
    [0.285, 2, 0.29],
    [-0.285, 2, -0.28],
    [2.675, 2, 2.68],
    [1e21, 2, 1e21],
    [0.1 + 0.2, 15, 0.3],
    [-0.4, 0, 0],
    [5e-324, 3, 0],
  ])('round as they are printed: %d to %i decimals is %d', (value, places, rounded) => {
    expect(round(value, places)).toBe(rounded);
  });
});
