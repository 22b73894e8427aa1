import { matching } from './data-search.ts';
import { objectField } from './fields.ts';
import { invalid } from './http.ts';
import type { Matches } from './query.ts';
import type { Asset, Row } from './state.ts';

/** Which submissions a bulk request is about: `submission_ids`, a `query`, or all of them with `confirm`. */
export function selection(asset: Asset, data: Row, seen: Matches): { ids: readonly number[]; payload: Row } {
  const payload = objectField(data, 'payload');
  if (!payload) throw invalid({ payload: ['This field is required.'] });
  if ('submission_ids' in payload) return { ids: listed(asset, payload['submission_ids']), payload };
  if (!('query' in payload) && !payload['confirm']) throw invalid({ payload: ['Confirmation is required'] });
  return { ids: matching(asset, (payload['query'] as Row | undefined) ?? {}, seen), payload };
}

/** One that is not there spoils them all. */
function listed({ submissions }: Asset, value: unknown): number[] {
  const ids = [...new Set(Array.isArray(value) ? value.map(Number) : [NaN])];
  if (ids.some((id) => !Number.isInteger(id))) {
    throw invalid({ payload: ['`submission_ids` must only contain integer values'] });
  }
  if (ids.length === 0) throw invalid({ payload: ['`submission_ids` must contain at least one value'] });
  if (ids.some((id) => !submissions.get(id))) throw invalid({ detail: 'One or more submission ids are invalid' });
  return ids;
}
