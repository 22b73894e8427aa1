import type { Sweep } from '../../store/write/sweep.ts';
import { byNumbers, type PageSource, pagesBehind, type Query, type Received } from './pages.ts';
import { SWEPT_FIELDS, sweptFacts } from './read-submission.ts';

/** Under a filter, more of the store than this that it does not let through is looked up by going through all. */
const FEW = 1000;
const ASKED = { fields: SWEPT_FIELDS };

/**
 * Holds what the server has against the store: numbers, uuids and statuses. What the store has and the server does not name
 * is asked for once more by its number, so that nothing counts as deleted because of one page. A filter decides what comes
 * in; what came in before is kept up to date whether it passes the filter or not.
 */
export async function sweepServer(
  source: PageSource,
  sweep: Sweep,
  filter: Query | undefined,
  progress: (seen: number) => void,
): Promise<void> {
  let seen = 0;
  const take = async (page: readonly Received[], wanted: boolean): Promise<void> => {
    await sweep.add(
      page.map(({ json }) => sweptFacts(json)),
      wanted,
    );
    progress((seen += page.length));
  };
  for await (const page of pagesBehind(source, 0, { filter, ...ASKED })) await take(page, true);
  if (filter !== undefined) {
    const left = await sweep.unmet();
    const others = left.length > FEW ? pagesBehind(source, 0, ASKED) : byNumbers(source, left, ASKED);
    for await (const page of others) await take(page, false);
  }
  for await (const page of byNumbers(source, await sweep.unmet(), ASKED)) await take(page, filter === undefined);
}
