import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/collector.ts';
import { readFiles } from '../submissions/read-files.ts';
import type { DataFile, Submission } from '../submissions/submission.ts';
import { type ConformOptions, createConformer } from './conform.ts';
import type { Subject } from './finding.ts';

export interface ConformFiles extends ConformOptions {
  /** Takes what is wrong with a file as such, or with a submission that cannot be read. */
  readonly report: Report;
  /** Hears of each submission that was checked, what it is counted by. */
  readonly looked: (subject: Subject) => void;
  /** Chooses those that are looked at; `done` is how much of the file they and all before them took, in bytes. */
  readonly pick: (submissions: readonly Submission[], file: DataFile, done: number) => readonly Submission[];
}

/**
 * Reads files of submissions, whatever their shape, and checks each submission by the form that made it.
 * @returns what concerns the form: conditions that could not be tried
 */
export async function conformFiles(files: readonly DataFile[], options: ConformFiles): Promise<readonly Diagnostic[]> {
  const { forms, report, looked, pick } = options;
  const conformer = createConformer(options);
  let done = 0;
  const reading = {
    forms: forms.map(({ version }) => version.scope.nodes),
    report,
    progress: (bytes: number) => {
      done = bytes;
    },
  };
  for await (const { file, shape, submissions } of readFiles(files, reading)) {
    const known = { name: file.name, shape };
    for (const submission of pick(submissions, file, done)) looked(conformer.check(submission, known));
  }
  return conformer.finish();
}
