import type { PullStore, StoredProject } from '../../store/pull-store.ts';
import type { Page, PageCounts } from '../../store/write/add-page.ts';
import type { Kobo } from '../kobo/kobo.ts';
import { byNumbers, pagesBehind, type Query, type Received } from './pages.ts';
import { pathCollector } from './paths.ts';
import { factsOf, type KoboSubmission } from './read-submission.ts';
import { sweepServer } from './sweep-server.ts';

/** What of a submission may be kept: of its text, and of what its answers stand under. */
export interface Admitted {
  readonly text: string;
  readonly json: KoboSubmission;
}

/** The door that each submission passes before anything of it is written anywhere. */
export type Door = (received: Admitted) => Admitted;

export interface ProjectPull extends StoredProject {
  readonly kobo: Pick<Kobo, 'submissions'>;
  readonly store: PullStore;
  readonly filter: Query | undefined;
  readonly door: Door;
  readonly now: () => Date;
  readonly progress: (text: string) => void;
}

export interface PullResult extends PageCounts {
  readonly deleted: number;
  readonly statuses: number;
}

/**
 * Brings the store up to date with one project of a server: what is new, by number from where the last pull ended; then what
 * a sweep of all numbers shows, which is edited, late, deleted or back again. Each page is taken in together with how far it
 * reaches, so a pull can be killed at any time and the next one goes on.
 */
export async function pullProject(pull: ProjectPull): Promise<PullResult> {
  const { store, project, filter } = pull;
  const startedAt = pull.now();
  await store.begin({ project, form: pull.form, uid: pull.uid });
  const added = await pullNew(pull);
  const swept = await pullSwept(pull);
  const result = {
    added: added.added + swept.added,
    edited: added.edited + swept.edited,
    returned: added.returned + swept.returned,
    deleted: swept.deleted,
    statuses: swept.statuses,
  };
  await store.log({ ...result, project, filter: filterText(filter), startedAt });
  return result;
}

/** What tells one filter from another. */
function filterText(filter: Query | undefined): string {
  return filter === undefined ? '' : JSON.stringify(filter);
}

async function pullNew(pull: ProjectPull): Promise<PageCounts> {
  const { store, project, filter, progress } = pull;
  const text = filterText(filter);
  const take = taker(pull);
  for await (const page of pagesBehind(pull, await store.cursor(project, text), { filter })) {
    const counts = await take(page, { filter: text, lastId: page.at(-1)?.id ?? 0 });
    progress(`${counts.added} new submissions`);
  }
  return take([], undefined);
}

async function pullSwept(pull: ProjectPull): Promise<PullResult> {
  const { store, project, filter, progress } = pull;
  const sweep = await store.beginSweep(project);
  await sweepServer(pull, sweep, filter, (seen) => progress(`compared ${seen} submissions`));
  const take = taker(pull);
  // Those that the filter does not let through are in the store already, or are not among these.
  for await (const page of byNumbers(pull, await sweep.toFetch())) {
    const counts = await take(page, undefined);
    progress(`${counts.added + counts.edited} late or edited submissions`);
  }
  const counts = await take([], undefined);
  return { ...counts, statuses: await sweep.takeStatuses(), deleted: await sweep.finish() };
}

type Take = (page: readonly Received[], cursor: Page['cursor']) => Promise<PageCounts>;

/** Takes in one page after the other, and gives what they were all together. */
function taker({ store, project, door }: ProjectPull): Take {
  const paths = pathCollector();
  let sum: PageCounts = { added: 0, edited: 0, returned: 0 };
  return async (page, cursor) => {
    if (page.length === 0) return sum;
    const rows = page.map((each) => {
      const { text, json } = door(each);
      paths.add(json);
      return { ...factsOf(each.json), raw: text };
    });
    const { added, edited, returned } = await store.addPage({ project, rows, paths: paths.take(), cursor });
    sum = { added: sum.added + added, edited: sum.edited + edited, returned: sum.returned + returned };
    return sum;
  };
}
