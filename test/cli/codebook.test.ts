import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { run, tempFolder, tiny } from './project.ts';

it('builds a codebook with a page a language, and nothing else', async () => {
  const folder = tempFolder(tiny);
  expect(await run(folder, 'build', '--target', 'codebook', '--profile', 'odk')).toMatchObject({ code: 0 });
  const core = path.join(folder, 'build/odk/core');
  expect(readdirSync(core, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual([
    'codebook',
    path.join('codebook', 'fr.html'),
    path.join('codebook', 'index.html'),
  ]);
  expect(readFileSync(path.join(core, 'codebook/index.html'), 'utf8')).toContain('How many people live here?');
  expect(readFileSync(path.join(core, 'codebook/fr.html'), 'utf8')).toContain('Combien de personnes vivent ici ?');
});
