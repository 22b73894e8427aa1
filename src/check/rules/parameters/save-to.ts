import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Plain } from '../../../model/facets.ts';
import { gatherWith } from '../../../model/traits.ts';
import { type Visit } from '../../../model/walk.ts';
import { locate, placeOf } from '../../../source/source-string.ts';
import type { FormView } from '../../rule-set.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';
import { checkEntityName, entityRows } from './entities.ts';

/** An answer that is saved to a property of an entity, with the list where that is clear. */
export interface SavedAnswer {
  readonly visit: Visit;
  readonly cell: Plain;
  readonly list: string;
  readonly property: string;
}

export function checkSaveTo(view: FormView, report: Report): void {
  const lists = entityRows(view).map(({ list }) => list);
  const seen = new Map<string, SavedAnswer>();
  for (const [visit, cell] of saveToCells(view)) {
    const saved = savedAnswer(visit, cell, lists, view, report);
    if (!saved) continue;
    const { property, list } = saved;
    checkEntityName(property, 'property', locate(cell.string, spanOfProperty(cell, property)), report);
    const key = JSON.stringify([list, property]);
    const earlier = seen.get(key);
    if (earlier)
      report(
        'duplicate-property',
        placeOf(cell.string),
        { property, list, form: view.form.name.string.text },
        { related: [{ message: 'first here', location: placeOf(earlier.cell.string) }] },
      );
    else seen.set(key, saved);
  }
}

const savingItems = gatherWith('save_to', (item) => (item.facets.save_to ? [item] : []));

/** The cells of save_to that say something, with their questions. */
export function saveToCells({ form, visits }: FormView): readonly (readonly [Visit, Plain])[] {
  if (savingItems(form.items).length === 0) return [];
  return visits.flatMap((visit) => {
    const cell = visit.item.facets.save_to;
    const text = cell?.string.text.trim() ?? '';
    return cell && text !== '' && !hasPlaceholder(text) ? [[visit, cell] as const] : [];
  });
}

/** The answers that are saved as they should be, for rules that ask where they stand. */
export function savedAnswers(view: FormView): readonly SavedAnswer[] {
  const lists = entityRows(view).map(({ list }) => list);
  return saveToCells(view).flatMap(([visit, cell]) => savedAnswer(visit, cell, lists, view, () => undefined) ?? []);
}

function savedAnswer(
  visit: Visit,
  cell: Plain,
  lists: readonly string[],
  { form }: FormView,
  report: Report,
): SavedAnswer | undefined {
  const text = cell.string.text.trim();
  const refuse = (
    problem: 'no-entities' | 'section' | 'unknown-list' | 'which-list' | 'hashes',
    words = text,
  ): undefined => {
    const suggestion = problem === 'unknown-list' ? suggest(words, lists) : undefined;
    report('save-to', placeOf(cell.string), { problem, words, form: form.name.string.text, lists, suggestion });
    return undefined;
  };
  if (lists.length === 0) return refuse('no-entities');
  if (visit.item.kind === 'section') return refuse('section', visit.item.name.string.text);
  const [first = '', second, ...more] = text.split('#');
  if (more.length > 0 || first === '' || second === '') return refuse('hashes');
  if (second === undefined && lists.length > 1) return refuse('which-list');
  const [list, property] = second === undefined ? [lists[0] ?? '', first] : [first, second];
  return lists.includes(list) ? { visit, cell, list, property } : refuse('unknown-list', list);
}

function spanOfProperty({ string }: Plain, property: string): { start: number; end: number } {
  const start = string.text.lastIndexOf(property);
  return { start, end: start + property.length };
}
