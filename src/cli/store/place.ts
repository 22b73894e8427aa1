import path from 'node:path';
import { type Host, UsageError } from '../host.ts';

export interface StorePlace {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  /** The folder for attachments. */
  readonly attachments: string;
}

const USUAL = 'submissions.duckdb';

/**
 * Where the store is: beside the folder of the dictionary, unless it was named.
 * @throws UsageError for a name that is empty
 */
export function storeFile(named: string | undefined, dictionary: string, { cwd }: Host): StorePlace {
  if (named?.trim() === '') throw new UsageError('The name of the store is empty.', `Write: --store ${USUAL}`);
  const full = named === undefined ? path.join(path.dirname(dictionary), USUAL) : path.resolve(cwd, named);
  const { dir, name } = path.parse(full);
  const relative = path.relative(cwd, full);
  return {
    path: full,
    shown: named ?? (relative.startsWith('..') ? full : relative),
    attachments: path.join(dir, `${name}-attachments`),
  };
}
