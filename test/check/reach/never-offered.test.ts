import { describe, expect, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const known = reading
  .with({
    'lists.yaml': `
codelists:
  region: { codes: { north: North, south: South, old: { label: Old, retired: 1.0.0 } } }
variables:
  region: { type: select_one region, label: R }
  regions: { type: select_multiple region, label: R }
  any: { type: text, label: A }
`,
  })
  .checked();

const CITY = `
      codelists:
        city:
          attributes: [region]
          codes:
            a: { label: A, region: north }
            b: { label: B, region: nort }
            c: { label: C, region: south }
            d: { label: D, region: suoth }
            e: { label: E, region: old }
            none: { label: N }
`;

describe('a code that no choice filter lets through', () => {
  it.each([
    'region = ${region}',
    'selected(${regions}, region)',
    "region = ${region} and region != 'south' or name = 'c'",
  ])('is told with the others of its list: %s', (filter) => {
    const { findings } = known.compile(`${CITY}
      forms:
        f: { items: [region, regions, { ask: x, type: select_one city, label: X, choice_filter: "${filter}" }] }
    `);
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      `code-never-offered: The choice filter ${filter} never lets "b" and "d" of "city" through.`,
    ]);
  });

  it.each([
    "region = 'north'",
    'region = ${region} or true()',
    'region = ${any}',
    'contains(${region}, region)',
    'label = ${region}',
    'region = ${last-saved#region}',
  ])('is not told where it may be meant, or may be shown: %s', (filter) => {
    const { findings } = known.compile(`${CITY}
      forms:
        f: { items: [region, any, { ask: x, type: select_one city, label: X, choice_filter: "${filter}" }] }
    `);
    expect(findings.map(({ rule }) => rule)).not.toContain('code-never-offered');
  });

  it('is not told where another question offers it', () => {
    known.expect(`${CITY}
      forms:
        f:
          items:
            - region
            - { ask: x, type: select_one city, label: X, choice_filter: "region = \${region}" }
            - { ask: y, type: select_one city, label: Y }
    `);
  });
});
