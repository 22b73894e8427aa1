import { describe, expect, it } from 'vitest';
import { isAnchored } from '../../../src/check/rules/engines/pattern.ts';
import { kinds, told } from './tester.ts';

describe('what engines read in different ways', () => {
  it.each([
    ["regex(${t}, '[0-9]{10}')", 'engine-difference warning'],
    ['if(${t}, 1, 2)', 'engine-difference warning'],
    ['not(${n})', 'engine-difference warning'],
    ['${n} > 1 and ${holds}', 'engine-difference warning'],
    ['concat(${dt}, ${t})', 'engine-difference warning'],
    ['concat(${tm})', 'engine-difference warning'],
    ['substr(${dt}, 11, 16)', 'engine-difference warning'],
    ['max(${n}, ${x})', 'engine-difference info'],
    ["number('2024-12-31')", 'engine-difference warning'],
    ["format-date(${d}, '%Y-%W')", 'expression-support warning'],
    ['${t} | ${d}', 'expression-support error'],
    ['//t', 'expression-support error'],
    ['../following-sibling::t', 'expression-support error'],
    ['/data/t/text()', 'expression-support error'],
    ["instance('level')/root/item[1]/label", 'expression-support error'],
    ["instance('level')/root/item[${n} + 1]/label", 'expression-support error'],
    ["instance('level')/root/item['a']/label", 'expression-support error'],
    ['-(${n} + 1)', 'expression-support warning'],
  ])('is told: %s', (expression, finding) => {
    expect(told(expression).filter((each) => !each.startsWith('unknown-path'))).toEqual([finding]);
  });

  it.each([
    "regex(${t}, '^[0-9]{10}$') and regex(${t}, '.*a.*') and regex(${t}, ${digits})",
    "if(${n} > 1, 1, 2) + if(selected(${many}, 'tent'), 1, 2) + if(${holds} = 'true', 1, 2)",
    "concat(format-date-time(${dt}, '%H:%M'), ${d}, substr(${dt}, 0, 10))",
    'max(3, 4) + max(${n}) + -1 + -${n} + (0 - (${n} + 1))',
    "instance('level')/root/item[position() = 1]/label",
    "instance('level')/root/item[name = 1 and position() < ${n}]/label",
    'count(../../data/t) + count(/data/t/@id) + count(current()/../t)',
  ])('is not told: %s', (expression) => {
    expect(told(expression).filter((each) => !each.startsWith('unknown-path'))).toEqual([]);
  });

  it('is measured by the engines of the profiles', () => {
    expect(told('if(${t}, 1, 2)', 'calculation', '[xlsform]')).toEqual([]);
    expect(told('-(${n} + 1)', 'calculation', '[odk]')).toEqual([]);
    expect(told('-(${n} + 1)', 'calculation', '[kobo]')).toEqual(['expression-support warning']);
    expect(told('${t} | ${d}', 'calculation', '[xlsform]')).toEqual(['expression-support error']);
    expect(told("format-date(${d}, '%W')", 'calculation', '[xlsform]')).toEqual([]);
  });

  it('says what each of them makes of it', () => {
    const { findings } = kinds.compile(`
      forms: { f: { items: [t, { calculate: q, calculation: "regex(\${t}, '[0-9]')" }] } }
    `);
    expect(findings.map(({ message }) => message)).toEqual([
      '"\'[0-9]\'": a pattern without ^ and $ is not the same everywhere. In the app Collect the whole text must fit. ' +
        'On the web forms of KoboToolbox (Enketo) and in ODK Web Forms a part of the text is enough.',
    ]);
  });

  it('does not concern limits that no device computes', () => {
    const { findings } = kinds.compile(`
      forms: { f: { items: [{ ask: q, type: text, label: Q, soft: [{ when: "regex(., 'x')", message: M }] }] } }
    `);
    expect(findings).toEqual([]);
  });
});

describe('a pattern', () => {
  it.each(['^a$', '^(a|b)$', '(^a$|^b$)', '^a$|^b$', '.*a.*', '^a.*', '.*\\.$', '^[|]$', '^\\|$', '^(a|(b|c))$'])(
    'fits the same everywhere: %s',
    (pattern) => {
      expect(isAnchored(pattern)).toBe(true);
    },
  );

  it.each(['a', '^a', 'a$', '^a|b$', '(a|b)', '^a\\$', '^[$', '', '(^a|b$)', '[^a$]', '^a$|b'])(
    'fits differently: %s',
    (pattern) => {
      expect(isAnchored(pattern)).toBe(false);
    },
  );

  it('of any length is looked at in one pass', () => {
    const started = performance.now();
    for (const sign of ['[', '(', '|', '\\', '(|']) isAnchored(sign.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
