// A dictionary whose lists `lexiform areas` made of a made-up gazetteer: a cascade of five levels, of which the lowest has so
// many places that it travels as a CSV file.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gazetteer } from '../../bench/gazetteer.mjs';
import { SetupError, run, temporaryFolder } from '../process.mjs';
import { PROJECT } from '../workbooks.mjs';

const BRANCHES = [4, 3, 5, 12];
const MANIFEST = `lexiform: 1
dictionary: areas
title: { en: Places, fr: Lieux, ar: أماكن }
version: 1.0.0
languages: { en: English, fr: Français, ar: العربية }
profiles: [kobo, odk]
forms:
  cascade:
    title: { en: Places, fr: Lieux, ar: أماكن }
    items: [admin0, admin1, admin2, admin3, admin4]
`;

/** Names the folder of the dictionary. */
export async function makeAreas() {
  const folder = await temporaryFolder('lexiform-areas');
  const [tables, dictionary] = [join(folder, 'gazetteer'), join(folder, 'dictionary')];
  await mkdir(tables);
  await mkdir(dictionary);
  await writeFile(join(dictionary, 'dictionary.yaml'), MANIFEST);
  for (const [sheet, rows] of Object.entries(gazetteer(BRANCHES)))
    await writeFile(join(tables, `${sheet}.csv`), rows.map((cells) => `${cells.join(',')}\n`).join(''));
  const command = ['bin/lexiform.js', 'areas', tables, '--out', dictionary, '--levels', '0-4', '--variables'];
  const result = await run(process.execPath, command, { cwd: PROJECT, timeout: 120_000, env: { NO_COLOR: '1' } });
  if (result.code !== 0)
    throw new SetupError(`lexiform areas ended with ${result.code}:\n${result.stdout}\n${result.stderr}`);
  return dictionary;
}
