import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../src/formats/xlsx-write.ts';
import { manifest, run, tempFolder } from './cli/project.ts';
import { planOf } from './support/workbook-tables.mjs';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

/** The files of the tour: each begins with a comment that names it. */
function tourFiles(): Record<string, string> {
  const [, yaml = ''] = readme.match(/```yaml\n([\s\S]*?)```/) ?? [];
  const files = yaml
    .split(/^# (?=dictionary\/)/m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]);
  return { 'dictionary/dictionary.yaml': manifest, ...Object.fromEntries(files) };
}

/** The tour with the country that a later section shows. */
function countryFiles(): Record<string, string> {
  const [, file = '', text = ''] = readme.match(/```yaml\n# (dictionary\/countries\/\S+)\n([\s\S]*?)```/) ?? [];
  return { ...tourFiles(), [file]: text };
}

/** The indented blocks that show findings, in their order. */
function shownFindings(): readonly string[] {
  const blocks = [...readme.matchAll(/^( {4}error [\s\S]*?)\n(?! {4}|\n)/gm)];
  return blocks.map(([, block = '']) => block.replaceAll(/^ {4}/gm, '').trimEnd());
}

async function firstFinding(files: Record<string, string>): Promise<string> {
  const { out } = await run(tempFolder(files), 'check', '--format', 'pretty');
  const block = out.split(/\n\n(?=error|warning|\d)/).find((part) => part.includes('unknown-reference')) ?? '';
  return block.trimEnd();
}

describe('the README', () => {
  it('shows a tour that checks clean', async () => {
    const folder = tempFolder(tourFiles());
    expect(await run(folder, 'check', '--fail-on', 'error')).toMatchObject({ code: 0 });
  });

  it('shows a finding as it really is printed', async () => {
    const files = tourFiles();
    const roster = (files['dictionary/modules/roster.yaml'] ?? '').replace(
      'if(${hh_size} > $(max), $(max), ${hh_size})',
      'if(${hh_sise} > 20, 20, ${hh_size})',
    );
    expect(await firstFinding({ ...files, 'dictionary/modules/roster.yaml': roster })).toBe(shownFindings()[0]);
  });

  it('shows a country that checks clean, and what it does wrong as it really is printed', async () => {
    const files = countryFiles();
    const layer = 'dictionary/countries/xa/country.yaml';
    expect(await run(tempFolder(files), 'check', '--fail-on', 'warning')).toMatchObject({ code: 0 });
    const removes = (files[layer] ?? '').replace('{ after: hh_size, add: [xa_card] }', '{ remove: [hh_size] }');
    expect(await firstFinding({ ...files, [layer]: removes })).toBe(shownFindings()[1]);
  });

  it('shows what a country broke as it really is printed', async () => {
    const [, core = '', shown = ''] =
      readme.match(/```yaml\n(codelists:\n {2}wg_difficulty[\s\S]*?)```\n[\s\S]*?\n\n((?: {4}.*\n|\n)+)/) ?? [];
    const folder = tempFolder({
      'dictionary/dictionary.yaml': 'lexiform: 1\ndictionary: tiny\nlanguages: { en: English }\nprofiles: [kobo]\n',
      'dictionary/core.yaml': `${core}forms:\n  visit: { title: Visit, items: [{ use: washington_group }] }\n`,
      'dictionary/countries/xa/country.yaml':
        'country: xa\nlanguages: { en: English }\ncodelists:\n  wg_difficulty: { codes: { some: A little } }\n',
    });
    const { out } = await run(folder, 'check', '--format', 'pretty');
    const [block = ''] = out.split(/\n\n(?=\w)/);
    expect(block.trimEnd()).toBe(shown.replaceAll(/^ {4}/gm, '').trimEnd());
  });

  it('shows commands on a workbook that work', async () => {
    const table = '| survey | type | name | label |\n| | integer | hh_size | How many live here? |\n';
    const folder = tempFolder({ 'household.xlsx': await writeWorkbook(planOf(table)) });
    const commands = [...readme.matchAll(/`lexiform (\w+ household\.xlsx[^`]*)`/g)];
    expect(commands.length).toBeGreaterThan(1);
    for (const [, words = ''] of commands) expect(await run(folder, ...words.split(' '))).toMatchObject({ code: 0 });
  });

  it('shows what an expression comes to as it really is printed', async () => {
    const [, expression = '', shown = ''] =
      readme.match(/^ {4}lexiform eval dictionary --record answers\.json '(.*)'\n\n((?: {4}.*\n|\n)+)/m) ?? [];
    const record = JSON.stringify({ hh_size: '4', member: [{ 'member/member_sex': 'female' }] });
    const folder = tempFolder({ ...tourFiles(), 'answers.json': record });
    const { out } = await run(folder, 'eval', 'dictionary', '--record', 'answers.json', expression);
    expect(out.trimEnd()).toBe(shown.replaceAll(/^ {4}/gm, '').trimEnd());
  });

  it('names commands that exist', async () => {
    const { out } = await run(tempFolder(), 'help');
    for (const [, command = ''] of readme.matchAll(/^\| `lexiform (\w+)/gm)) expect(out).toContain(command);
  });
});
