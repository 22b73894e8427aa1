import { expect, it } from 'vitest';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { delivered, rows } from './deliver.ts';

const FORM = `
  forms:
    f:
      entities: [{ list_name: homes, label: "\${a}" }]
      items:
        - { ask: a, type: text, label: A, save_to: number }
        - { group: g, label: G, items: [{ ask: b, type: text, label: B, hint: H, save_to: street }] }
`;

function entitiesOf(profile: Profile): string {
  const delivery = delivered(FORM, profile);
  return `${delivery.form.entities.length} rows\n${rows(delivery, 'hint', 'save_to')}`;
}

it('entities go to ODK and into what is written as it is, and not to KoboToolbox', () => {
  expect(entitiesOf('kobo')).toMatchInlineSnapshot(`
    "0 rows
    text a
    group g
      text b | hint: en "H""
  `);
  expect(entitiesOf('odk')).toMatchInlineSnapshot(`
    "1 rows
    text a | save_to: number
    group g
      text b | hint: en "H" | save_to: street"
  `);
  expect(entitiesOf('xlsform')).toBe(entitiesOf('odk'));
});
