import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { createCollector } from '../../src/diagnostics/collector.ts';
import { diskFile, isDataFile } from '../../src/submissions/disk-file.ts';
import { readFiles } from '../../src/submissions/read-files.ts';
import { recognise } from '../../src/submissions/recognise.ts';
import type { DataFile } from '../../src/submissions/submission.ts';
import { memoryFile, told } from './reading.ts';

const entry = new Uint8Array([97]);

const kinds: readonly (readonly [content: string | Uint8Array, kind: string])[] = [
  ['{"count":1,"next":null,"previous":null,"results":[{"_id":1}]}', 'kobo'],
  ['[{"_id":1,"__id":"a question"}]', 'kobo'],
  ['\uFEFF\n {\n "_id": 1 }', 'kobo'],
  ['{"_id":1,"note":"say \\"@odata.context\\": x"}', 'kobo'],
  [Buffer.from('\uFEFF[{"_id":1}]', 'utf16le'), 'kobo'],
  [Buffer.from('[{"_id":1}]', 'utf16le'), 'kobo'],
  ['{"message":"a question","_id":1}', 'kobo'],
  ['{"value":[{"__id":"uuid:1","__system":{}}],"@odata.context":"x"}', 'odata'],
  ['{"__id":"uuid:1"}\n{"__id":"uuid:2"}', 'odata'],
  ['{"@odata.context":"x","value":[]}', 'odata'],
  ['<?xml version="1.0"?>\n<!-- x --><data id="f"/>', 'xml'],
  [Buffer.from('\uFEFF<data id="f"/>', 'utf16le'), 'xml'],
  ['start;end;hh_size\n1;2;3', 'csv'],
  ['age\n3\n', 'csv'],
  [zipSync({ '[Content_Types].xml': entry, 'xl/workbook.xml': entry }), 'xlsx'],
  [zipSync({ 'form.csv': entry, 'form-hh.csv': entry }), 'zip-of-tables'],
  [zipSync({ 'a.json': entry }), 'zip'],
  ['<!DOCTYPE html>\n<html><body>Log in</body></html>', 'web-page'],
  ['{"detail":"Invalid token."}', 'server-answer'],
  ['{"message":"Could not authenticate.","code":401.2}', 'server-answer'],
  ['{"type":"FeatureCollection","features":[]}', 'geojson'],
  ['<h:html xmlns="http://www.w3.org/2002/xforms"><h:head/></h:html>', 'form'],
  ['%PDF-1.7\n', 'pdf'],
  [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-workbook'],
  [Buffer.from('1f8b0800', 'hex'), 'gzip'],
  ['', 'empty'],
  [' \n\n', 'empty'],
  [new Uint8Array(5000), 'zeros'],
  ['Dear all', 'text'],
  [Buffer.from('00ff1203', 'hex'), 'unknown'],
];

test.each(kinds)('%j is %s', async (content, kind) => {
  expect(await recognise(memoryFile(content))).toBe(kind);
  expect(await recognise(memoryFile(content, [1]))).toBe(kind);
});

function progress(): void {}

async function read(
  files: readonly DataFile[],
): Promise<{ readonly shown: readonly string[]; readonly told: readonly string[] }> {
  const { report, diagnostics } = createCollector();
  const shown: string[] = [];
  for await (const { file, shape, submissions } of readFiles(files, { forms: [], report, progress }))
    shown.push(`${file.name} ${shape} ${submissions.map(({ number }) => number).join(',')}`);
  return { shown, told: told(diagnostics()) };
}

function page(name: string, start: number, total = 3): DataFile {
  const link = (at: number): string | null => (at < 0 || at >= total ? null : `https://kf/data.json?start=${at}`);
  const results = [{ _id: start }];
  const body = { count: total, next: link(start + 1), previous: link(start - 1), results };
  return memoryFile(JSON.stringify(body), [100], name);
}

function odataPage(name: string, next: boolean): DataFile {
  const base = 'https://c/v1/projects/1/forms/f.svc';
  const body = { value: [{ __id: `uuid:${name}` }], '@odata.context': `${base}/$metadata#Submissions` };
  const link = next ? { '@odata.nextLink': `${base}/Submissions?%24skiptoken=${name}` } : {};
  return memoryFile(JSON.stringify({ ...body, ...link }), [100], name);
}

describe('files of any shapes', () => {
  test('each is read by what is in it', async () => {
    const files = [memoryFile('{"_id":1}\n{"_id":2}', [100], 'a.txt'), memoryFile('<a id="a"/>', [100], 'b.json')];
    expect(await read(files)).toEqual({ shown: ['a.txt kobo 1,2', 'b.json xml 1'], told: [] });
  });

  test('what is none is told', async () => {
    const { told: findings } = await read([memoryFile('<html>', [9], 'data.json'), memoryFile('', [9], 'b.csv')]);
    expect(findings).toEqual([
      'error unknown-data-file : "b.csv" is empty.',
      'error unknown-data-file : "data.json" is a web page, such as one that asks to log in.',
    ]);
  });

  test('pages that are all there, in any order, are whole', async () => {
    expect((await read([page('p1', 0), page('p3', 2), page('p2', 1)])).told).toEqual([]);
    expect((await read([odataPage('p1', true), odataPage('p2', false)])).told).toEqual([]);
    expect((await read([page('only', 0, 1)])).told).toEqual([]);
  });

  test('a page that lacks others tells so', async () => {
    expect((await read([page('p1', 0), page('p3', 2)])).told).toEqual([
      'warning missing-pages : "p3" is one page of several: 2 of the server\'s 3 submissions are here.',
    ]);
    expect((await read([odataPage('p1', true)])).told).toEqual([
      'warning missing-pages : "p1" is one page of several: the server has more submissions.',
    ]);
  });

  test('a disk that fails is told, and the other files are read', async () => {
    const failing: DataFile = {
      name: 'a.json',
      size: 9,
      // oxlint-disable-next-line require-yield
      async *pieces() {
        throw Object.assign(new Error('gone'), { code: 'EBUSY', syscall: 'read' });
      },
    };
    expect(await read([failing, memoryFile('{"_id":1}', [9], 'b.json')])).toEqual({
      shown: ['b.json kobo 1'],
      told: ['error file-unreadable : "a.json" cannot be read: another program, such as Excel, holds it open.'],
    });
  });
});

describe('files on disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lexiform-data-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are read in pieces, from any place', async () => {
    const file = path.join(folder, 'data.json');
    writeFileSync(file, `{"_id":1}\n${'x'.repeat(3_000_000)}`);
    const data = diskFile(file, 'data.json');
    if (!isDataFile(data)) throw new Error(data.reason);
    expect(data.size).toBe(3_000_010);
    const lengths: number[] = [];
    for await (const piece of data.pieces(10)) lengths.push(piece.length);
    expect(lengths.length).toBeGreaterThan(2);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(3_000_000);
  });

  test('that cannot be had are told in a word', () => {
    expect(diskFile(folder, 'data')).toEqual({ path: 'data', reason: 'it is a folder; name the files in it' });
    expect(diskFile(path.join(folder, 'none.json'), 'none.json')).toEqual({
      path: 'none.json',
      reason: 'there is no such file',
    });
  });
});
