import { once } from '../../core/once.ts';
import { surveyColumnNames } from '../../vocabulary/columns.ts';
import { type Restriction, type RestrictionName, restrictionNames, restrictions } from '../../vocabulary/locking.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Form } from '../form.ts';
import type { Item, Question, Section } from '../item.ts';
import { listOf } from '../type-use.ts';
import { type Visit, walk } from '../walk.ts';
import { lockOnCodes } from './asked-lists.ts';
import { type Levels, levelsAround, levelsOfForm, levelsOfItem, lockOn } from './locks-on.ts';

/** What may not be edited of a form, in the words of KoboToolbox: of itself, and of its items by their names. */
export interface Restricted {
  readonly form: readonly RestrictionName[];
  readonly items: ReadonlyMap<string, readonly RestrictionName[]>;
  /** Whether nothing at all may be edited. */
  readonly isWhole: boolean;
}

/** The locks of a form of the core as its form builder would have to keep them. */
export function restrictedIn(form: Form, dictionary: Dictionary): Restricted {
  const own = namesOn('form').filter((name) =>
    isMet(restrictions[name], (facet) => isLocked(levelsOfForm(form, dictionary), facet)),
  );
  const visits = walk(form.items).filter(isEdited);
  const items = visits.map((visit) => [visit.item.name.string.text, restrictionsOn(visit, form, dictionary)] as const);
  const isWhole =
    own.length === namesOn('form').length && items.every(([, names], at) => isAll(names, visits[at]?.item));
  return { form: own, items: new Map(items.filter(([, names]) => names.length > 0)), isWhole };
}

const namesOn = (on: Restriction['on']): readonly RestrictionName[] =>
  restrictionNames.filter((name) => restrictions[name].on === on);

/** What the form builder shows as a question or a group: not what the device fills, nor the sections of KoboToolbox's own. */
function isEdited({ item, path }: Visit): boolean {
  if ([...path, item].some((each) => each.kind === 'section' && !isGroup(each))) return false;
  return item.kind === 'section' || questionTypes.get(item.type.word)?.metadata !== true;
}

function isGroup({ type }: Section): boolean {
  return type === 'group' || type === 'repeat';
}

function isAll(names: readonly RestrictionName[], item: Item | undefined): boolean {
  return names.length === namesOn(item?.kind === 'section' ? 'group' : 'question').length;
}

/** All that is locked of a question; codes count as locked with the rest where it offers none. */
function restrictionsOn(visit: Visit, form: Form, dictionary: Dictionary): readonly RestrictionName[] {
  const { item, path } = visit;
  const levels = levelsOfItem(item, form, dictionary);
  const inside = item.kind === 'section' ? levelsAround({ item, path: [...path, item] }, form, dictionary) : [];
  const met = (name: RestrictionName): boolean => {
    const restriction: Restriction = restrictions[name];
    if (restriction.ofCodes) return isMet(restriction, (facet) => isCodeLocked(item, facet, dictionary));
    if (restriction.ofItems) return isOrderLocked(item, form, dictionary);
    return isMet(restriction, (facet) => isLocked(facet === 'items' ? inside : levels, facet));
  };
  const names = namesOn(item.kind === 'section' ? 'group' : 'question');
  const found = names.filter(met);
  const isWhole =
    item.kind === 'question' &&
    !offersCodes(item) &&
    names.every((name) => 'ofCodes' in restrictions[name] || found.includes(name));
  return isWhole ? names : found;
}

function isMet({ facets, others, needs }: Restriction, locked: (facet: string) => boolean): boolean {
  if (needs === 'all') return facets.every(locked);
  return facets.some(locked) || (others === true && settingFacets().some(locked));
}

/** The columns that no other restriction of a question stands for. */
const settingFacets = once(() => {
  const told: ReadonlySet<string> = new Set(Object.values<Restriction>(restrictions).flatMap(({ facets }) => facets));
  return surveyColumnNames.filter((column) => !told.has(column));
});

function isLocked(levels: Levels, facet: string): boolean {
  return lockOn(levels, facet) !== undefined;
}

/** A list that one question locks is locked for all that ask it. */
function isCodeLocked(item: Item, facet: string, dictionary: Dictionary): boolean {
  const list = offersCodes(item) ? dictionary.codeLists.get(listOf(item.type)?.string.text ?? '') : undefined;
  return list !== undefined && lockOnCodes(list, facet, dictionary) !== undefined;
}

function offersCodes(item: Item): item is Question {
  return item.kind === 'question' && listOf(item.type) !== undefined;
}

/** The order of a group is kept where most of its items must keep their places. */
function isOrderLocked(item: Item, form: Form, dictionary: Dictionary): boolean {
  const items = item.kind === 'section' ? item.items : [];
  const kept = items.filter((each) => isLocked(levelsOfItem(each, form, dictionary), 'order'));
  return kept.length * 2 > items.length;
}
