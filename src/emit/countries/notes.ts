import { compareQuestions } from '../../model/compare/compare-items.ts';
import type { Difference } from '../../model/compare/difference.ts';
import type { Country, Dictionary } from '../../model/dictionary.ts';
import { MULTIPLE } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { walk } from '../../model/walk.ts';
import { type CoreRows, keyOfForm, keyOfItem, keyOfList, keyOfVariable } from './core-rows.ts';

/** What one difference says of one row. */
export interface Note {
  readonly key: string;
  /** `item`: that something in a form differs. `more`: that it stands in a form where the core does not have it. */
  readonly kind: 'facet' | 'left-out' | 'moved' | 'more' | 'item';
  /** The form that it is about; nothing for what is defined once. */
  readonly form: string | undefined;
  readonly difference: Difference;
}

/** Differences that show: what a country says, or does not say, in languages that it does not speak, nobody reads. */
export function shownIn({ languages }: Country, differences: readonly Difference[]): readonly Difference[] {
  const isSpoken = (tag: string | undefined): boolean =>
    tag === undefined || tag === '' || tag === MULTIPLE || languages.includes(tag);
  return differences.filter(({ language }) => isSpoken(language));
}

/** What differences say of the rows of the core, by their keys; what is a country's own says nothing of them. */
export function notesOf(
  differences: readonly Difference[],
  rows: CoreRows,
  core: Dictionary,
): ReadonlyMap<string, readonly Note[]> {
  const notes = new Map<string, Note[]>();
  for (const difference of differences)
    for (const note of notesOn(difference, core)) {
      if (!rows.byKey.has(note.key)) continue;
      const others = notes.get(note.key);
      if (others) others.push(note);
      else notes.set(note.key, [note]);
    }
  return notes;
}

function notesOn(difference: Difference, core: Dictionary): readonly Note[] {
  const { subject, kind, name } = difference;
  const whole = subject.after ? 'facet' : 'left-out';
  if (subject.kind === 'variable') return [{ key: keyOfVariable(name), kind: whole, form: undefined, difference }];
  if (subject.kind === 'list') return [{ key: keyOfList(name), kind: whole, form: undefined, difference }];
  if (subject.kind === 'code')
    return [{ key: keyOfList(subject.lists.before.name), kind: 'facet', form: undefined, difference }];
  if (subject.kind === 'form') return formNotes(difference, subject.before, subject.after, core);
  if (subject.kind !== 'item') return [];
  const form = subject.forms.before.name.string.text;
  const inForm: Note = { key: keyOfForm(form), kind: 'item', form, difference };
  const item = (subject.before ?? subject.after)?.item;
  if (!item) return [];
  if (kind === 'added' && !subject.before) return [inForm, ...moreNotes(item, form, difference, core)];
  const itemKind = kind === 'moved' ? 'moved' : subject.after ? 'facet' : 'left-out';
  return [inForm, { key: keyOfItem(item, core), kind: itemKind, form, difference }];
}

/** With a form goes all that it holds, and with a form of the country comes what it asks of the core. */
function formNotes(
  difference: Difference,
  before: Form | undefined,
  after: Form | undefined,
  core: Dictionary,
): readonly Note[] {
  const { name } = difference;
  const own: Note = { key: keyOfForm(name), kind: after ? 'facet' : 'left-out', form: name, difference };
  if (before && after) return [own];
  if (!before) return walk(after?.items ?? []).flatMap(({ item }) => moreNotes(item, name, difference, core));
  const left = walk(before.items).map(({ item }): Note => ({
    key: keyOfItem(item, core),
    kind: 'left-out',
    form: name,
    difference,
  }));
  return [own, ...left];
}

/** A question of the core where the core does not ask it, and what is said otherwise there. */
function moreNotes(item: Item, form: string, difference: Difference, core: Dictionary): readonly Note[] {
  const key = keyOfItem(item, core);
  const more: Note = { key, kind: 'more', form, difference };
  const variable = item.kind === 'question' ? core.variables.get(item.variable ?? '') : undefined;
  if (!variable || item.kind !== 'question' || !item.asked) return [more];
  const subject = { kind: 'variable', before: variable, after: item } as const;
  const about = { subject, name: item.name.string.text, path: `forms.${form}.${item.name.string.text}` };
  const facets = compareQuestions(variable, item, about).map((each): Note => ({
    ...more,
    kind: 'facet',
    difference: each,
  }));
  return [more, ...facets];
}
