import { CORE, makerOf } from '../../conform/made-by.ts';
import { textAt } from '../../conform/subject.ts';
import { dataNodes } from '../../model/columns/columns.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import { readFiles } from '../../submissions/read-files.ts';
import type { DataFile } from '../../submissions/submission.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { STAMP } from '../../vocabulary/reserved.ts';
import type { Progress } from '../progress.ts';
import type { FormVersions } from './known-forms.ts';

/**
 * The core, where something comes of it or of nothing known, and the countries whose forms made submissions. The data is read
 * for it once more: tables are understood by all forms together, and each form costs time and memory.
 */
export async function partsThatMade(
  files: readonly DataFile[],
  { newest: { dictionary, form }, countries }: FormVersions,
  { profile }: { readonly profile: readonly Profile[] },
  progress: Progress,
): Promise<readonly string[]> {
  if (countries.length === 0) return [CORE];
  const delivery = deliver(dictionary, form, profile[0] ?? dictionary.profiles[0] ?? 'xlsform');
  const made = new Set<string>();
  let stamp: string | undefined;
  let read = 0;
  const reading = { forms: [dataNodes(delivery, dictionary)], report: unheard, progress: unheard };
  for await (const { submissions } of readFiles(files, reading)) {
    for (const { answers } of submissions) {
      const next = textAt(answers, STAMP);
      if (next !== stamp) made.add(makerOf(next, dictionary, countries) ?? CORE);
      stamp = next;
    }
    read += submissions.length;
    progress.show(`reading which country made ${read} submissions`);
  }
  const parts = [CORE, ...countries].filter((part) => made.has(part));
  return parts.length > 0 ? parts : [CORE];
}

/** What is wrong with a file is told when it is checked. */
function unheard(): void {}
