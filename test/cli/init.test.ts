import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, tempFolder, tiny } from './project.ts';

describe('lexiform init', () => {
  it('starts a project that checks and builds clean, warnings included', async () => {
    const folder = tempFolder();
    const { code, out } = await run(folder, 'init', 'my project');
    expect(code).toBe(0);
    expect(out).toContain('cd "my project"');
    const project = path.join(folder, 'my project');
    expect(await run(project, 'check', '--fail-on', 'warning')).toMatchObject({ code: 0 });
    expect(await run(project, 'build', '--fail-on', 'warning')).toMatchObject({ code: 0 });
  });

  it('tells editors where the schema is, from every YAML file', async () => {
    const folder = tempFolder();
    await run(folder, 'init');
    const yaml = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
    expect(yaml.length).toBeGreaterThan(3);
    for (const file of yaml) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const schema = text.match(/^# yaml-language-server: \$schema=(\S+)\n/)?.[1] ?? '';
      const found = readFileSync(path.join(folder, path.dirname(file), schema), 'utf8');
      expect(JSON.parse(found), file).toHaveProperty('properties.variables');
    }
  });

  it('writes over nothing', async () => {
    const folder = tempFolder({ 'dictionary/dictionary.yaml': 'mine' });
    const { code, err } = await run(folder, 'init');
    expect(code).toBe(2);
    expect(err).toContain('already has dictionary/dictionary.yaml');
    expect(readFileSync(path.join(folder, 'dictionary/dictionary.yaml'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toEqual(['dictionary']);
  });

  it('begins no dictionary inside another', async () => {
    const folder = tempFolder({ 'core/dictionary.yaml': 'mine' });
    const { code, err } = await run(folder, 'init', 'core');
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('"core" already has dictionary.yaml'),
    });
    expect(readdirSync(path.join(folder, 'core'))).toEqual(['dictionary.yaml']);
  });

  it('renews only what editors need with --editor, and leaves their settings alone', async () => {
    const folder = tempFolder({ '.vscode/settings.json': '{ "mine": true }' });
    const { code, err } = await run(folder, 'init', '--editor');
    expect(code).toBe(0);
    expect(err).toContain('kept     .vscode/settings.json');
    expect(readFileSync(path.join(folder, '.vscode/settings.json'), 'utf8')).toBe('{ "mine": true }');
    expect(readdirSync(folder).toSorted()).toEqual(['.lexiform', '.vscode']);
  });

  it.each([
    ['init', 'notes.txt/project'],
    ['check', '--format', 'json=notes.txt/findings.json'],
    ['build', '--out', 'notes.txt/build'],
  ])('%s tells in a sentence that a file stands where a folder is wanted', async (...args) => {
    const folder = tempFolder({ ...tiny, 'notes.txt': 'mine' });
    const { code, err } = await run(folder, ...args);
    expect(code).toBe(2);
    expect(err).toContain('notes.txt');
    expect(err).not.toMatch(/\n\s+at /);
    expect(readFileSync(path.join(folder, 'notes.txt'), 'utf8')).toBe('mine');
  });
});
