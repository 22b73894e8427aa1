import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Office, openOffice, serversYaml } from '../office.ts';

/** The shipped dictionary and a server that converts as KoboToolbox does. */
async function referenceOffice(forms: readonly string[]): Promise<Office> {
  const office = await openOffice({ convert: 'pyxform', importPolls: 2 }, {});
  cpSync('dictionary', path.join(office.folder, 'dictionary'), { recursive: true });
  office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, forms) });
  return office;
}

describe('the reference dictionary', () => {
  it('is converted at deployment, and needs no change afterwards', { timeout: 300_000 }, async () => {
    const office = await referenceOffice(['location_assessment', 'protection_monitoring']);
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    const sizes = [...office.kobo.state.assets.values()].map(({ deployment }) => deployment?.xform.length ?? 0);
    expect(sizes.every((size) => size > 10_000)).toBe(true);
    office.writes();
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(office.writes()).toEqual([]);
  });

  it('has a form with entities, at which KoboToolbox fails without a word', { timeout: 300_000 }, async () => {
    const office = await referenceOffice(['household_registration']);
    const { code, err } = await office.run('push --yes');
    expect(err).toContain('KoboToolbox is known to fail at the column "label" of the sheet "entities"');
    expect(code).toBe(3);
  });
});

const external = {
  'dictionary/dictionary.yaml': `lexiform: 1
dictionary: office
version: 1.0.0
profiles: [kobo]
`,
  'dictionary/place.yaml': `codelists:
  places:
    attributes: [area]
    codes: { a: { label: A, area: north }, b: { label: B, area: south } }
forms:
  place:
    title: Place
    items:
      - { ask: area, type: text, label: Which area? }
      - { ask: place, type: select_one_external places, label: Which place?, choice_filter: "area = \${area}" }
`,
} as const;

describe('a form at which KoboToolbox fails without a word', () => {
  it('is told with what is known of it', { timeout: 300_000 }, async () => {
    const office = await openOffice({ convert: 'pyxform', importPolls: 0 }, external);
    office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['place']) });
    const { code, err } = await office.run('push --yes');
    expect(err).toContain('KoboToolbox is known to fail at the column "label" of the sheet "external_choices"');
    expect(code).toBe(3);
  });
});
