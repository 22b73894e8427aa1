import { CORE } from '../../conform/made-by.ts';
import { quote, quotedFew } from '../../diagnostics/quote.ts';
import type { Judged } from '../../remote/mark/status.ts';
import { type Mark, marksIn } from '../../store/marks.ts';
import { openReadStore, type ReadStore } from '../../store/read-store.ts';
import { openVersions } from '../conform/known-forms.ts';
import { type Host, UsageError } from '../host.ts';
import type { Progress } from '../progress.ts';
import type { PullTarget } from '../pull/targets.ts';
import type { StorePlace } from '../store/place.ts';
import { storedFile } from '../store/stored-file.ts';
import { judge } from './judge.ts';

/** A project with what is known of its submissions without asking the server. */
export interface JudgedProject {
  readonly target: PullTarget;
  readonly submissions: ReadonlyMap<string, Judged>;
  readonly marks: ReadonlyMap<string, Mark>;
}

interface Forms {
  /** Of the dictionary. */
  readonly folder: string;
  /** Where other versions of the forms are. */
  readonly also: readonly string[];
  readonly approveClean: boolean;
}

/**
 * Checks what was pulled of projects.
 * @throws UsageError where nothing was pulled of any, StoreError where the store cannot be read
 */
export async function judgedProjects(
  targets: readonly PullTarget[],
  { path, shown }: StorePlace,
  { folder, also, approveClean }: Forms,
  host: Host,
  progress: Progress,
): Promise<readonly JudgedProject[]> {
  const store = await openReadStore(path, shown);
  try {
    if (store.isProtected && approveClean) refuseApproval(shown);
    const judged: JudgedProject[] = [];
    for (const target of targets) {
      const stored = store.projects.find(({ project, submissions }) => project === target.project && submissions > 0);
      if (!stored) continue;
      const form = target.form.name.string.text;
      const { country } = target;
      const versions = openVersions({ source: folder, also, form, country, profile: ['kobo'], quiet: true }, host);
      const known = { forms: versions.of([country ?? CORE], true), countries: versions.countries };
      const onRead = (count: number): void => progress.show(`${target.project}: checked ${count} submissions`);
      const submissions = await judge(await storedFile(store, stored), known, host, onRead);
      judged.push({ target, submissions, marks: await marksIn(store.database, target.project) });
    }
    tellWithout(targets, judged, store, host);
    return judged;
  } finally {
    await store.close();
  }
}

/** What was left out could be wrong. */
function refuseApproval(shown: string): never {
  throw new UsageError(
    `The store ${quote(shown)} is protected: answers that are not in it were not checked, so nothing is approved.`,
    'Leave --approve-clean out, or pull into another store without --protect and name it by --store.',
  );
}

function tellWithout(
  targets: readonly PullTarget[],
  judged: readonly JudgedProject[],
  { projects }: ReadStore,
  host: Host,
): void {
  const without = targets.filter((target) => !judged.some((each) => each.target === target));
  if (without.length === 0) return;
  const sentence = `The store has no submission of ${quotedFew(without.map(({ project }) => project))}.`;
  const help = 'Fill it with: lexiform pull';
  // Of a project that nobody has answered yet there is nothing to pull.
  const isPulled = without.some((target) => projects.some(({ project }) => project === target.project));
  if (judged.length === 0 && !isPulled) throw new UsageError(sentence, help);
  host.err(`${sentence} ${help}\n`);
}
