import type { Code, CodeList } from '../../model/code-list.ts';
import type { Plain } from '../../model/facets.ts';
import type { Facets, Item, Section } from '../../model/item.ts';
import { written } from '../../source/source-string.ts';

/**
 * The groups that KoboToolbox makes of a matrix when it is deployed: one for each code of its list, with the names
 * `matrix_code` and `matrix_code_question`, which are those of submissions (kobo-api.md 3.2 and 5).
 */
export function matrixGroups(matrix: Section, list: CodeList | undefined): readonly Section[] {
  return (list?.codes ?? []).map((code) => groupOf(code, matrix));
}

function groupOf({ name: code, texts, origin }: Code, { name, items, ...matrix }: Section): Section {
  const facets: Facets = texts.label ? { label: texts.label } : {};
  const group = named(name, `${name.string.text}_${code.string.text}`);
  const rows = items.map((item): Item => ({
    ...item,
    name: named(item.name, `${group.string.text}_${item.name.string.text}`),
  }));
  return { ...matrix, type: 'group', name: group, facets, items: rows, origin };
}

function named(before: Plain, name: string): Plain {
  return { ...before, string: written(name, before.origin.location) };
}
