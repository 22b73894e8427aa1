import { isRecord } from '../../core/is-record.ts';
import { listed } from '../../diagnostics/quote.ts';

/** Which submissions somebody may see who may see some, in words: conditions hold answers, which are not told. */
export function onlyWords(partial: unknown): string {
  const filters = Array.isArray(partial) ? partial.flatMap(filtersOf) : [];
  const users = filters.flatMap(sendersIn);
  const isAllBySender = filters.length > 0 && filters.every((filter) => sendersIn(filter).length > 0);
  return isAllBySender ? `those sent by ${listed([...new Set(users)], 'or')}` : 'those that fulfil a condition';
}

function filtersOf(permission: unknown): readonly unknown[] {
  const filters: unknown = isRecord(permission) ? permission['filters'] : undefined;
  return Array.isArray(filters) ? filters : [];
}

/** The users whose submissions a condition is about, where it is about nothing else. */
function sendersIn(filter: unknown): readonly string[] {
  if (!isRecord(filter) || Object.keys(filter).length !== 1) return [];
  const condition = filter['_submitted_by'];
  if (typeof condition === 'string') return [condition];
  const users: unknown = isRecord(condition) ? condition['$in'] : undefined;
  return Array.isArray(users) ? users.filter((user) => typeof user === 'string') : [];
}
