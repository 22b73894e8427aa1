import type { Report } from '../../diagnostics/collector.ts';
import { uniquePairs } from '../../dictionary/decode/decode.ts';
import { decodeValue } from '../../dictionary/decode/values.ts';
import type { Key } from '../../dictionary/language/key.ts';
import type { Plain } from '../../model/facets.ts';
import type { EntryPair, MapEntry } from '../../source/entry.ts';
import { ANYONE, type Permission, permissions } from './server.ts';

/** KoboToolbox gives no others to people without an account. */
const FOR_ANYONE: ReadonlySet<Permission> = new Set(['view_asset', 'add_submissions', 'view_submissions']);

export function decodeRights(
  map: MapEntry | undefined,
  report: Report,
): ReadonlyMap<string, readonly Permission[]> | undefined {
  if (!map) return undefined;
  return new Map(
    uniquePairs(map, report).map((pair) => {
      const user = pair.key.text;
      return [user, namesIn(pair, report).flatMap((word) => permissionIn(word, user, report) ?? [])] as const;
    }),
  );
}

function namesIn({ key, value }: EntryPair, report: Report): readonly Plain[] {
  const table: Key = { name: key.text, kind: 'names', values: permissions, doc: '', example: '[view_submissions]' };
  const words = decodeValue(value, table, report);
  return Array.isArray(words) ? (words as readonly Plain[]) : [];
}

function permissionIn({ string, origin }: Plain, user: string, report: Report): Permission | undefined {
  const permission = permissions.find((known) => known === string.text);
  if (permission === undefined || user !== ANYONE || FOR_ANYONE.has(permission)) return permission;
  report('right-for-anyone', origin.location, { permission });
  return undefined;
}
