import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileDictionary } from '../../../src/dictionary/compile.ts';
import { writeWorkbook } from '../../../src/formats/xlsx-write.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import { formOfContent } from '../../../src/remote/content/of-content.ts';
import { formOfWorkbook } from '../../../src/remote/content/of-workbook.ts';
import { createHttp } from '../../../src/remote/http/create-http.ts';
import { createKobo } from '../../../src/remote/kobo/create-kobo.ts';
import type { Kobo } from '../../../src/remote/kobo/kobo.ts';
import { diskTree, memoryTree } from '../../../src/source/files.ts';
import { formWorkbook } from '../../../src/xlsform/rows/workbook.ts';
import { type FakeKobo, startFakeKobo } from '../../kobo/fake-kobo.ts';
import { randomDictionary } from '../random-dictionary.ts';

let server: FakeKobo;
let kobo: Kobo;

beforeAll(async () => {
  server = await startFakeKobo({ convert: 'off', importPolls: 0 });
  const { token } = server.addUser('amina');
  kobo = createKobo(
    createHttp({ server: 'kobo', url: server.url, token, tokenEnv: 'KOBO_TOKEN', proxy: () => undefined }),
  );
});
afterAll(() => server.close());

/** What we say KoboToolbox will keep of each form, and what it kept. */
async function bothOf(dictionary: Dictionary | undefined): Promise<readonly (readonly [unknown, unknown])[]> {
  const pairs = [...(dictionary?.forms.values() ?? [])].map(async (form) => {
    const { plan } = formWorkbook(deliver(dictionary as Dictionary, form, 'kobo'), dictionary as Dictionary);
    const project = await kobo.createProject('x');
    const { uid } = await kobo.importWorkbook(project, 'x', await writeWorkbook(plan));
    const done = await kobo.importState(uid);
    if (done.status !== 'complete') throw new Error(done.error);
    const asset = await kobo.asset(project.uid, { content: true });
    if (!asset?.content) throw new Error('The project is gone');
    return [formOfWorkbook(plan), { form: formOfContent(asset.content), title: asset.name }] as const;
  });
  return Promise.all(pairs);
}

describe('a form', () => {
  it('is the same from our rows and from the server, for each form of the reference dictionary', async () => {
    const pairs = await bothOf(compileDictionary(diskTree('dictionary', '')).dictionary);
    expect(pairs).toHaveLength(3);
    for (const [ours, theirs] of pairs) expect(theirs).toEqual(ours);
  });

  it('is so after any edit', async () => {
    const property = fc.asyncProperty(randomDictionary, async (files) => {
      const inFolder = Object.fromEntries(
        Object.entries(files).map(([file, content]) => [file.replace('dictionary/', ''), content]),
      );
      const pairs = await bothOf(compileDictionary(memoryTree(inFolder)).dictionary);
      expect(pairs).toHaveLength(1);
      for (const [ours, theirs] of pairs) expect(theirs).toEqual(ours);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
