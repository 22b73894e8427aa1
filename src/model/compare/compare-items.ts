import type { Plain } from '../facets.ts';
import type { Form } from '../form.ts';
import type { Item, Question } from '../item.ts';
import { type About, compareAspects } from './aspects.ts';
import { type Difference, WHOLE, type ItemSubject, type Subject } from './difference.ts';
import { itemAspects } from './item-aspects.ts';
import { type Keyed, keyedBoth, movedIn, placeIn } from './match-items.ts';
import { normalText } from './normal.ts';

/** In what two questions differ, whatever they are called; also a question and the variable that it asks. */
export function compareQuestions<Of extends Subject>(
  before: Question,
  after: Question,
  about: About<Of>,
): readonly Difference<Of>[] {
  if (before === after) return [];
  return [
    ...typeDifference(before.type, after.type, typeFacet(before, after), about),
    ...compareAspects(itemAspects(before), itemAspects(after), about),
  ];
}

/** Another list for the same type of question is a matter of its codes. */
function typeFacet({ type: before }: Question, { type: after }: Question): string {
  return before.word === after.word ? 'codes' : 'type';
}

function typeDifference<Of extends Subject>(
  before: Plain,
  after: Plain,
  facet: string,
  about: About<Of>,
): readonly Difference<Of>[] {
  if (normalType(before) === normalType(after)) return [];
  const sides = { before: sideOf(before), after: sideOf(after) };
  return [{ ...about, kind: 'changed', facet, language: undefined, path: `${about.path}.type`, ...sides }];
}

/** A file that a type names is known by its name alone. */
function normalType({ string }: Plain): string {
  return normalText(string.text).replaceAll(/\S*\//g, '');
}

function sideOf({ string, origin }: Plain): NonNullable<Difference['after']> {
  return { words: string.text, origin };
}

/** In what the questions and sections of two forms differ. */
export function compareItems(before: Form, after: Form, path: string): readonly Difference<ItemSubject>[] {
  if (before.items === after.items) return [];
  const [old, now] = keyedBoth(before, after);
  const about = (key: string): About<ItemSubject> => {
    const subject = { kind: 'item', forms: { before, after }, before: old.get(key), after: now.get(key) } as const;
    return { subject, name: nameOf(subject), path: `${path}.${key}` };
  };
  const moved = movedIn(old, now);
  const keys = new Set([...old.keys(), ...now.keys()]);
  return [...keys].flatMap((key) => [
    ...wholeDifference(about(key), moved.has(key), { old, now }),
    ...changesOf(about(key)),
  ]);
}

function nameOf({ before, after }: ItemSubject): string {
  return (after ?? before)?.item.name.string.text ?? '';
}

function wholeDifference(
  about: About<ItemSubject>,
  moved: boolean,
  { old, now }: { readonly old: Keyed; readonly now: Keyed },
): readonly Difference<ItemSubject>[] {
  const { before, after } = about.subject;
  if (before && after) return moved ? [whole('moved', about, [placeIn(old, before), placeIn(now, after)])] : [];
  return [whole(before ? 'removed' : 'added', about, [wordsOf(before?.item), wordsOf(after?.item)])];
}

function whole(
  kind: 'added' | 'removed' | 'moved',
  about: About<ItemSubject>,
  [was, is]: readonly [string, string],
): Difference<ItemSubject> {
  const { before, after } = about.subject;
  return {
    ...about,
    kind,
    facet: WHOLE[kind],
    language: undefined,
    before: before && { words: was, origin: before.item.origin },
    after: after && { words: is, origin: after.item.origin },
  };
}

function wordsOf(item: Item | undefined): string {
  if (!item) return '';
  return item.kind === 'section' ? item.type : item.type.string.text;
}

function changesOf(about: About<ItemSubject>): readonly Difference<ItemSubject>[] {
  const [before, after] = [about.subject.before?.item, about.subject.after?.item];
  if (!before || !after || before === after) return [];
  if (before.kind === 'question' && after.kind === 'question') return compareQuestions(before, after, about);
  const types = { before: typeOf(before), after: typeOf(after) };
  return [
    ...typeDifference(types.before, types.after, 'type', about),
    ...compareAspects(itemAspects(before), itemAspects(after), about),
  ];
}

/** A section has no words of its own for its type in the model, but a place. */
function typeOf(item: Item): Plain {
  if (item.kind === 'question') return item.type;
  const text = item.list ? `${item.type} over ${item.list.string.text}` : item.type;
  return { string: { text, pieces: [] }, origin: item.origin };
}
