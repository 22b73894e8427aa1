import { sha256 } from '../../core/hash.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { formId } from '../../model/form-id.ts';
import type { Table } from './columns.ts';

/** What a workbook holds, before version and stamp: sheets by name, and the lists that travel as files. */
export interface Content {
  readonly sheets: ReadonlyMap<string, Table>;
  readonly files: ReadonlyMap<string, string>;
}

/** A hash of everything that the form says, so that equal forms have equal versions on every machine. */
export function contentHash({ sheets, files }: Content): string {
  const filled = [...sheets].filter(([, { rows }]) => rows.length > 0);
  const tables = filled.map(([name, { headers, rows }]) => [
    name,
    headers,
    rows.map((row) => headers.map((header) => row.get(header) ?? '')),
  ]);
  return sha256(JSON.stringify([tables, [...files]]));
}

/** The version on the settings sheet: the dictionary's own, then the beginning of the hash. */
export function versionOf(dictionary: Dictionary, hash: string): string {
  const short = hash.slice(0, 8);
  return dictionary.version ? `${dictionary.version.string.text}-${short}` : short;
}

/** What the stamp says: dictionary, form, version and hash, with blanks between them. */
export function stampOf(dictionary: Dictionary, { form }: Delivery, hash: string): string {
  const version = dictionary.version?.string.text ?? '0';
  return [dictionary.name.string.text, formId(form, dictionary), version, hash.slice(0, 12)].join(' ');
}
