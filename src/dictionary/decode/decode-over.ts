import type { Report } from '../../diagnostics/collector.ts';
import type { MapEntry } from '../../source/entry.ts';
import { MULTIPLE } from '../../model/facets.ts';
import { surveyColumnNames, surveyColumns } from '../../vocabulary/columns.ts';
import type { AnyValue, Key, Values } from '../language/key.ts';
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
  return mediaForAll(values);
}

const MEDIA: ReadonlySet<string> = new Set(surveyColumnNames.filter((name) => surveyColumns[name].kind === 'media'));

/** A picture that a country names takes the place of the core's in every language: nobody means that of one alone. */
export function mediaForAll<Table extends { readonly [name: string]: AnyValue | undefined }>(values: Table): Table {
  const entries = Object.entries(values).map(([name, value]) => [name, MEDIA.has(name) ? forAll(value) : value]);
  return Object.fromEntries(entries) as Table;
}

function forAll(value: AnyValue | undefined): AnyValue | undefined {
  if (value === undefined || !('byLanguage' in value)) return value;
  const plain = value.byLanguage.get('');
  return plain ? { ...value, byLanguage: new Map([[MULTIPLE, plain]]) } : value;
}
