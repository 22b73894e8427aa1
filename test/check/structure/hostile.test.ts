import { expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const LONG = 'a('.repeat(5000);
const ODD = [
  'constructor',
  '__proto__',
  'toString',
  '<script>alert(1)</script>',
  '{{x}}',
  '\u202Eevil',
  'hasOwnProperty',
  LONG,
];

/** Strange words wherever these rules look at one: they may be told, but break nothing and take no time. */
it.each(ODD)('%.20s is only a word', (odd) => {
  const word = JSON.stringify(odd);
  const started = performance.now();
  const { findings } = reading.checked().compile(`
    codelists:
      l: { attributes: [${word}], codes: { a: { label: A, ${word}: x } } }
    forms:
      f:
        settings: { ${word}: ${word}, name: ${word}, form_id: ${word}, default_language: ${word} }
        sheets: { ${word}: [{ a: b }] }
        attachments: [${word}]
        items:
          - { ask: a, type: text, label: ${word}, appearance: ${word}, columns: { ${word}: ${word} } }
          - { ask: b, type: select_one l, label: B, default: ${word}, image: ${word} }
          - { ask: c, type: date, label: C, default: ${word} }
          - { ask: d, type: select_one_from_file ${odd.replaceAll(/\W/g, '')}.txt, label: D }
          - { ask: e, type: csv-external }
  `);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(findings.length).toBeGreaterThan(2);
  expect(findings.filter(({ message }) => /undefined|\[object|function/.test(message))).toEqual([]);
});
