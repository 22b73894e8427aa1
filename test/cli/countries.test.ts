import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { small } from '../emit/countries/small.ts';
import { run, tempFolder, writeFiles } from './project.ts';

/** The project in a folder of its own. */
function project(changes: Readonly<Record<string, string>> = {}, folder = 'dictionary'): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...small, ...changes }).map(([file, text]) => [`${folder}/${file}`, text]),
  );
}

/** The core after a year: a limit, a new code, a question that is gone, a lock. */
const later = {
  'lists.yaml': present('lists.yaml').replace('stone: Stone }', 'stone: Stone, tent: Tent }'),
  'variables/household.yaml': present('variables/household.yaml').replace('. < 50', '. < 60'),
  'forms.yaml': present('forms.yaml').replace('items: [size, walls, phone]', 'items: [size, walls]'),
};

function present(file: string): string {
  return small[file] ?? '';
}

/** The layer of xa with a comment above its first constraint. */
function setAside(comment: string): string {
  const lines = present('countries/xa/country.yaml');
  return lines.replace(
    / {2}size: \{ constraint: (\S+ \S+ \S+), /,
    (_, limit: string) =>
      `  size:\n    ${comment}\n    constraint: ${limit}\n    label: { en: How many sleep here?, prs: چند نفر؟ }\n  # {`,
  );
}

/** How often xa breaks the contract. */
async function violations(files: Record<string, string>): Promise<unknown> {
  const { out } = await run(tempFolder(files), 'countries', '--country', 'xa', '--format', 'json');
  return (JSON.parse(out) as { countries: { counts: { violations: number } }[] }).countries[0]?.counts.violations;
}

describe('lexiform countries', () => {
  it('shows a row a country', async () => {
    const folder = tempFolder(project());
    const { code, out, err } = await run(folder, 'countries');
    expect([code, err]).toEqual([0, '']);
    await expect(out).toMatchFileSnapshot('baselines/countries.txt');
  });

  it('gives the same as JSON', async () => {
    const { out } = await run(tempFolder(project()), 'countries', '--format', 'json', '--country', 'xb');
    expect(JSON.parse(out)).toEqual({
      version: 1,
      core: { name: 'small', version: '1.2.0' },
      countries: [
        {
          id: 'xb',
          title: 'Boravia',
          languages: ['fr'],
          counts: {
            forms: 1,
            asked: 4,
            leftOut: 2,
            changed: 3,
            own: 0,
            codesAdded: 0,
            codesRemoved: 0,
            listsReplaced: 0,
            waiting: 0,
            violations: 0,
          },
        },
      ],
    });
  });

  it('counts what breaks the contract, but not what is set aside with a reason', async () => {
    const country = setAside('# lexiform-ignore locked-change: agreed with the office');
    const [as, aside] = [
      await violations(project()),
      await violations(project({ 'countries/xa/country.yaml': country })),
    ];
    expect([as, aside]).toEqual([1, 0]);
  });

  it('counts the changes of the core that wait for a decision', async () => {
    const folder = tempFolder(project());
    await run(folder, 'rebase', '--country', 'xa');
    writeFiles(folder, project(later));
    const { out } = await run(folder, 'countries', '--country', 'xa', '--format', 'json');
    expect(out).toContain('"waiting": 1,');
  });

  it('writes a page and a workbook, and the same again', async () => {
    const folder = tempFolder(project());
    const both = ['--out', 'out/countries.html', '--out', 'out/countries.XLSX'] as const;
    expect(await run(folder, 'countries', ...both)).toEqual({
      code: 0,
      out: '',
      err: 'written  out/countries.html\nwritten  out/countries.XLSX\n',
    });
    expect(readFileSync(path.join(folder, 'out/countries.html'), 'utf8')).toContain('<title>Small core · countries');
    expect(readFileSync(path.join(folder, 'out/countries.XLSX')).subarray(0, 2).toString()).toBe('PK');
    expect((await run(folder, 'countries', ...both)).err).toContain('out/countries.html is up to date.');
  });

  it('goes on with the others where a country cannot be read', async () => {
    const folder = tempFolder(project({ 'countries/xe/notes.yaml': 'forms: {}\n' }));
    const { code, out, err } = await run(folder, 'countries');
    expect([code, err]).toEqual([1, 'xe cannot be read: lexiform check --country xe tells why.\n']);
    expect(out).toMatch(/^xe .*\?/m);
    expect(out).toMatch(/^xb .*Boravia/m);
  });

  it.each([
    [['--out', 'countries.pdf'], 'The matrix is not written as "countries.pdf".'],
    [['--country', 'xx'], 'The dictionary has no country "xx".'],
    [['--since', 'dictionary', '--out', 'a.html'], '--out writes the matrix'],
    [['--since', 'nowhere'], 'There is no "nowhere".'],
    [['--since', 'form.xlsx'], 'A workbook has no countries.'],
    [['--since', 'git:'], '"git:" names no revision.'],
    [['form.xlsx'], 'A workbook has no countries.'],
  ])('says what is wrong with %j', async (args, words) => {
    const folder = tempFolder({ ...project(), 'form.xlsx': 'no workbook' });
    const { code, err } = await run(folder, 'countries', ...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it('says so where there are no countries', async () => {
    const core = Object.fromEntries(Object.entries(project()).filter(([file]) => !file.includes('/countries/')));
    expect((await run(tempFolder(core), 'countries')).err).toContain('The dictionary has no countries.');
  });
});

describe('lexiform countries --since', () => {
  it('says which countries a change of the core touches, does not reach and breaks', async () => {
    const folder = tempFolder({ ...project({}, 'old'), ...project(later) });
    const { code, out } = await run(folder, 'countries', '--since', 'old');
    expect(code).toBe(1);
    await expect(out).toMatchFileSnapshot('baselines/countries-since.txt');
  });

  it('says the same of what git keeps, of layers as they are now', async () => {
    const folder = tempFolder(project());
    const git = (...args: string[]): void =>
      void execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e', ...args], { cwd: folder, stdio: 'ignore' });
    git('init');
    git('add', '.');
    git('commit', '-m', 'The core as it was');
    writeFiles(folder, project(later));
    const { code, out } = await run(folder, 'countries', '--since', 'git:HEAD');
    expect(code).toBe(1);
    await expect(out).toMatchFileSnapshot('baselines/countries-since.txt');
  });

  it('gives the same as JSON', async () => {
    const folder = tempFolder({ ...project({}, 'old'), ...project(later) });
    const { out } = await run(folder, 'countries', '--since', 'old', '--format', 'json', '--country', 'xb');
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      countries: [
        {
          id: 'xb',
          touched: { forms: ['visit'], questions: ['size'], codes: ['wall/tent'] },
          breaks: [{ rule: 'unknown-item', location: { file: 'dictionary/countries/xb/country.yaml', line: 11 } }],
        },
      ],
    });
  });

  it('finds nothing where the core is the same, whatever was wrong before', async () => {
    const folder = tempFolder({ ...project({}, 'old'), ...project() });
    const { code, out } = await run(folder, 'countries', '--since', 'old');
    expect(code).toBe(0);
    expect(out).toContain('touches 0 of 3 countries, breaks 0.');
  });

  it('calls a new lock on what a country changed a break, though no form is touched', async () => {
    const label = { 'variables/household.yaml': present('variables/household.yaml').replace('[constraint]', '[all]') };
    const folder = tempFolder({ ...project({}, 'old'), ...project(label) });
    const { code, out } = await run(folder, 'countries', '--since', 'old', '--country', 'xa');
    expect(code).toBe(1);
    expect(out).toContain('touches 0 of 1 country, breaks 1.');
    expect(out).toContain('error locked-change Country "xa" changes label of "size"');
  });
});
