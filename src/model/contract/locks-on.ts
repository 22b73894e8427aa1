import { compareLocations } from '../../core/location.ts';
import type { Origin } from '../../core/origin.ts';
import type { CodeList } from '../code-list.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Plain } from '../facets.ts';
import type { Form } from '../form.ts';
import type { Item, Question, Section } from '../item.ts';
import type { Locks } from '../locks.ts';
import type { Visit } from '../walk.ts';
import { decisionOf, type HolderKind } from './lock-words.ts';

/** A place that says what may not be changed. */
export interface Holder {
  readonly kind: HolderKind;
  readonly name: string;
}

interface Level {
  readonly holder: Holder;
  readonly locks: Locks;
}

/** That a facet is locked: the word that says so, and whose it is. */
export interface Lock {
  readonly holder: Holder;
  readonly word: Plain;
}

/** The places that speak about a thing, from the nearest outwards. */
export type Levels = readonly Level[];

/**
 * The lock on a facet. The nearest place that names it decides; one that locks other facets only ends the search, since it
 * says all that is locked; one that only opens others leaves it to those further out.
 */
export function lockOn(levels: Levels, facet: string): Lock | undefined {
  for (const { holder, locks } of levels) {
    const decision = decisionOf(locks, facet);
    if (decision) return decision.isLocked ? { holder, word: decision.word } : undefined;
    if (locks.lock) return undefined;
  }
  return undefined;
}

/** A question or section of a form: itself, its variable, the modules that placed it, its form, the dictionary. */
export function levelsOfItem(item: Item, form: Form, dictionary: Dictionary): Levels {
  const own = item.kind === 'question' ? questionLevels(item, dictionary) : sectionLevels([item]);
  return [...own, ...outsideOf(item.origin, form, dictionary)];
}

/** Where a question stands among the words of its variable: what it says itself, and what is left of these. */
function questionLevels(item: Question, { variables }: Dictionary): Levels {
  const { name, meaning, variable, asked } = item;
  const defined = variable === undefined ? undefined : variables.get(variable);
  if (!defined || !asked) return level({ kind: 'question', name: name.string.text }, meaning);
  const own = locksOf(meaning, (key) => asked.changed.has(key));
  const left = locksOf(defined.meaning, (key) => !(asked.changed.has(key) && meaning[key] === undefined));
  return [
    ...level({ kind: 'question', name: name.string.text }, own),
    ...level({ kind: 'variable', name: variable ?? '' }, left),
  ];
}

function locksOf({ lock, open }: Locks, isKept: (key: 'lock' | 'open') => boolean): Locks {
  return { ...(lock && isKept('lock') ? { lock } : {}), ...(open && isKept('open') ? { open } : {}) };
}

function sectionLevels(innermostFirst: readonly Section[]): Levels {
  return innermostFirst.flatMap(({ name, locks }) => level({ kind: 'group', name: name.string.text }, locks));
}

/** A variable that no form of the core asks. */
export function levelsOfVariable({ name, meaning }: Question, { locks }: Dictionary): Levels {
  return [
    ...level({ kind: 'variable', name: name.string.text }, meaning),
    ...level({ kind: 'dictionary', name: '' }, locks),
  ];
}

/** What is added to sections, or taken out of them, is a matter of those around it. */
export function levelsAround({ item, path }: Visit, form: Form, dictionary: Dictionary): Levels {
  const inner = path.toReversed();
  return [...sectionLevels(inner), ...outsideOf((inner[0] ?? item).origin, form, dictionary)];
}

/** Between two items of one use of a module stands what is added inside the module. */
export function levelsBetween(
  previous: Item | undefined,
  next: Item | undefined,
  form: Form,
  dictionary: Dictionary,
): Levels {
  if (!previous || !next) return levelsOfForm(form, dictionary);
  const shared = previous.origin.trail.filter((step) =>
    next.origin.trail.some(({ location }) => compareLocations(location, step.location) === 0),
  );
  return outsideOf({ trail: shared }, form, dictionary);
}

export function levelsOfForm(form: Form, { locks }: Dictionary): Levels {
  return [
    ...level({ kind: 'form', name: form.name.string.text }, form.locks),
    ...level({ kind: 'dictionary', name: '' }, locks),
  ];
}

export function levelsOfList({ name, locks: own }: CodeList, { locks }: Dictionary): Levels {
  return [...level({ kind: 'code list', name }, own), ...level({ kind: 'dictionary', name: '' }, locks)];
}

function outsideOf({ trail }: Pick<Origin, 'trail'>, form: Form, dictionary: Dictionary): Levels {
  const uses = trail.flatMap(({ kind, name }) =>
    kind === 'use' ? level({ kind: 'module', name }, dictionary.modules.get(name)?.locks) : [],
  );
  return [...uses, ...levelsOfForm(form, dictionary)];
}

function level(holder: Holder, locks: Locks | undefined): Levels {
  return locks && (locks.lock || locks.open) ? [{ holder, locks }] : [];
}
