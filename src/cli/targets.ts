import type { Report } from '../diagnostics/collector.ts';
import type { FileToCome } from '../formats/publish.ts';
import { deliver } from '../model/deliver/deliver.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { Profile } from '../vocabulary/profiles.ts';

/** What a target is made of: the forms that were asked for, for one profile. */
export interface Work {
  readonly dictionary: Dictionary;
  readonly forms: readonly Form[];
  readonly profile: Profile;
  readonly report: Report;
  /** Tells which form is being made. */
  readonly progress: (form: string) => void;
}

interface Target {
  readonly makes: string;
  /** The files below `<profile>/core/`. Heavy libraries load in here, when they are needed. */
  readonly files: (work: Work) => Promise<readonly FileToCome[]>;
  /** Whether a built file, by its path below `<profile>/core/`, is of this target. */
  readonly owns: (path: string) => boolean;
}

/** What `build` can write. */
export const targets = {
  xlsform: {
    makes: 'workbooks and what they attach',
    files: async (work) => {
      const { formFiles } = await import('../xlsform/form-files.ts');
      return perForm(work, (form) => formFiles(work.dictionary, form, work.profile, work.report));
    },
    owns: (path) => path.endsWith('.xlsx') || /^[^/]+\/media\//.test(path),
  },
  schema: {
    makes: 'JSON Schemas of submissions',
    files: async (work) => {
      const { schemaFiles } = await import('../emit/json-schema/schema-files.ts');
      return perForm(work, (form) => schemaFiles(deliver(work.dictionary, form, work.profile), work.dictionary));
    },
    owns: (path) => path.endsWith('.schema.json'),
  },
  report: {
    makes: 'report templates',
    files: async (work) => {
      const { reportFiles } = await import('../emit/report/report-files.ts');
      return perForm(work, (form) => reportFiles(deliver(work.dictionary, form, work.profile), work.dictionary));
    },
    owns: (path) => /^[^/]+\/report\//.test(path),
  },
  codebook: {
    makes: 'a codebook to read and search',
    files: async ({ dictionary, forms, profile, progress }) => {
      const { codebookFiles } = await import('../emit/codebook/codebook-files.ts');
      progress('codebook');
      return codebookFiles(
        forms.map((form) => deliver(dictionary, form, profile)),
        dictionary,
      );
    },
    owns: (path) => path.startsWith('codebook/'),
  },
} as const satisfies Readonly<Record<string, Target>>;

export type TargetName = keyof typeof targets;
export const targetNames = Object.keys(targets) as readonly TargetName[];
export const defaultTargets: readonly TargetName[] = ['xlsform', 'schema'];

export function isTarget(word: string): word is TargetName {
  return Object.hasOwn(targets, word);
}

/** The files of each form, below the folder of the form. */
async function perForm(
  { forms, progress }: Work,
  make: (form: Form) => readonly FileToCome[] | Promise<readonly FileToCome[]>,
): Promise<readonly FileToCome[]> {
  const files: FileToCome[] = [];
  let latest: readonly FileToCome[] = [];
  for (const form of forms) {
    const name = form.name.string.text;
    progress(name);
    const made = await make(form);
    // One form is packed while the next is made, and no more: threads and memory are few.
    await Promise.all(latest.map(({ bytes }) => bytes));
    latest = made;
    for (const { path, bytes } of made) files.push({ path: `${name}/${path}`, bytes });
  }
  return files;
}
