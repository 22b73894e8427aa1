import { describe, expect, it } from 'vitest';
import { literal } from '../../src/expression/literal.ts';
import { delivered, rows } from './deliver.ts';

describe('a section that is left without items', () => {
  const form = `
    variables:
      old: { type: text, label: Old, retired: { since: 1.0.0 } }
    modules:
      m: { items: [{ group: inner, label: I, items: [{ note: n, label: N }] }] }
    forms:
      f:
        items:
          - { note: first, label: F }
          - { group: g, label: G, items: [{ repeat: r, label: R, items: [old] }] }
          - group: h
            label: H
            items:
              - use: m
                except: [n]
          - { group: kept, label: K, items: [{ note: last, label: L }] }
  `;

  it.each(['kobo', 'odk'] as const)('goes, because converters fail on it: %s', (profile) => {
    expect(rows(delivered(form, profile))).toBe('note first\ngroup kept\n  note last');
  });

  it('stays where nothing is adapted', () => {
    expect(rows(delivered(form, 'xlsform'))).toBe(
      'note first\ngroup g\n  repeat r\ngroup h\n  group inner\ngroup kept\n  note last',
    );
  });
});

describe('a text as a literal of an expression', () => {
  it.each([
    ['plain', `'plain'`],
    ['', `''`],
    ["d'accord", `"d'accord"`],
    ['it’s', `"it’s"`],
    ['say "x"', `'say "x"'`],
    [`'both' "`, `concat("'", 'both', "'", ' "')`],
    [`‘’“`, `concat("‘’", '“')`],
    ['$&', `'$&'`],
  ])('holds %s', (text, expression) => {
    expect(literal(text)).toBe(expression);
  });
});
