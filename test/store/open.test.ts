import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/duckdb.ts';
import { openPullStore } from '../../src/store/pull-store.ts';
import { openReadStore } from '../../src/store/read-store.ts';
import { storeError } from '../../src/store/store-error.ts';
import { start } from '../formats/child.ts';
import { memoryKobo, record } from '../remote/pull/memory-kobo.ts';
import { pull, rowsIn, scratch } from '../remote/pull/pulling.ts';

const GUARD = { protect: false, keyMark: undefined };

async function filled(): Promise<string> {
  const file = path.join(scratch(), 'submissions.duckdb');
  await pull(file, memoryKobo(Array.from({ length: 200 }, (_, index) => record(index + 1))));
  return file;
}

describe('a store that cannot be used is told in clear words', () => {
  it('where another program has it open', async () => {
    const file = await filled();
    const child = start(`
      import { DuckDBInstance } from '@duckdb/node-api';
      await DuckDBInstance.create(${JSON.stringify(file)});
      console.log('open');
      setInterval(() => {}, 1000);`);
    if (child.stdout) await once(child.stdout, 'data');
    await expect(openPullStore(file, 'submissions.duckdb', GUARD)).rejects.toThrow(
      'The store "submissions.duckdb" is open in another program.',
    );
    await expect(openReadStore(file, 'submissions.duckdb')).rejects.toThrow('is open in another program');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await openReadStore(file, 'submissions.duckdb');
    expect(store.projects.map(({ submissions }) => submissions)).toEqual([200]);
    await store.close();
  });

  it('where it was written by a newer version', async () => {
    const file = await filled();
    const database = await openDatabase({ path: file, shown: file, mode: 'write' });
    await database.run(`UPDATE lexiform.about SET value = '99' WHERE fact = 'format'`);
    await database.close();
    await expect(openReadStore(file, 'x')).rejects.toThrow('The store "x" was written by a newer version of Lexiform.');
    await expect(openPullStore(file, 'x', GUARD)).rejects.toThrow('newer version');
  });

  it('where it is damaged, cut, empty or something else', async () => {
    const file = await filled();
    const whole = readFileSync(file);
    for (const bytes of [
      Buffer.from('no store'.repeat(5000)),
      Buffer.concat([whole.subarray(0, 8192), Buffer.alloc(whole.length, 7)]),
      Buffer.alloc(0),
    ]) {
      writeFileSync(file, bytes);
      await expect(openReadStore(file, 'x')).rejects.toThrow('The store "x" is damaged, or is no store.');
      await expect(openPullStore(file, 'x', GUARD)).rejects.toThrow('The store "x" is damaged, or is no store.');
      expect(readFileSync(file).equals(bytes)).toBe(true);
    }
    writeFileSync(file, whole);
    truncateSync(file, 9000);
    await expect(openReadStore(file, 'x')).rejects.toThrow('is damaged');
  });

  it('where it is a file of DuckDB with other tables', async () => {
    const file = path.join(scratch(), 'mine.duckdb');
    const instance = await DuckDBInstance.create(file);
    const connection = await instance.connect();
    await connection.run('CREATE TABLE mine (a INTEGER)');
    connection.closeSync();
    instance.closeSync();
    await expect(openPullStore(file, 'mine.duckdb', GUARD)).rejects.toThrow(
      '"mine.duckdb" is a DuckDB file, but no store of Lexiform.',
    );
    expect(await rowsIn(file, 'SHOW TABLES')).toEqual([{ name: 'mine' }]);
  });

  it('where it is a folder, is not there, or has no folder', async () => {
    const folder = scratch();
    mkdirSync(path.join(folder, 'a.duckdb'));
    await expect(openPullStore(path.join(folder, 'a.duckdb'), 'a.duckdb', GUARD)).rejects.toThrow(
      'The store "a.duckdb" is a folder.',
    );
    await expect(openReadStore(path.join(folder, 'b.duckdb'), 'b.duckdb')).rejects.toThrow(
      'There is no store "b.duckdb".',
    );
    await expect(openPullStore(path.join(folder, 'c/d.duckdb'), 'c/d.duckdb', GUARD)).rejects.toThrow(
      'There is no folder for the store "c/d.duckdb".',
    );
    expect(existsSync(path.join(folder, 'b.duckdb'))).toBe(false);
  });

  it.each([
    ['IO Error: Could not write file "x": No space left on device', 'The disk is full'],
    ['IO Error: Cannot open file "x": Permission denied', 'may not be written here'],
    ['IO Error: Cannot open file "x": Read-only file system', 'may not be written here'],
    [
      'IO Error: Cannot open file "x": The process cannot access the file because it is being used by another process.',
      'is open in another program',
    ],
    ['Out of Memory Error: failed to pin block', 'There is not enough memory'],
  ])('%s', (words, told) => {
    expect(storeError(new Error(words), 'x').message).toContain(told);
  });

  it('without a word of an answer', () => {
    for (const words of [
      `Conversion Error: Could not convert string 'Haddad permission denied' to INT32`,
      'Invalid Input Error: Malformed JSON. Input: {"a": "Haddad"}',
      'TransactionContext Error: Haddad',
      'Haddad',
    ])
      expect(storeError(new Error(words), 'x').message).not.toMatch(/Haddad|may not/);
  });
});

describe('a store', () => {
  it('takes over what a kill left in its log', async () => {
    const file = path.join(scratch(), 'a log.duckdb');
    const child = start(`
      import { DuckDBInstance } from '@duckdb/node-api';
      const connection = await (await DuckDBInstance.create(${JSON.stringify(file)})).connect();
      await connection.run('CREATE TABLE kept (a INTEGER)');
      await connection.run('INSERT INTO kept VALUES (7)');
      console.log('written');
      setInterval(() => {}, 1000);`);
    if (child.stdout) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(`${file}.wal`)).toBe(true);
    expect(await rowsIn(file, 'SELECT a FROM kept')).toEqual([{ a: 7 }]);
  });

  it('gets more memory for what takes it, in the middle of its work', async () => {
    const file = await filled();
    const database = await openDatabase({ path: file, shown: file, mode: 'write' });
    const sql = `SELECT strlen(string_agg(repeat('x', 1000), '')) AS length FROM range(60000)`;
    await expect(database.rows(sql)).rejects.toThrow('There is not enough memory');
    expect(await database.together(async () => database.rows(sql))).toEqual([{ length: 60_000_000n }]);
    const [row] = await database.rows('SELECT count(*) AS n FROM lexiform.submissions');
    expect(row).toEqual({ n: 200n });
    await database.close();
    await expect(database.together(async () => database.rows('SELECT 1'))).rejects.toThrow('closed already');
  });

  it('asks nothing of the network and reads no other file', async () => {
    const file = await filled();
    const secret = path.join(scratch(), 'secret.csv');
    writeFileSync(secret, 'a\n1\n');
    await expect(rowsIn(file, 'INSTALL httpfs')).rejects.toThrow();
    await expect(rowsIn(file, `SELECT * FROM read_csv('${secret}')`)).rejects.toThrow();
    await expect(rowsIn(file, 'SET enable_external_access = true')).rejects.toThrow();
    rmSync(secret);
  });
});
