import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The address of a source file as a module that any Node runs; Node 20 does not run TypeScript. */
export async function bundled(entry: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lexiform-child-'));
  made.push(folder);
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const outDir = path.join(folder, 'dist');
  mkdirSync(outDir);
  const rolldownOptions = { output: { entryFileNames: 'entry.mjs' } };
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: entry, outDir, minify: false, rolldownOptions },
  });
  return pathToFileURL(path.join(outDir, 'entry.mjs')).href;
}

/** What a script prints. */
export async function output(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, nodeArguments(script), {
    env: { ...process.env, ...env },
  });
  return stdout.trim();
}

export function start(script: string): ChildProcess {
  return spawn(process.execPath, nodeArguments(script), { stdio: ['ignore', 'pipe', 'inherit'] });
}

function nodeArguments(script: string): string[] {
  return ['--input-type=module', '--eval', script];
}
