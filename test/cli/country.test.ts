import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, tempFolder, tiny } from './project.ts';

const withCountry = {
  ...tiny,
  'dictionary/countries/xa/country.yaml': `country: xa
title: Test
variables:
  xa_rooms: { type: integer, label: { en: Rooms, fr: Pièces } }
forms:
  visit:
    change:
      - { last_in: visit, add: [xa_rooms] }
`,
} as const;

const RECORD = '{ "hh_size": 4, "xa_rooms": 2 }';

/** Each command that is about one form, and what it says of a question that only the country asks. */
const commands: readonly (readonly [command: string, args: readonly string[]])[] = [
  ['generate', ['dictionary', '--count', '20', '--out', 'records.ndjson']],
  ['eval', ['dictionary', '${xa_rooms} * 10', '--record', 'record.json']],
  ['conform', ['dictionary', '--data', 'record.json', '--format', 'compact']],
  ['report', ['dictionary', '--data', 'record.json', '--format', 'csv', '--out', 'out']],
];

describe('--country', () => {
  it('makes records of the form that the country has', async () => {
    const folder = tempFolder(withCountry);
    const made = async (...country: string[]): Promise<string> => {
      const { code, err } = await run(folder, 'generate', '--count', '20', '--out', 'records.ndjson', ...country);
      expect([code, err]).toEqual([0, expect.stringContaining('20 records')]);
      return readFileSync(path.join(folder, 'records.ndjson'), 'utf8');
    };
    expect(await made('--country', 'xa')).toContain('xa_rooms');
    expect(await made()).not.toContain('xa_rooms');
  });

  it('evaluates an expression in the form that the country has', async () => {
    const folder = tempFolder({ ...withCountry, 'record.json': RECORD });
    const of = (...country: string[]) =>
      run(folder, 'eval', 'dictionary', '${xa_rooms} * 10', '--record', 'record.json', ...country);
    expect((await of('--country', 'xa')).out).toContain('20');
    expect((await of()).err).toContain('${xa_rooms} names no question');
  });

  it.each(commands)('names a country that the dictionary does not have: %s', async (command, args) => {
    const folder = tempFolder({ ...withCountry, 'record.json': RECORD });
    const { code, err } = await run(folder, command, ...args, '--country', 'xaa');
    expect(code).toBe(2);
    expect(err).toContain('no country "xaa"');
    expect(err).toContain('Did you mean "xa"?');
  });

  it('holds submissions against the form that the country has', async () => {
    const folder = tempFolder(withCountry);
    await run(folder, 'generate', '--count', '5', '--out', 'records.ndjson', '--country', 'xa');
    const of = (...country: string[]) => run(folder, 'conform', 'dictionary', '--data', 'records.ndjson', ...country);
    expect(await of('--country', 'xa')).toMatchObject({ code: 0, out: '' });
    expect((await of()).out).toContain('xa_rooms');
  });

  it('reports on what the form of the country asks', async () => {
    const folder = tempFolder({ ...withCountry, 'record.json': RECORD });
    const of = async (out: string, ...country: string[]): Promise<string> => {
      await run(folder, 'report', 'dictionary', '--data', 'record.json', '--format', 'json', '--out', out, ...country);
      const files = readdirSync(path.join(folder, out)).map((file) =>
        readFileSync(path.join(folder, out, file), 'utf8'),
      );
      return files.join('\n');
    };
    expect(await of('country', '--country', 'xa')).toContain('xa_rooms');
    const core = await of('core');
    expect(core).toContain('hh_size');
    expect(core).not.toContain('xa_rooms');
  });
});
