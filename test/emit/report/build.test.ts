import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { run, tempFolder, tiny, writeFiles } from '../../cli/project.ts';

it('lexiform build --target report writes a folder of templates beside each workbook', async () => {
  const folder = tempFolder(tiny);
  const { code } = await run(folder, 'build', '--target', 'report', '--profile', 'kobo');
  expect(code).toBe(0);
  const report = path.join(folder, 'build/kobo/core/visit/report');
  expect(readFileSync(path.join(report, 'visit.fr.hbs'), 'utf8')).toContain('<h2>Sommaire</h2>');
  expect(readFileSync(path.join(report, 'visit.en.hbs'), 'utf8')).toContain('{{> summary of="hh_size"}}');
  for (const file of ['report.css', 'partials/summary.hbs']) expect(existsSync(path.join(report, file))).toBe(true);
});

it('lexiform build --target report takes away the template of a language that is no more', async () => {
  const folder = tempFolder(tiny);
  await run(folder, 'build', '--target', 'report', '--profile', 'kobo');
  writeFiles(folder, {
    'dictionary/dictionary.yaml': tiny['dictionary/dictionary.yaml'].replace('  fr: Français\n', ''),
    'dictionary/household.yaml': tiny['dictionary/household.yaml'].replace(
      '      fr: Combien de personnes vivent ici ?\n',
      '',
    ),
  });
  await run(folder, 'build', '--target', 'report', '--profile', 'kobo');
  const report = path.join(folder, 'build/kobo/core/visit/report');
  expect(existsSync(path.join(report, 'visit.fr.hbs'))).toBe(false);
  expect(existsSync(path.join(report, 'visit.en.hbs'))).toBe(true);
});
