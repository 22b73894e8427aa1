import { isRecord } from '../../core/is-record.ts';
import { keyOfServer } from '../../vocabulary/reserved.ts';
import type { Door } from '../pull/pull-project.ts';
import type { Protection } from './protection.ts';
import type { Pseudonym } from './pseudonym.ts';
import { isScalar, serverValue } from './server-keys.ts';

export interface Protector {
  readonly door: Door;
  /** Keys that the dictionary does not know, so that their answers were left out, and how often. */
  readonly unknown: ReadonlyMap<string, number>;
}

type Json = Readonly<Record<string, unknown>>;

/** More unknown keys than these are counted under one. */
const MOST_UNKNOWN = 1000;

/** Lets nothing in but what is known and may be kept; a submission that passes is written anew from that. */
export function createProtector({ answers, sections }: Protection, pseudonym: Pseudonym | undefined): Protector {
  const unknown = new Map<string, number>();
  const isKept = (path: string): boolean => answers.get(path) === 'kept';
  const leave = (key: string): void => {
    const name = unknown.has(key) || unknown.size < MOST_UNKNOWN ? key : '…';
    unknown.set(name, (unknown.get(name) ?? 0) + 1);
  };

  function entry(key: string, value: unknown, around: string): readonly [string, unknown] | undefined {
    const path = [key, `${around}/${key}`].find((each) => answers.has(each) || sections.has(each));
    if (path === undefined) return around === '' ? ofServer(key, value) : unknownKey(key, around);
    const treatment = answers.get(path);
    const kept = treatment === undefined ? section(value, path) : answer(value, treatment, pseudonym);
    return kept === undefined ? undefined : [key, kept];
  }

  function ofServer(key: string, value: unknown): readonly [string, unknown] | undefined {
    const kept = serverValue(key, value, isKept);
    if (kept === undefined && !keyOfServer.test(key)) leave(key);
    return kept === undefined ? undefined : [key, kept];
  }

  function unknownKey(key: string, around: string): undefined {
    leave(key.startsWith(`${around}/`) ? key : `${around}/${key}`);
  }

  function section(value: unknown, path: string): unknown {
    if (isRecord(value)) return reduced(value, path);
    return Array.isArray(value) ? value.filter(isRecord).map((each) => reduced(each, path)) : undefined;
  }

  function reduced(json: Json, around: string): Json {
    return Object.fromEntries(Object.entries(json).flatMap(([key, value]) => asList(entry(key, value, around))));
  }

  return {
    door: ({ json }) => {
      const kept = reduced(json, '');
      return { json: kept, text: JSON.stringify(kept) };
    },
    unknown,
  };
}

function asList<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}

/** A question that stands in a submission twice has a list. */
function answer(
  value: unknown,
  treatment: 'kept' | 'pseudonym' | 'left-out',
  pseudonym: Pseudonym | undefined,
): unknown {
  if (Array.isArray(value)) return value.flatMap((each) => asList(answer(each, treatment, pseudonym)));
  if (treatment === 'left-out' || !isScalar(value)) return undefined;
  if (treatment === 'kept') return value;
  return pseudonym === undefined || value === null || value === '' ? undefined : pseudonym(String(value));
}
