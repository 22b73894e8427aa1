import type { Location } from '../core/location.ts';
import type { Report } from '../diagnostics/collector.ts';
import type { Severity } from '../diagnostics/rule.ts';
import type { Types } from '../expression/types/infer.ts';
import type { CodeList } from '../model/code-list.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { Item } from '../model/item.ts';
import type { FormScope } from '../model/scope/form-scope.ts';
import type { Visit } from '../model/walk.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import type { Logic } from './logic.ts';
import type { Reading } from './readings.ts';

/** A form as rules see it, with what most of them look up. */
export interface FormView {
  readonly form: Form;
  readonly dictionary: Dictionary;
  readonly profiles: readonly Profile[];
  /** The form as each profile gets it, in the order of `profiles`. */
  readonly deliveries: readonly Delivery[];
  /** Every item in the order of its rows, sections before what they hold. */
  readonly visits: readonly Visit[];
  /** The items of a name, usually one. */
  readonly byName: ReadonlyMap<string, readonly Visit[]>;
  /** Every expression and text that can refer to a question. */
  readonly readings: readonly Reading[];
  /** Those of them that belong to no item. */
  readonly others: readonly Reading[];
  /** The lists that the form uses, with the codes that it offers. */
  readonly lists: readonly CodeList[];
  /** The types of an expression and of all its parts; nothing of a text, and of what cannot be read. */
  readonly types: (reading: Reading) => Types;
  readonly scopeAt: FormScope;
  readonly logic: Logic;
}

/**
 * Looks at one question, note or section alone. It may depend on nothing but the item and the profiles: what it found is
 * kept until the item changes. It runs on every item of every chosen form, and on variables that no form asks.
 * `spoken` are the languages of a country, of whose forms alone the item is.
 */
export type ItemRule = (item: Item, profiles: readonly Profile[], report: Report, spoken?: readonly string[]) => void;
/** Looks at one expression or text alone; like an item's, its findings are kept until the item changes. */
export type ReadingRule = (reading: Reading, profiles: readonly Profile[], report: Report) => void;
/** Looks at a form as a whole. It runs at every keystroke of `--watch` on forms of 10,000 rows: one pass, no nested walks. */
export type FormRule = (view: FormView, report: Report) => void;
/** Looks at the dictionary as a whole; for most of them the profiles make no difference. */
export type DictionaryRule = (dictionary: Dictionary, report: Report, profiles: readonly Profile[]) => void;

/** The rules of one family. */
export interface RuleSet {
  readonly items?: readonly ItemRule[];
  readonly readings?: readonly ReadingRule[];
  readonly forms?: readonly FormRule[];
  readonly dictionary?: readonly DictionaryRule[];
}

/**
 * How grave it is that only one profile's server refuses something: an error where that profile is asked for; for workbooks
 * as written, which pyxform 4.5.0 and ODK Validate measure, what only KoboToolbox refuses is a warning; otherwise nothing.
 */
export function refusedBy(profile: 'kobo' | 'odk', profiles: readonly Profile[]): Severity | undefined {
  if (profiles.includes(profile)) return 'error';
  if (!profiles.includes('xlsform')) return undefined;
  return profile === 'kobo' ? 'warning' : 'error';
}

/**
 * How grave it is that KoboToolbox refuses what is left out of the workbooks that are built for it: it counts where a form
 * goes there as it is written, which a workbook always does.
 */
export function refusedAsWritten(at: Location, profiles: readonly Profile[]): Severity | undefined {
  if (at.kind === 'cell') return refusedBy('kobo', profiles);
  return profiles.includes('xlsform') ? 'warning' : undefined;
}

/**
 * How grave a mistake is that no converter and no server tells, because it goes wrong later: an error in what is written
 * for a server, a warning in a workbook that goes out as written, which may be in use as it is.
 */
export function untold(profiles: readonly Profile[]): Severity {
  return profiles.some((profile) => profile !== 'xlsform') ? 'error' : 'warning';
}
