import { type Call, invalid } from './http.ts';
import { type Matches, compare, idRange, matcher } from './query.ts';
import type { Asset, Row } from './state.ts';
import type { Submission } from './submission-store.ts';

/** Looks a key of a query up; `_validation_status.uid` goes into the object. */
export function valueOf(submission: Submission): (key: string) => unknown {
  return (key) => {
    if (key === '_id') return submission.id;
    if (key === '_uuid') return submission.uuid;
    if (key === 'meta/rootUuid') return `uuid:${submission.root}`;
    if (key === '_submission_time') return submission.time;
    if (key === '_submitted_by') return submission.submittedBy;
    if (key === '_status') return 'submitted_via_web';
    if (key === '_validation_status') return submission.validation;
    if (key.startsWith('_validation_status.')) return submission.validation[key.slice('_validation_status.'.length)];
    return submission.answers[key];
  };
}

export function jsonParameter(call: Call, name: string): unknown {
  const text = call.query.get(name);
  if (text === null || text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalid({ [name]: ['Value must be valid JSON.'] });
  }
}

/** What was found last stays found until something changes: pages of one query follow each other. */
const lastFound = new WeakMap<Asset, { readonly key: string; readonly ids: readonly number[] }>();

export function foundIds(asset: Asset, call: Call, seen: Matches, all: boolean): readonly number[] {
  const query = (jsonParameter(call, 'query') ?? {}) as Row;
  const sort = (jsonParameter(call, 'sort') ?? {}) as Row;
  const key = JSON.stringify([asset.submissions.changes, query, sort, call.user?.name]);
  const known = lastFound.get(asset);
  if (known?.key === key) return known.ids;
  const ids = sorted(asset, matching(asset, query, all ? undefined : seen), sort);
  lastFound.set(asset, { key, ids });
  return ids;
}

export function matching({ submissions }: Asset, query: Row, seen: Matches | undefined): readonly number[] {
  const test = matcher(query);
  const { from, before } = idRange(query);
  const ids = from === 0 && before === Infinity ? submissions.ids : submissions.between(from, before);
  const onlyRange = Object.keys(query).every((key) => key === '_id') && rangeOnly(query['_id']);
  if (onlyRange && !seen) return ids;
  return ids.filter((id) => {
    const submission = submissions.get(id);
    if (!submission) return false;
    const value = valueOf(submission);
    return test(value) && (seen?.(value) ?? true);
  });
}

function rangeOnly(wanted: unknown): boolean {
  if (wanted === undefined || typeof wanted === 'number') return true;
  const keys = Object.keys((wanted ?? {}) as Row);
  return keys.length > 0 && keys.every((key) => ['$gt', '$gte', '$lt', '$lte'].includes(key));
}

function sorted({ submissions }: Asset, ids: readonly number[], sort: Row): readonly number[] {
  const keys = Object.entries(sort);
  const [first] = keys;
  // They are in the order of their numbers already.
  if (first === undefined || (first[0] === '_id' && Number(first[1]) > 0)) return ids;
  const rows = ids.flatMap((id) => {
    const submission = submissions.get(id);
    return submission ? [{ id, values: keys.map(([key]) => valueOf(submission)(key)) }] : [];
  });
  const order = (left: (typeof rows)[number], right: (typeof rows)[number]): number => {
    for (const [index, [, direction]] of keys.entries()) {
      const found = ranked(left.values[index], right.values[index]) * Number(direction);
      if (found !== 0) return found;
    }
    return 0;
  };
  return rows.toSorted(order).map(({ id }) => id);
}

/** What is not there comes before numbers, numbers before texts. */
function ranked(left: unknown, right: unknown): number {
  return compare(left, right) ?? rank(left) - rank(right);
}

function rank(value: unknown): number {
  return ['undefined', 'number', 'string'].indexOf(typeof value);
}
