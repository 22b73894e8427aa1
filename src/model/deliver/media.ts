import type { Plain, Text } from '../facets.ts';
import { facetEntries, walk } from '../walk.ts';
import type { Delivery } from './delivery.ts';
import { surveyColumns } from '../../vocabulary/columns.ts';
import { questionTypes } from '../../vocabulary/types.ts';

/** The files that a form attaches, by the name that the form knows them by, with the first place that names each. */
export function mediaNames({ form, inline }: Delivery): ReadonlyMap<string, Plain> {
  const names = new Map<string, Plain>();
  const add = (plain: Plain): void => {
    const name = baseName(plain.string.text);
    if (name !== '' && !names.has(name)) names.set(name, plain);
  };
  for (const { item } of walk(form.items)) {
    if (item.kind === 'question' && questionTypes.get(item.type.word)?.takes === 'file' && item.type.argument)
      add(item.type.argument);
    for (const [column, facet] of facetEntries(item.facets))
      if (surveyColumns[column].kind === 'media' && 'byLanguage' in facet) eachText(facet, add);
  }
  for (const { codes } of inline)
    for (const { texts } of codes)
      for (const [column, text] of Object.entries(texts)) if (column !== 'label') eachText(text, add);
  for (const { file, from } of form.attachments) if (from === 'dictionary') add(file);
  return names;
}

/** Forms know a file by its name alone, without folders. */
export function baseName(path: string): string {
  return path.replaceAll('\\', '/').split('/').at(-1) ?? '';
}

function eachText(text: Text, add: (plain: Plain) => void): void {
  for (const local of text.byLanguage.values()) add(local);
}
