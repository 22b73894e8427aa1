import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';
import { deviceAt } from '../support/device.ts';

/** A folder of its own for one test, with a blank and an Arabic letter in its name, gone when the test is over. */
export function tempFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'lexiform م ')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A host as a script has it: no terminal, no colours, and time stands still. */
export function hostOf(cwd: string): Host {
  return {
    cwd,
    out: () => undefined,
    err: () => undefined,
    live: () => undefined,
    env: () => undefined,
    ask: () => Promise.resolve(undefined),
    letGo: () => undefined,
    beFrugal: () => undefined,
    terminal: false,
    color: false,
    width: 100,
    now: () => 0,
    evaluation: () => deviceAt('2026-03-15T10:30:00'),
  };
}

/** Runs the command line in a folder, as from a script. */
export async function run(cwd: string, ...args: string[]): Promise<Outcome> {
  let out = '';
  let err = '';
  const host: Host = {
    ...hostOf(cwd),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  };
  const code = await main(args, host, '0.0.0');
  return { code, out, err };
}

export const manifest = `lexiform: 1
dictionary: tiny
version: 1.0.0
languages:
  en: English
  fr: Français
default_language: en
profiles: [kobo, odk]
`;

const household = `variables:
  hh_size:
    type: integer
    label:
      en: How many people live here?
      fr: Combien de personnes vivent ici ?
forms:
  visit:
    title: Visit
    items: [hh_size]
`;

/** A small dictionary without findings. */
export const tiny = { 'dictionary/dictionary.yaml': manifest, 'dictionary/household.yaml': household } as const;

/** The same with a reference to a question that does not exist. */
export const broken = {
  ...tiny,
  'dictionary/household.yaml': household.replace('items: [hh_size]', 'items: [hh_size, hh_sise]'),
} as const;
