import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskTree, isUnreadable, memoryTree } from '../../src/source/files.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'lexiform-files-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), file);
  }
}

describe('The files of a folder', () => {
  it('are listed in the order of their code units, whatever the disk says', () => {
    put('b.yaml', 'a/z.yaml', 'a.yaml', 'B.yaml', 'é.yaml', 'a-b.yaml');
    expect(diskTree(root, 'x/').paths).toEqual(['B.yaml', 'a-b.yaml', 'a.yaml', 'a/z.yaml', 'b.yaml', 'é.yaml']);
  });

  it('do not count hidden ones, those that Excel holds open, and node_modules', () => {
    put('.git/config', '.hidden.yaml', 'node_modules/a.yaml', '~$list.xlsx', 'list.csv');
    expect(diskTree(root, '').paths).toEqual(['list.csv']);
  });

  it('do not count links that lead outside or nowhere', () => {
    put('inside/a.yaml');
    symlinkSync('/etc/passwd', path.join(root, 'secret.yaml'));
    symlinkSync(path.join(root, 'gone'), path.join(root, 'gone.yaml'));
    symlinkSync(path.join(root, 'inside/a.yaml'), path.join(root, 'link.yaml'));
    const { paths, unreadable } = diskTree(root, '');
    expect(paths).toEqual(['inside/a.yaml', 'link.yaml']);
    expect(unreadable).toEqual([{ path: 'gone.yaml', reason: 'it is a link to a file that is not there' }]);
  });

  it('that are none say what they are', () => {
    put('dir.csv/a.yaml');
    symlinkSync('loop.csv', path.join(root, 'loop.csv'));
    execFileSync('mkfifo', [path.join(root, 'pipe.csv')]);
    const reason = (file: string): unknown => diskTree(root, '').read(file);
    expect(reason('dir.csv')).toEqual({ path: 'dir.csv', reason: 'it is a folder' });
    expect(reason('loop.csv')).toEqual({ path: 'loop.csv', reason: 'it is a link that leads back to itself' });
    expect(reason('pipe.csv')).toEqual({ path: 'pipe.csv', reason: 'it is a pipe or a device' });
  });

  it('that went away since say why they cannot be read', () => {
    put('a.yaml');
    const tree = diskTree(root, '');
    rmSync(path.join(root, 'a.yaml'));
    expect(tree.read('a.yaml')).toEqual({ path: 'a.yaml', reason: 'there is no such file' });
  });
});

describe('Files in memory', () => {
  it('are bytes, or a reason', () => {
    const tree = memoryTree({ 'b.yaml': 'é', 'a.yaml': new Uint8Array([1]) });
    expect(tree.paths).toEqual(['a.yaml', 'b.yaml']);
    expect(tree.read('b.yaml')).toEqual(new TextEncoder().encode('é'));
    expect(isUnreadable(tree.read('c.yaml'))).toBe(true);
    expect(isUnreadable(tree.read('toString'))).toBe(true);
  });
});
