import type { Definition } from '../../../dictionary/project/project.ts';
import type { Entry, MapEntry } from '../../../source/entry.ts';

/** What a list says of itself where it is defined already. */
export interface DefinedList {
  /** The CSV file that it names. */
  readonly file: string | undefined;
  /** The heading over the codes of the list above. */
  readonly column: string | undefined;
  /** What a country may do with it. */
  readonly country: string;
  readonly source: MapEntry | undefined;
  readonly definition: Definition;
}

export function definedList(definition: Definition): DefinedList {
  const { entry } = definition;
  const parent = valueOf(entry, 'parent');
  const source = valueOf(entry, 'source');
  return {
    file: wordOf(valueOf(entry, 'file')),
    column: parent && wordOf(valueOf(parent, 'column')),
    country: wordOf(valueOf(entry, 'country')) ?? 'fixed',
    source: source?.kind === 'map' ? source : undefined,
    definition,
  };
}

export function valueOf(entry: Entry, key: string): Entry | undefined {
  return entry.kind === 'map' ? entry.pairs.find((pair) => pair.key.text === key)?.value : undefined;
}

function wordOf(entry: Entry | undefined): string | undefined {
  return entry?.kind === 'text' ? entry.string.text : undefined;
}
