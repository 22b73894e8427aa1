import { describe, expect, it } from 'vitest';
import type { RecordCheck } from '../../src/model/record-check.ts';
import { present, reading } from '../support/tester.ts';

const known = reading.with({
  'known.yaml': `
variables:
  a: { type: integer, label: A }
  b: { type: integer, label: B }
forms:
  f: { title: F, items: [a, b] }
`,
});

function checkIn(yaml: string): RecordCheck {
  const { checks } = known.compile(yaml).dictionary;
  return present([...checks.values()][0], 'check');
}

describe('a check', () => {
  it('has its condition parsed, its texts by language, and the place of each part', () => {
    const check = checkIn('checks:\n  c: { when: "${a} > ${b}", message: "${a}!", severity: error, forms: f }\n');
    expect(check).toMatchObject({ name: 'c', kind: 'when', severity: 'error' });
    expect(check.message?.byLanguage.get('en')?.parsed.references).toMatchObject([{ name: 'a' }]);
    expect(check.forms?.map(({ string }) => string.text)).toEqual(['f']);
    const { when } = check as Extract<RecordCheck, { kind: 'when' }>;
    expect(when.parsed.tree).toMatchObject({ kind: 'binary', operator: '>' });
    expect(when.origin.location).toMatchObject({ start: 'checks:\n  c: { when: '.length });
  });

  it('is a warning unless it says something else', () => {
    expect(checkIn('checks: { c: { when: "1 > 2" } }').severity).toBe('warning');
    expect(checkIn('checks: { c: { when: "1 > 2", severity: info } }').severity).toBe('info');
    expect(checkIn('checks: { c: { when: "1 > 2", severity: fatal } }').severity).toBe('warning');
  });

  it('adds up one number or several', () => {
    expect(checkIn('checks: { c: { sums: { of: [a], to: b } } }')).toMatchObject({ kind: 'sums' });
    expect(checkIn('checks: { c: { sums: { of: a, to: b } } }')).toMatchObject({ kind: 'sums' });
  });

  it.each([
    ['90s', 90],
    ['8m', 480],
    ['1h30m', 5400],
    ['2d', 172_800],
  ])('reads %s as a length of time', (under, seconds) => {
    expect(checkIn(`checks: { c: { duration: { under: ${under} } } }`)).toMatchObject({ under: { seconds } });
  });

  it('takes the texts of locale files', () => {
    const { dictionary } = known
      .with({
        'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }\n',
        'locales/fr.yaml': 'checks: { c: { message: Trop } }\n',
      })
      .compile('checks: { c: { when: "${a} > 1", message: Too many } }');
    const texts = dictionary.checks.get('c')?.message?.byLanguage ?? new Map();
    expect([...texts].map(([tag, { string }]) => [tag, string.text])).toEqual([
      ['en', 'Too many'],
      ['fr', 'Trop'],
    ]);
  });

  it('stands once in the dictionary, whatever variables are called', () => {
    reading.expect({
      'a.yaml': 'checks:\n  a: { when: 1 > 2 }\nvariables:\n  a: { type: integer, label: A }\n',
      'b.yaml': 'checks:\n  a: { when: 1 > 2 }\n  ^ duplicate-definition\n',
    });
  });
});

describe('what cannot be read of a check is told', () => {
  it('key by key', () => {
    known.expect(`
      checks:
        a: { wen: "\${a} > 1" }
             ^^^ unknown-key: Did you mean "when"?
        b: { when: "\${a} > 1", serverity: error }
                               ^^^^^^^^^ unknown-key: "serverity" is not a key of check "b". Did you mean "severity"?
        c: { when: [1] }
                   ^^^ wrong-shape
        d: { when: 1 > 2, severity: fatal }
                                    ^^^^^ wrong-value
        e: { sums: { of: [a], too: b } }
                              ^^^ unknown-key: Did you mean "to"?
        f: { sums: { of: [a] } }
                   ^^^^^^^^^^^ missing-key
        g: { duration: { under: 8 } }
                                ^ wrong-value: "under" cannot be "8".
        h: { duration: { under: 8m 30s } }
                                ^^^^^^ wrong-value
        i: text
           ^^^^ wrong-shape
    `);
  });

  it('and so is what it does not say', () => {
    known.expect(`
      checks:
        a: { message: M }
        ^ check-incomplete: what it looks for
        b: { when: }
        ^ check-incomplete: what it looks for
        c: { sums: { of: [], to: a } }
        ^ check-incomplete: what is added up
        d: { sums: { of: [a], to: } }
        ^ check-incomplete: what the sum should be
        e: { duration: {} }
        ^ check-incomplete: how long
        f: { duration: { under: } }
        ^ check-incomplete: how long
        g: { when: 1 > 2, sums: { of: [a], to: b } }
        ^ check-kinds: when: and sums:
    `);
  });

  it('what looks at several records comes later, and is no mistake', () => {
    const { findings, dictionary } = known.expect(`
      checks:
        a: { duplicate: { exact: [a] }, message: M }
        ^ not-compiled: duplicate:
        b: { outlier: { variable: a, method: iqr }, severity: error, mesage: M }
        ^ not-compiled: outlier:
                                                                     ^^^^^^ unknown-key
    `);
    expect(findings.map(({ severity }) => severity)).toEqual(['info', 'info', 'error']);
    expect(dictionary.checks.size).toBe(0);
  });
});
