import { pullAll } from '../../remote/pull/pull.ts';
import type { ProjectPull } from '../../remote/pull/pull-project.ts';
import { createProtector, type Protector } from '../../remote/protect/protector.ts';
import type { Protection } from '../../remote/protect/protection.ts';
import { RemoteError } from '../../remote/remote-error.ts';
import { openPullStore, type PullStore } from '../../store/pull-store.ts';
import { formNodes } from '../../store/tables/protected-nodes.ts';
import { kindsIn } from '../../store/tables/kinds.ts';
import { storedTables } from '../../store/tables/store-tables.ts';
import { writeViews } from '../../store/tables/views.ts';
import { EXIT, type ExitCode, type Host } from '../host.ts';
import { createProgress, type Progress } from '../progress.ts';
import { openServers } from '../remote/open.ts';
import type { ServerOptions } from '../remote/server-options.ts';
import { storeFile } from '../store/place.ts';
import { fetchAttachments } from './attachments.ts';
import { filterOf, type FilterOptions } from './filter.ts';
import { keepFromGit } from './ignored.ts';
import {
  checkPseudonyms,
  type Key,
  keyOf,
  protectForm,
  type ProtectOptions,
  protectionWords,
  treatedAnswers,
} from './protecting.ts';
import { type PullTarget, pullTargets } from './targets.ts';
import { outcomeWords, unknownWords } from './telling.ts';

export interface PullOptions extends FilterOptions, ProtectOptions, ServerOptions {
  readonly store?: string;
  readonly attachments: boolean;
  readonly jobs: number;
  readonly timing: boolean;
}

/** A target, and how its answers are protected. */
interface Guarded extends PullTarget {
  readonly protection: Protection | undefined;
  readonly protector: Protector | undefined;
}

/**
 * Brings the store up to date and tells the exit code.
 * @throws UsageError, StoreError before anything is asked of a server
 */
export async function pull(words: readonly string[], options: PullOptions, host: Host): Promise<ExitCode> {
  const opened = await openServers(words, options.dictionary, host);
  const targets = pullTargets(opened, host);
  const key = keyOf(options, host);
  const guarded = targets.map((target) => guard(target, options, key));
  checkPseudonyms(
    options,
    guarded.flatMap(({ protection }) => protection ?? []),
  );
  const filters = new Map(guarded.map((target) => [target, filterOf(options, target.nodes)]));
  const place = storeFile(options.store, opened.folder, host);
  if (await keepFromGit(place.path, [place.attachments]))
    host.err(`Added ${place.shown} to .gitignore: answers of people are not for version control.\n`);
  const store = await openPullStore(place.path, place.shown, { protect: options.protect, keyMark: key?.mark });
  try {
    return await pullInto(store, guarded, { options, host, filters, attachments: place.attachments });
  } finally {
    await store.close();
  }
}

function guard(target: PullTarget, options: ProtectOptions, key: Key | undefined): Guarded {
  if (!options.protect) return { ...target, protection: undefined, protector: undefined };
  const protection = protectForm(target.nodes, target.form, target.dictionary, options);
  return { ...target, protection, protector: createProtector(protection, key?.pseudonym) };
}

interface Run {
  readonly options: PullOptions;
  readonly host: Host;
  readonly filters: ReadonlyMap<Guarded, ReturnType<typeof filterOf>>;
  /** The folder of attachments. */
  readonly attachments: string;
}

async function pullInto(store: PullStore, targets: readonly Guarded[], run: Run): Promise<ExitCode> {
  const { options, host } = run;
  const started = host.now();
  host.beFrugal('stream');
  await recordProtection(store, targets, host);
  const progress = createProgress(host);
  const outcomes = await pullAll(
    targets.map((target) => projectPull(target, store, progress, run)),
    {
      concurrency: options.jobs,
      done: (outcome) => {
        progress.end();
        (outcome.result instanceof RemoteError ? host.err : host.out)(outcomeWords(outcome));
      },
    },
  );
  for (const target of targets) await finish(store, target, run);
  const files = options.attachments ? await fetchAttachments(targets, store, run.attachments, host) : true;
  if (options.timing) tellTiming(targets, host.now() - started, host);
  return files && outcomes.every(({ result }) => !(result instanceof RemoteError)) ? EXIT.clean : EXIT.remote;
}

async function recordProtection(store: PullStore, targets: readonly Guarded[], host: Host): Promise<void> {
  for (const { project, protection } of targets)
    if (protection) {
      await store.treat(project, treatedAnswers(protection));
      host.err(`${project}: ${protectionWords(protection)}\n`);
    }
}

function projectPull(target: Guarded, store: PullStore, progress: Progress, { host, filters }: Run): ProjectPull {
  const { project, form, uid, kobo, protector } = target;
  return {
    project,
    form: form.name.string.text,
    uid,
    kobo,
    store,
    filter: filters.get(target),
    door: protector?.door ?? ((received) => received),
    now: () => new Date(host.evaluation().clock.now),
    progress: (text) => progress.show(`${project}: ${text}`),
  };
}

/** Tells what was left out, and makes the tables anew: what came in decides which columns they have. */
async function finish(
  store: PullStore,
  { project, dictionary, form, nodes, protection, protector }: Guarded,
  { host }: Run,
): Promise<void> {
  if (protector && protector.unknown.size > 0) host.err(unknownWords(project, protector.unknown));
  const source = formNodes(
    { form: form.name.string.text, nodes, kindOf: kindsIn(form, dictionary) },
    protection && treatedAnswers(protection),
  );
  await writeViews(
    store.database,
    project,
    await store.database.together(async () => storedTables(store.database, project, source)),
  );
}

function tellTiming(targets: readonly PullTarget[], elapsed: number, host: Host): void {
  const waited = [...new Set(targets.map(({ http }) => http))].reduce((sum, http) => sum + http.waited(), 0);
  host.err(`${(elapsed / 1000).toFixed(1)} s, of which ${(waited / 1000).toFixed(1)} s waiting for servers\n`);
}
