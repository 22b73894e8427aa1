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
    const office = await referenceOffice(['location_assessment', 'household_registration', 'protection_monitoring']);
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    const sizes = [...office.kobo.state.assets.values()].map(({ deployment }) => deployment?.xform.length ?? 0);
    expect(sizes).toHaveLength(3);
    expect(sizes.every((size) => size > 10_000)).toBe(true);
    office.writes();
    expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
    expect(office.writes()).toEqual([]);
  });
});

/** A sheet of the author's own under the name of one of XLSForm's is written as it stands. */
const ownSheet = {
  'dictionary/dictionary.yaml': `lexiform: 1
dictionary: office
version: 1.0.0
profiles: [kobo]
`,
  'dictionary/place.yaml': `forms:
  place:
    title: Place
    sheets: { osm: [{ list_name: tags, name: building, label: Building }] }
    items:
      - { ask: place, type: text, label: Which place? }
`,
} as const;

describe('a form at which KoboToolbox fails without a word', () => {
  it('is told with what is known of it', { timeout: 300_000 }, async () => {
    const office = await openOffice({ convert: 'pyxform', importPolls: 0 }, ownSheet);
    office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['place']) });
    const { code, err } = await office.run('push --yes');
    expect(err).toContain('KoboToolbox is known to fail at the column "label" of the sheet "osm"');
    expect(code).toBe(3);
  });
});
