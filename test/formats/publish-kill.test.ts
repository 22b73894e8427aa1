import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../src/formats/publish.ts';
import { recoverOutput } from '../../src/formats/publish-leftovers.ts';
import { bundled, start } from './child.ts';
import { contentsOf, outputs, workplace } from './folders.ts';

let module = '';
beforeAll(async () => {
  module = await bundled('src/formats/publish.ts');
});

const names = Array.from({ length: 40 }, (_, index) => `media/list-${index}.csv`);
const version = (text: string): Record<string, string> => Object.fromEntries(names.map((name) => [name, text]));

/** Publishes versions 1, 2, 3 ... as fast as it can; says "ready" after the first. */
function endlessBuild(out: string): string {
  return `
    import { publish } from ${JSON.stringify(module)};
    const names = ${JSON.stringify(names)};
    for (let version = 1; ; version++) {
      const bytes = new TextEncoder().encode(String(version));
      await publish(${JSON.stringify(out)}, 'kobo', names.map((path) => ({ path, bytes })));
      if (version === 1) console.log('ready');
    }`;
}

describe('a build that is killed', () => {
  test('while it writes leaves the old output, and what it wrote aside goes with the next build', async () => {
    const { folder, out } = workplace({ 'out/notes.txt': 'mine' });
    await publish(out, 'kobo', outputs(version('old')));
    const before = contentsOf(out);
    const child = start(`
      import { publish } from ${JSON.stringify(module)};
      async function* files() {
        for (const path of ${JSON.stringify(names.slice(0, 20))}) yield { path, bytes: new TextEncoder().encode('new') };
        console.log('half way');
        await new Promise(() => setInterval(() => {}, 1000));
      }
      await publish(${JSON.stringify(out)}, 'kobo', files());`);
    if (child.stdout) await once(child.stdout, 'data');
    expect(readdirSync(folder)).toHaveLength(2);
    await expect(publish(out, 'kobo', outputs(version('other')))).rejects.toMatchObject({ code: 'busy' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(contentsOf(out)).toEqual(before);
    await publish(out, 'kobo', outputs(version('next')));
    expect(contentsOf(folder)['out/media/list-7.csv']).toBe('next');
    expect(contentsOf(folder)['out/notes.txt']).toBe('mine');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  test.each([3, 11, 17, 26, 35, 41, 58, 73])('at any moment leaves one whole version: %i ms', async (moment) => {
    const { folder, out } = workplace({ 'out/notes.txt': 'mine' });
    const child = start(endlessBuild(out));
    if (child.stdout) await once(child.stdout, 'data');
    await pause(moment);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const seen = existsSync(out) ? contentsOf(out) : undefined;
    await recoverOutput(out);
    const now = contentsOf(out);
    if (seen) expect(now).toEqual(seen);
    expect(Object.keys(now)).toHaveLength(names.length + 1);
    expect(new Set(names.map((name) => now[name])).size).toBe(1);
    expect(now['notes.txt']).toBe('mine');
    expect(readdirSync(folder)).toEqual(['out']);
  });
});
