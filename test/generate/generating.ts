import { fileURLToPath } from 'node:url';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { createNotes, type Notes } from '../../src/generate/fill/notes.ts';
import { type Generated, type GenerateOptions, generateRecords } from '../../src/generate/generate.ts';
import { planForm } from '../../src/generate/plan/plan.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import { diskTree } from '../../src/source/files.ts';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { deviceAt } from '../support/device.ts';
import { type Files, present, reading } from '../support/tester.ts';

export interface Made {
  readonly records: readonly Generated[];
  readonly notes: Notes;
}

/** 2026-01-01 to 2026-01-31. */
export const JANUARY = { from: 20_454, until: 20_484 };

/** The records of a form, of the only one where none is named. */
export function generated(
  dictionary: Dictionary,
  options: Partial<GenerateOptions> & { readonly form?: string; readonly profile?: Profile } = {},
): Made {
  const { form, profile = 'kobo', ...others } = options;
  const chosen = form === undefined ? [...dictionary.forms.values()][0] : dictionary.forms.get(form);
  const notes = createNotes();
  const { digest } = deviceAt('2026-01-01T00:00:00');
  const plan = planForm(dictionary, present(chosen, 'a form'), profile);
  const all = { count: 20, seed: 1, period: JANUARY, faults: 0, digest, ...others };
  return { records: [...generateRecords(plan, all, notes)], notes };
}

/** What is answered in a form of these items, in each record. */
export function answersTo(
  items: string,
  { beside = '', ...options }: Partial<GenerateOptions> & { readonly beside?: string } = {},
): readonly Readonly<Record<string, unknown>>[] {
  return generated(compiled(formOf(items, beside)), options).records.map(({ record }) => record);
}

export function formOf(items: string, beside = ''): string {
  return `${beside}\nforms:\n  visit:\n    title: Visit\n    items:\n${items}`;
}

export function compiled(files: Files | string): Dictionary {
  return reading.compile(files).dictionary;
}

function fromDisk(folder: string): Dictionary {
  const full = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  return present(compileDictionary(diskTree(full, `${folder}/`)).dictionary, folder);
}

export const shipped = fromDisk('dictionary');
export const everyType = fromDisk('test/reference/every-type/dictionary');

/** Each form with its dictionary. */
export const forms = [shipped, everyType].flatMap((dictionary) =>
  [...dictionary.forms.keys()].map((form) => [form, dictionary] as const),
);
