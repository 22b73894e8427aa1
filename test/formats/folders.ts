import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { OutputFile } from '../../src/formats/publish.ts';

export type Contents = Readonly<Record<string, string>>;

/** A folder that goes when the test ends; `out` in it is where the test publishes to. */
export function workplace(contents: Contents = {}): { readonly folder: string; readonly out: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'lexiform-publish-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  put(folder, contents);
  return { folder, out: path.join(folder, 'out') };
}

export function put(folder: string, contents: Contents): void {
  for (const [name, text] of Object.entries(contents)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** Every file below a folder with its text, but not the marker. */
export function contentsOf(folder: string): Contents {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== '.lexiform-build.json');
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(paths.map((file) => [named(folder, file), readFileSync(file, 'utf8')]));
}

export function outputs(contents: Contents): OutputFile[] {
  return Object.entries(contents).map(([name, text]) => ({ path: name, bytes: new TextEncoder().encode(text) }));
}

function named(folder: string, file: string): string {
  return path.relative(folder, file).split(path.sep).join('/');
}
