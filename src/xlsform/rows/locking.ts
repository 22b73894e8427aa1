import { originAt } from '../../core/origin.ts';
import type { Location } from '../../core/location.ts';
import { type Restricted, restrictedIn } from '../../model/contract/restrictions.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Form, Row } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { gather, mapItems } from '../../model/walk.ts';
import { written } from '../../source/source-string.ts';
import {
  LOCK_ALL,
  LOCKING_COLUMN,
  LOCKING_SHEET,
  type RestrictionName,
  restrictionNames,
  restrictions,
} from '../../vocabulary/locking.ts';

/**
 * The form with what KoboToolbox's form builder is told not to let people edit: the locks of the core, for the core and for
 * its countries. A form that locks by itself keeps what it says.
 */
export function withLocking(delivery: Delivery, { country, ...dictionary }: Dictionary): Delivery {
  const { form, profile } = delivery;
  const core = country?.core ?? dictionary;
  const locked = core.forms.get(form.name.string.text);
  if (profile !== 'kobo' || !locked || locksItself(form)) return delivery;
  const restricted = restrictedIn(locked, core);
  const at = locked.origin.location;
  if (restricted.isWhole) return { ...delivery, form: withSetting(form, LOCK_ALL, 'yes', at) };
  const sets = [restricted.form, ...restricted.items.values()].filter((names) => names.length > 0);
  return sets.length === 0 ? delivery : { ...delivery, form: withProfiles(form, restricted, sets, at) };
}

const lockingItems = gather((item) => (item.facets[LOCKING_COLUMN] ? [item] : []));

function locksItself({ settings, sheets, items }: Form): boolean {
  const isSet = settings.has(LOCKING_COLUMN) || settings.has(LOCK_ALL);
  return isSet || sheets.has(LOCKING_SHEET) || lockingItems(items).length > 0;
}

function withProfiles(
  form: Form,
  { form: own, items }: Restricted,
  sets: readonly (readonly RestrictionName[])[],
  at: Location,
): Form {
  const profiles = new Map(sets.map((names) => [profileName(names), new Set(names)]));
  const withOwn = own.length > 0 ? withSetting(form, LOCKING_COLUMN, profileName(own), at) : form;
  return {
    ...withOwn,
    items: mapItems(form.items, (item) => [withProfile(item, items.get(item.name.string.text))]),
    sheets: new Map([...form.sheets, [LOCKING_SHEET, profileRows(profiles, at)]]),
  };
}

function withSetting(form: Form, name: string, value: string, at: Location): Form {
  return { ...form, settings: new Map([...form.settings, [name, plainAt(value, at)]]) };
}

function withProfile(item: Item, names: readonly RestrictionName[] | undefined): Item {
  if (!names) return item;
  const profile = plainAt(profileName(names), item.origin.location);
  return { ...item, facets: { ...item.facets, [LOCKING_COLUMN]: profile } };
}

function plainAt(text: string, location: Location): Plain {
  return { string: written(text, location), origin: originAt(location) };
}

/** Restrictions that go together have one word. */
const TOGETHER: readonly (readonly [string, readonly RestrictionName[]])[] = [
  ['choices', restrictionNames.filter((name) => 'ofCodes' in restrictions[name])],
  ['codes', ['choice_add', 'choice_delete', 'choice_value_edit']],
];

/** Named after what it locks, so that equal sets share one and no edit elsewhere renames it: `question-label-validation`. */
function profileName(names: readonly RestrictionName[]): string {
  const { on } = restrictions[names[0] ?? 'question_delete'];
  if (restrictionNames.every((name) => restrictions[name].on !== on || names.includes(name))) return `${on}-all`;
  const [word, together = []] = TOGETHER.find(([, all]) => all.every((name) => names.includes(name))) ?? [];
  const others = names.filter((name) => !together.includes(name)).map((name) => restrictions[name].word);
  return [on, ...(word === undefined ? [] : [word]), ...others].join('-');
}

/** A row for each restriction, a column for each profile; without the rows in which nothing is locked. */
function profileRows(profiles: ReadonlyMap<string, ReadonlySet<RestrictionName>>, at: Location): readonly Row[] {
  return restrictionNames.flatMap((name) => {
    const lockedBy = [...profiles].flatMap(([profile, names]) => (names.has(name) ? [profile] : []));
    const cells = [['restriction', name], ...lockedBy.map((profile) => [profile, 'locked'])];
    return lockedBy.length === 0 ? [] : [new Map(cells.map(([header = '', text = '']) => [header, plainAt(text, at)]))];
  });
}
