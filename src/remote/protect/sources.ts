import { pathNames } from '../../expression/path-names.ts';
import { quotedReferences, referencesIn } from '../../expression/references.ts';
import { findReferences } from '../../expression/reference-text.ts';
import type { DataColumn } from '../../model/columns/column.ts';
import type { Form } from '../../model/form.ts';
import type { Formula } from '../../model/facets.ts';
import type { Question } from '../../model/item.ts';
import { walk } from '../../model/walk.ts';

/** The names of questions whose answers may be read in what a column holds, whatever is made of them. */
export type SourcesOf = (column: DataColumn) => readonly string[];

export function sourcesIn({ items }: Form): SourcesOf {
  const visits = walk(items);
  const specified = new Map<string, string>();
  const counts = new Map<string, readonly string[]>();
  for (const { item } of visits) {
    const name = item.name.string.text;
    if (item.kind === 'question') {
      const text = item.meaning.specify?.string.text;
      if (text !== undefined) specified.set(text, name);
    } else if (item.facets.repeat_count) counts.set(`${name}_count`, namesIn(item.facets.repeat_count));
  }
  return ({ name, question, added }) => {
    if (added === 'count') return counts.get(name) ?? [];
    if (!question) return [];
    const parent = specified.get(name);
    return [...ownSources(question), ...(parent === undefined ? [] : [parent])];
  };
}

/** What it is computed of, what stands there at first, and what its choices are made of. */
function ownSources({ facets, type }: Question): readonly string[] {
  const { calculation, default: initial } = facets;
  return [
    ...(calculation ? namesIn(calculation) : []),
    ...(initial?.kind === 'formula' ? namesIn(initial) : []),
    ...findReferences(type.argument?.string.text ?? '').map(({ name }) => name),
  ];
}

function namesIn({ parsed: { tree } }: Formula): readonly string[] {
  return [...referencesIn(tree), ...quotedReferences(tree), ...pathNames(tree)].map(({ name }) => name);
}
