import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, tempFolder, writeFiles } from '../cli/project.ts';

const COUNTRY = 'dictionary/countries/xa/country.yaml';
const BASE = 'dictionary/countries/xa/base.yaml';

/** A core with what two countries can change. */
function core(values: { constraint?: string; label?: string; mud?: string; hint?: string } = {}): string {
  const { constraint = '. < 50', label = 'How many people live here?', mud = 'Mud', hint = 'Count all.' } = values;
  return `
codelists:
  wall:
    country: extend
    codes:
      mud: ${mud}
      brick: Brick
variables:
  hh_size:
    type: integer
    label: ${label}
    hint: ${hint}
    constraint: ${constraint}
  hh_wall: { type: select_one wall, label: What are the walls made of? }
forms:
  visit:
    title: Visit
    items: [hh_size, hh_wall, { note: bye, label: Good bye }]
`;
}

const manifest = `
lexiform: 1
dictionary: small
languages: { en: English }
profiles: [odk]
`;

const layer = `country: xa
languages: { en: English, fr: Français }
variables:
  # Houses are larger here.
  hh_size:
    label: How many people sleep here?
    constraint: . < 99   # agreed in May
codelists:
  wall: { codes: { mud: { label: Clay } } }
forms:
  visit:
    change:
      - item: bye
        label: See you
`;

function project(country = layer): string {
  return tempFolder({ 'dictionary/dictionary.yaml': manifest, 'dictionary/all.yaml': core(), [COUNTRY]: country });
}

function read(folder: string, file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

describe('lexiform rebase', () => {
  it('writes down what the core says where a country says otherwise', async () => {
    const folder = project();
    const { code, out, err } = await run(folder, 'rebase');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('xa  4 things said otherwise, up to date with the core.');
    expect(read(folder, BASE).replace(/^#.*\n/gm, '')).toBe(
      [
        'base:',
        '  codelists.wall.codes.mud.label.en: Mud',
        '  variables.hh_size.label.en: How many people live here?',
        '  variables.hh_size.constraint: . < 50',
        '  forms.visit.bye.label.en: Good bye',
        '',
      ].join('\n'),
    );
  });

  it('shows all three versions of what both changed, with the commands that decide', async () => {
    const folder = project();
    await run(folder, 'rebase');
    writeFiles(folder, { 'dictionary/all.yaml': core({ constraint: '. < 60', hint: 'Count everyone.' }) });
    const { code, out } = await run(folder, 'rebase');
    expect(code).toBe(1);
    expect(out).toBe(
      [
        `variables.hh_size.constraint  ${COUNTRY}:7`,
        '    was       . < 50',
        '    core now  . < 60',
        '    xa        . < 99',
        '    lexiform rebase --country xa --take variables.hh_size.constraint',
        '    lexiform rebase --country xa --keep variables.hh_size.constraint',
        '',
        '',
      ].join('\n'),
    );
  });

  it('is told by check, at the line of the country, until somebody decides', async () => {
    const folder = project();
    const before = await run(folder, 'check', '--format', 'compact');
    expect(before.out).toContain('adaptation-unrecorded');
    await run(folder, 'rebase');
    expect((await run(folder, 'check', '--format', 'compact')).out).not.toContain('adaptation-unrecorded');
    writeFiles(folder, { 'dictionary/all.yaml': core({ mud: 'Mud bricks' }) });
    const { out } = await run(folder, 'check', '--format', 'compact');
    expect(out).toContain(`${COUNTRY}:9:`);
    expect(out).toContain('it was "Mud", it is "Mud bricks" now, and "Clay" in the country');
    await run(folder, 'rebase', '--keep', 'codelists.wall.codes.mud.label.en');
    expect((await run(folder, 'check', '--format', 'compact')).out).not.toContain('core-moved');
    expect(read(folder, COUNTRY)).toBe(layer);
  });

  it('takes the words of the core by leaving out those of the country, and nothing else of the file', async () => {
    const folder = project();
    await run(folder, 'rebase');
    writeFiles(folder, { 'dictionary/all.yaml': core({ constraint: '. < 60' }) });
    const { code } = await run(folder, 'rebase', '--take', 'variables.hh_size.constraint');
    expect(code).toBe(0);
    expect(read(folder, COUNTRY)).toBe(layer.replace('    constraint: . < 99   # agreed in May\n', ''));
    expect(read(folder, BASE)).not.toContain('constraint');
  });

  it('leaves no name without keys behind, which would take the thing away', async () => {
    const folder = project();
    await run(folder, 'rebase');
    writeFiles(folder, {
      'dictionary/all.yaml': core({ constraint: '. < 60', label: 'How many?', mud: 'Mud bricks' }).replace(
        'Good bye',
        'Thank you',
      ),
    });
    const { code } = await run(folder, 'rebase', '--take', 'all');
    expect(code).toBe(0);
    expect(read(folder, COUNTRY).replace(/^ *#.*\n/gm, '')).toBe(
      'country: xa\nlanguages: { en: English, fr: Français }\n',
    );
    expect(existsSync(path.join(folder, BASE))).toBe(false);
    expect((await run(folder, 'check', '--fail-on', 'error')).code).toBe(0);
  });

  it('takes one language of a text that the country says in several', async () => {
    const both = layer.replace(
      'How many people sleep here?',
      '{ en: How many sleep here?, fr: Combien dorment ici ? }',
    );
    const folder = project(both);
    await run(folder, 'rebase');
    writeFiles(folder, { 'dictionary/all.yaml': core({ label: 'How many?' }) });
    await run(folder, 'rebase', '--take', 'variables.hh_size.label.en');
    expect(read(folder, COUNTRY)).toContain('    label: { fr: Combien dorment ici ? }\n');
  });

  it('knows of a key that the country takes away', async () => {
    const folder = project(layer.replace('. < 99   # agreed in May', ''));
    await run(folder, 'rebase');
    expect(read(folder, BASE)).toContain('variables.hh_size.constraint: . < 50');
    writeFiles(folder, { 'dictionary/all.yaml': core({ constraint: '. < 60' }) });
    expect((await run(folder, 'rebase')).out).toContain('    xa        (nothing)');
    await run(folder, 'rebase', '--take', 'variables.hh_size.constraint');
    expect(read(folder, COUNTRY)).not.toContain('constraint');
  });

  it('knows of a key that the core takes away', async () => {
    const folder = project();
    await run(folder, 'rebase');
    writeFiles(folder, { 'dictionary/all.yaml': core().replace('    constraint: . < 50\n', '') });
    expect((await run(folder, 'rebase')).out).toContain('    core now  (nothing)');
    await run(folder, 'rebase', '--take', 'variables.hh_size.constraint');
    expect(read(folder, COUNTRY)).not.toContain('constraint');
    expect((await run(folder, 'rebase')).code).toBe(0);
  });

  it('refuses what it cannot know: a path that does not wait, both decisions at once, a country with errors', async () => {
    const folder = project();
    await run(folder, 'rebase');
    writeFiles(folder, { 'dictionary/all.yaml': core({ constraint: '. < 60' }) });
    const wrong = await run(folder, 'rebase', '--take', 'variables.hh_size.constrain');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('Did you mean "variables.hh_size.constraint"?');
    const waiting = 'variables.hh_size.constraint';
    const both = await run(folder, 'rebase', '--take', waiting, '--keep', waiting);
    expect(both.err).toContain('is both taken and kept');
    expect((await run(folder, 'rebase', '--country', 'xb')).err).toContain('The dictionary has no country "xb".');
    writeFiles(folder, { [COUNTRY]: `${layer}      - { remove: [nothing_here] }\n` });
    const broken = await run(folder, 'rebase');
    expect(broken.code).toBe(2);
    expect(broken.err).toContain('lexiform check --country xa');
  });
});
