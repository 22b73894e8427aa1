import { written } from '../../source/source-string.ts';
import type { CodeList } from '../code-list.ts';
import type { Form } from '../form.ts';
import type { Item, Question, Section } from '../item.ts';
import { asFormula } from '../parse.ts';
import { listOf } from '../type-use.ts';
import { mapItems, questionsOf, type Visit } from '../walk.ts';
import { literal } from '../../expression/literal.ts';

/** The questions that may narrow the choices of one whose list has a parent. */
export interface ParentQuestions {
  /** The one that does, where that is clear. */
  readonly chosen: Question | undefined;
  readonly candidates: readonly Question[];
}

/** What the variable says, or else the only question near it that asks the parent list. */
export function parentQuestions({ item, path }: Visit<Question>, list: CodeList, form: Form): ParentQuestions {
  const reachable = questionsOf(form.items).filter(
    (visit) => listOf(visit.item.type)?.string.text === list.parent?.list.string.text && isReachable(visit.path, path),
  );
  const candidates = reachable.map((visit) => visit.item);
  const said = item.meaning.parent?.string.text;
  if (said !== undefined) return { chosen: candidates.find(({ name }) => name.string.text === said), candidates };
  const [only, ...more] = nearest(reachable, path);
  return { chosen: more.length === 0 ? only?.item : undefined, candidates };
}

/** Those that stand directly in the innermost section that has any; those deeper inside others, where none has. */
function nearest(visits: readonly Visit<Question>[], path: readonly Section[]): readonly Visit<Question>[] {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const direct = visits.filter((visit) => visit.path.length === depth && visit.path.at(-1) === path[depth - 1]);
    if (direct.length > 0) return direct;
  }
  return visits;
}

const REPEATED: ReadonlySet<Section['type']> = new Set(['repeat', 'loop', 'kobomatrix']);

/** From inside a repeat what stands outside can be read, but not the other way round. */
function isReachable(target: readonly Section[], from: readonly Section[]): boolean {
  return target.every((section) => !REPEATED.has(section.type) || from.includes(section));
}

/** Adds the choice filter that the hierarchy of the lists means; a written one replaces it. */
export function applyParents(form: Form, lists: ReadonlyMap<string, CodeList>): Form {
  if (![...lists.values()].some(({ parent }) => parent)) return form;
  return { ...form, items: mapItems(form.items, (item, path) => [withFilter(item, path, form, lists)]) };
}

function withFilter(item: Item, path: readonly Section[], form: Form, lists: ReadonlyMap<string, CodeList>): Item {
  if (item.kind === 'section' || item.facets.choice_filter) return item;
  const list = lists.get(listOf(item.type)?.string.text ?? '');
  if (!list?.parent) return item;
  const { chosen } = parentQuestions({ item, path }, list, form);
  if (!chosen) return item;
  const { column } = list.parent;
  const string = written(filterOf(list, column.string.text, chosen), column.origin.location);
  return {
    ...item,
    facets: { ...item.facets, choice_filter: asFormula({ string, origin: column.origin }) },
  };
}

/** What belongs to the answer above, or to one of them; a special code that belongs to none is always offered. */
function filterOf({ codes }: CodeList, column: string, { name, type }: Question): string {
  const answer = `\${${name.string.text}}`;
  const linked = type.word.startsWith('select_one') ? `${column} = ${answer}` : `selected(${answer}, ${column})`;
  const free = codes
    .filter(({ special, attributes }) => special && (attributes.get(column)?.string.text ?? '') === '')
    .map((code) => `name = ${literal(code.name.string.text)}`);
  return [linked, ...free].join(' or ');
}
