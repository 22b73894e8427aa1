import type { JsonRecord } from '../../model/record/record-reader.ts';
import { odataName } from '../../vocabulary/odata.ts';
import type { FormPlace } from '../form-tree.ts';
import { isRecord } from '../../core/is-record.ts';

/** The places in a form where OData has other names than the form. */
export interface Renames {
  /** By the name that OData has. */
  readonly names: ReadonlyMap<string, string>;
  /** What is to be renamed further inside, by the name that OData has. */
  readonly inside: ReadonlyMap<string, Renames>;
}

/** Nothing where OData has the names of the form, as it has for most. */
export function renamesOf({ children }: FormPlace): Renames | undefined {
  const names = new Map<string, string>();
  const inside = new Map<string, Renames>();
  for (const [name, place] of children) {
    const shown = odataName(name);
    if (shown !== name && !children.has(shown) && !names.has(shown)) names.set(shown, name);
    const deeper = renamesOf(place);
    if (deeper) inside.set(shown, deeper);
  }
  return names.size > 0 || inside.size > 0 ? { names, inside } : undefined;
}

/** The same answers under the names of the form. */
export function ownNames(answers: JsonRecord, { names, inside }: Renames): JsonRecord {
  const renamed: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(answers)) {
    const [, member = '', annotation = ''] = /^([^@]*)(@.*)?$/s.exec(key) ?? [];
    const deeper = inside.get(key);
    renamed[(names.get(member) ?? member) + annotation] = deeper ? ownNamesIn(value, deeper) : value;
  }
  return renamed;
}

function ownNamesIn(value: unknown, renames: Renames): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => ownNamesIn(entry, renames));
  return isRecord(value) ? ownNames(value, renames) : value;
}
