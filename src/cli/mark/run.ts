import { markSummary, markText } from '../../printers/mark/mark-text.ts';
import { styleFor } from '../../printers/style.ts';
import { carryOut } from '../../remote/mark/carry-out.ts';
import type { Known } from '../../remote/mark/decide.ts';
import { type MarkPreview, previewMarks } from '../../remote/mark/preview.ts';
import { RemoteError } from '../../remote/remote-error.ts';
import { openMarkStore } from '../../store/marks.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { createProgress, type Progress } from '../progress.ts';
import { type PullTarget, pullTargets } from '../pull/targets.ts';
import { openServers } from '../remote/open.ts';
import { storeFile, type StorePlace } from '../store/place.ts';
import { judgedProjects, type JudgedProject } from './judged-projects.ts';
import type { MarkOptions } from './options.ts';

/** A project with what marking it would do. */
interface Previewed {
  readonly target: PullTarget;
  readonly known: Known;
  readonly preview: MarkPreview;
}

/**
 * Sets validation statuses by what conformance finds in the store, or tells what it would do.
 * @throws UsageError, StoreError before anything is written
 */
export async function mark(words: readonly string[], options: MarkOptions, host: Host): Promise<ExitCode> {
  const opened = await openServers(words, options.dictionary, host);
  const targets = pullTargets(opened, host);
  const place = storeFile(options.store, opened.folder, host);
  const progress = createProgress(host);
  const judged = await judgedProjects(targets, place, { ...options, folder: opened.folder }, host, progress);
  if (judged.length === 0) return EXIT.clean;
  const { previewed, hasFailed } = await previewAll(judged, options, host, progress);
  progress.end();
  const style = styleFor(host.color && options.color);
  for (const { target, preview } of previewed) host.out(markText(target.project, preview, style));
  if (previewed.length === 0) return EXIT.remote;
  const done = options.yes ? await setAll(previewed, place, host) : { count: wantedIn(previewed), hasFailed: false };
  host.out(`${markSummary(done.count, options.yes)}\n`);
  return hasFailed || done.hasFailed ? EXIT.remote : EXIT.clean;
}

function wantedIn(previewed: readonly Previewed[]): number {
  const lists = previewed.flatMap(({ preview: { set } }) => [...set.values()]);
  return lists.reduce((sum, { length }) => sum + length, 0);
}

async function previewAll(
  judged: readonly JudgedProject[],
  { errors, approveClean }: MarkOptions,
  host: Host,
  progress: Progress,
): Promise<{ readonly previewed: readonly Previewed[]; readonly hasFailed: boolean }> {
  const previewed: Previewed[] = [];
  for (const { target, submissions, marks } of judged) {
    progress.show(`reading statuses of ${target.project}`);
    const done = await orTold(target, host, async () => {
      const known = { judged: submissions, marks, rules: { errors, approveClean }, me: await target.kobo.me() };
      previewed.push({ target, known, preview: await previewMarks(target.kobo, target.uid, known) });
    });
    if (!done) progress.end();
  }
  return { previewed, hasFailed: previewed.length < judged.length };
}

/** Sets what is wanted and tells how many were set; what was set before a failure is remembered. */
async function setAll(
  previewed: readonly Previewed[],
  place: StorePlace,
  host: Host,
): Promise<{ readonly count: number; readonly hasFailed: boolean }> {
  const wanted = previewed.filter(({ preview }) => preview.set.size > 0);
  let [count, hasFailed] = [0, false];
  if (wanted.length === 0) return { count, hasFailed };
  const store = await openMarkStore(place.path, place.shown);
  const progress = createProgress(host);
  const onSet = (more: number): void => progress.show(`${(count += more)} statuses set`);
  try {
    for (const { target, known, preview } of wanted) {
      const { project, kobo, uid } = target;
      const memory = { write: async (marks: Known['marks']) => store.write(project, marks) };
      const done = await orTold(target, host, async () => carryOut(preview, { kobo, uid, known, memory, onSet }));
      hasFailed ||= !done;
    }
    return { count, hasFailed };
  } finally {
    progress.end();
    await store.close();
  }
}

/** Whether it went well; one project that fails does not stop the others. */
async function orTold({ project }: PullTarget, host: Host, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    host.err(`${project}: ${error.message}\n  ${error.help}\n`);
    return false;
  }
}
