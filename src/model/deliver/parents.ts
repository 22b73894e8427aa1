import { written } from '../../source/source-string.ts';
import type { CodeList } from '../code-list.ts';
import type { Form } from '../form.ts';
import type { Item, Question, Section } from '../item.ts';
import { asFormula } from '../parse.ts';
import { listOf } from '../type-use.ts';
import { mapItems, questionsOf, type Visit } from '../walk.ts';

/** The questions that may narrow the choices of one whose list has a parent. */
export interface ParentQuestions {
  /** The one that does, where that is clear. */
  readonly chosen: Question | undefined;
  readonly candidates: readonly Question[];
}

/** What the variable says, or else the only question near it that asks the parent list. */
export function parentQuestions({ item, path }: Visit<Question>, list: CodeList, form: Form): ParentQuestions {
  const asking = [...questionsOf(form.items)].filter(
    (visit) => listOf(visit.item.type)?.string.text === list.parent?.list.string.text,
  );
  const said = item.meaning.parent?.string.text;
  const reachable = asking.filter((visit) => isReachable(visit.path, path)).map((visit) => visit.item);
  if (said !== undefined)
    return { chosen: reachable.find(({ name }) => name.string.text === said), candidates: reachable };
  const near = asking.filter((visit) => visit.path.at(-1)?.name === path.at(-1)?.name).map((visit) => visit.item);
  const [only, ...more] = near.length > 0 ? near : reachable;
  return { chosen: more.length === 0 ? only : undefined, candidates: reachable };
}

/** From inside a repeat what stands outside can be read, but not the other way round. */
function isReachable(target: readonly Section[], from: readonly Section[]): boolean {
  return target.every((section) => section.type !== 'repeat' || from.includes(section));
}

/** Adds the choice filter that the hierarchy of the lists means; a written one replaces it. */
export function applyParents(form: Form, lists: ReadonlyMap<string, CodeList>): Form {
  return { ...form, items: mapItems(form.items, (item, path) => [withFilter(item, path, form, lists)]) };
}

function withFilter(item: Item, path: readonly Section[], form: Form, lists: ReadonlyMap<string, CodeList>): Item {
  if (item.kind === 'section' || item.facets.choice_filter) return item;
  const list = lists.get(listOf(item.type)?.string.text ?? '');
  if (!list?.parent) return item;
  const { chosen } = parentQuestions({ item, path }, list, form);
  if (!chosen) return item;
  const { origin } = list.parent.column;
  const text = `${list.parent.column.string.text} = \${${chosen.name.string.text}}`;
  return {
    ...item,
    facets: { ...item.facets, choice_filter: asFormula({ string: written(text, origin.location), origin }) },
  };
}
