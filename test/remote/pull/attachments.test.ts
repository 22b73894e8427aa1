import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { pullAttachments, type AttachmentCounts } from '../../../src/remote/pull/attachments.ts';
import { safeName } from '../../../src/remote/pull/file-names.ts';
import { RemoteError } from '../../../src/remote/remote-error.ts';
import { openPullStore } from '../../../src/store/pull-store.ts';
import { pathProblem } from '../../../src/formats/publish-path.ts';
import { memoryKobo, record } from './memory-kobo.ts';
import { PROJECT, pull, scratch } from './pulling.ts';

function file(uid: string, name: string, more: object = {}): object {
  return {
    uid,
    media_file_basename: name,
    download_url: `https://kf.example.org/${uid}`,
    question_xpath: 'photo',
    ...more,
  };
}

async function fetchInto(
  folder: string,
  store: string,
  attachment: (address: string) => Promise<Readable>,
): Promise<AttachmentCounts> {
  const opened = await openPullStore(store, 'store', { protect: false, keyMark: undefined });
  try {
    return await pullAttachments({
      project: PROJECT,
      kobo: { attachment },
      database: opened.database,
      folder,
      progress: () => undefined,
    });
  } finally {
    await opened.close();
  }
}

const CONTENT = async (address: string): Promise<Readable> =>
  Promise.resolve(Readable.from([`content of ${address.split('/').at(-1)}`]));

describe('attachments', () => {
  it('come into a folder for each submission, and never outside of it', async () => {
    const root = scratch();
    const store = path.join(root, 'store.duckdb');
    const names = [
      '../../../evil.txt',
      'C:\\Windows\\evil.txt',
      'con.jpg',
      'a.jpg',
      'A.JPG',
      '',
      '..',
      'x\u0000\u202Egpj.exe',
      'ends. ',
      `${'long'.repeat(60)}.jpeg`,
    ];
    const files = names.map((name, index) => file(`u${index}`, name));
    await pull(
      store,
      memoryKobo([
        record(1, {
          _attachments: [...files, file('gone', 'b.jpg', { is_deleted: true }), 'no file'],
          'meta/rootUuid': 'uuid:../../up',
        }),
      ]),
    );
    const folder = path.join(root, 'files');
    expect(await fetchInto(folder, store, CONTENT)).toEqual({ fetched: names.length, failed: 0 });
    const [inside = '', ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    const found = readdirSync(path.join(folder, inside));
    expect(found.length).toBe(names.length);
    expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect([inside, ...found].map(pathProblem)).toEqual(Array.from({ length: names.length + 1 }, () => undefined));
    expect(readdirSync(root).toSorted()).toEqual(['files', 'store.duckdb']);
  });

  it('are fetched once, again where one is damaged, and on from where a failure ended', async () => {
    const root = scratch();
    const store = path.join(root, 'store.duckdb');
    await pull(store, memoryKobo([1, 2, 3].map((id) => record(id, { _attachments: [file(`u${id}`, 'photo.jpg')] }))));
    const folder = path.join(root, 'files');
    const asked: string[] = [];
    const failing = async (address: string): Promise<Readable> => {
      asked.push(address);
      if (address.endsWith('u2')) return Promise.resolve(Readable.from(half()));
      return CONTENT(address);
    };
    await expect(fetchInto(folder, store, failing)).rejects.toThrow('cut');
    const cut = path.join(folder, '00002/photo.jpg');
    expect(existsSync(cut)).toBe(false);
    expect(await fetchInto(folder, store, CONTENT)).toMatchObject({ failed: 0 });
    expect(readFileSync(cut, 'utf8')).toBe('content of u2');
    expect(await fetchInto(folder, store, CONTENT)).toEqual({ fetched: 0, failed: 0 });
    writeFileSync(cut, 'half');
    expect(await fetchInto(folder, store, CONTENT)).toEqual({ fetched: 1, failed: 0 });
    expect(statSync(cut).size).toBe('content of u2'.length);
  });

  it('that the server does not have are counted, and the rest comes', async () => {
    const root = scratch();
    const store = path.join(root, 'store.duckdb');
    await pull(store, memoryKobo([record(1, { _attachments: [file('u1', 'a.jpg'), file('u2', 'b.jpg')] })]));
    expect(await fetchInto(path.join(root, 'files'), store, missing)).toEqual({ fetched: 1, failed: 1 });
  });
});

async function missing(address: string): Promise<Readable> {
  if (address.endsWith('u1')) throw new RemoteError('not-found', 'It is not there.', { help: '' });
  return CONTENT(address);
}

function* half(): Generator<string> {
  yield 'con';
  throw new RemoteError('unreachable', 'It was cut.', { help: '' });
}

describe('a safe name', () => {
  it('stays as it is where it is one', () => {
    expect(safeName('1700000000.jpg', 'x')).toBe('1700000000.jpg');
    expect(safeName('صورة ١.jpg', 'x')).toBe('صورة ١.jpg');
  });

  it('tells two long names apart', () => {
    const long = 'a'.repeat(200);
    expect(safeName(`${long}1.jpg`, 'x')).not.toBe(safeName(`${long}2.jpg`, 'x'));
    expect(safeName(`${long}1.jpg`, 'x')).toMatch(/\.jpg$/);
  });
});
