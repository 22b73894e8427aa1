import { quote } from '../../diagnostics/quote.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Plain } from '../../model/facets.ts';
import type { Entry, ListEntry } from '../../source/entry.ts';
import { expectMap } from '../decode/decode.ts';
import { decodeOver } from '../decode/decode-over.ts';
import { formChangeKeys } from '../language/country-keys.ts';
import { formKeys } from '../language/form-keys.ts';
import { given, type Values } from '../language/key.ts';
import { decodeChanges, type RawChange } from './raw-change.ts';
import { merge } from './variables.ts';

export type FormValues = Values<typeof formKeys>;

/** What a country writes of a form of the core. */
export interface FormChange {
  readonly values: FormValues;
  readonly changes: readonly RawChange[];
}

export const NO_CHANGE: FormChange = { values: {}, changes: [] };

export const formChange = recall((entry: Entry, report, name: string): FormChange => {
  const map = expectMap(entry, name, '{ change: [{ remove: [winter_assistance] }] }', report);
  if (!map) return NO_CHANGE;
  const what = `form ${quote(name)}`;
  const { change, ...keys } = decodeOver(map, formChangeKeys, { what, core: formKeys }, report);
  return { values: keys, changes: decodeChanges(given(change), report) };
});

/** Key by key, settings cell by cell, a cell without a value removed; files that a country attaches come on top of those of the core. */
export function withLayer(core: FormValues, over: FormValues): FormValues {
  const attachments = joined(given(core.attachments), given(over.attachments));
  const merged = merge(core, over);
  const cells = given(merged.settings);
  const settings = over.settings && cells ? { settings: withoutBlank(cells) } : {};
  return { ...merged, ...settings, ...(attachments ? { attachments } : {}) };
}

function withoutBlank(cells: ReadonlyMap<string, Plain>): ReadonlyMap<string, Plain> {
  return new Map([...cells].filter(([, { string }]) => string.text !== ''));
}

function joined(one: ListEntry | undefined, other: ListEntry | undefined): ListEntry | undefined {
  return one && other ? { ...other, items: [...one.items, ...other.items] } : undefined;
}
