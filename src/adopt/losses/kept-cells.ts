import type { Location } from '../../core/location.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain, Text } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import { facetEntries, walk } from '../../model/walk.ts';

/** The addresses of the cells of each sheet that are somewhere in a dictionary. */
export type KeptCells = ReadonlyMap<string, ReadonlySet<string>>;

export function keptCells({ forms, codeLists }: Dictionary): KeptCells {
  const kept = new Map<string, Set<string>>();
  const lists = new Set(codeLists.values());
  for (const form of forms.values()) {
    for (const plain of formCells(form)) keep(plain.origin.location, kept);
    for (const list of Object.values(form.layout?.ownLists ?? {}).flat()) lists.add(list);
  }
  for (const list of lists) for (const plain of listCells(list)) keep(plain.origin.location, kept);
  return kept;
}

function keep(location: Location, kept: Map<string, Set<string>>): void {
  if (location.kind !== 'cell') return;
  const cells = kept.get(location.sheet) ?? new Set();
  kept.set(location.sheet, cells.add(location.cell));
}

function formCells({ items, settings, entities, sheets }: Form): readonly Plain[] {
  const rows = [settings, ...entities, ...[...sheets.values()].flat()];
  const onSurvey = walk(items).flatMap(({ item }) => [
    item.name,
    ...(item.kind === 'question' ? [item.type] : []),
    ...facetEntries(item.facets).flatMap(([, facet]) => plainsOf(facet)),
    ...item.columns.values(),
  ]);
  return [...onSurvey, ...rows.flatMap((row) => [...row.values()])];
}

function listCells({ codes }: CodeList): readonly Plain[] {
  return codes.flatMap(({ name, texts, attributes }) => [
    name,
    ...Object.values(texts).flatMap(plainsOf),
    ...attributes.values(),
  ]);
}

function plainsOf(value: Plain | Text): readonly Plain[] {
  return 'byLanguage' in value ? [...value.byLanguage.values()] : [value];
}
