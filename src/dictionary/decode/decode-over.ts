import type { Report } from '../../diagnostics/collector.ts';
import type { MapEntry } from '../../source/entry.ts';
import type { Key, Values } from '../language/key.ts';
import { decodeKeys } from './decode.ts';

interface Options {
  /** How messages call the thing: `a change of variable "sex"`. */
  readonly what: string;
  /** The keys by which the core writes the thing; those that a country cannot change are told as such. */
  readonly core: readonly Pick<Key, 'name'>[];
  /** Other keys that may stand here. */
  readonly takesOthers?: (key: string) => boolean;
}

/** Decodes what a country writes of something that the core defines. */
export function decodeOver<const Table extends readonly Key[]>(
  entry: MapEntry,
  table: Table,
  { what, core, takesOthers = () => false }: Options,
  report: Report,
): Values<Table> {
  const isOfCore = (name: string): boolean => core.some((key) => key.name === name);
  const { values, others } = decodeKeys(
    entry,
    table,
    { what, takesOthers: (name) => takesOthers(name) || isOfCore(name) },
    report,
  );
  for (const { key, keyLocation } of others)
    if (!takesOthers(key.text)) report('core-key', keyLocation, { key: key.text });
  return values;
}
