import { quotedReferences, referencesIn } from '../../expression/references.ts';
import type { Formula, LocalText, Plain } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { facetEntries, walk } from '../../model/walk.ts';
import type { CardLine } from './card.ts';

/** Where something refers to a question or a section, in the order of the rows; then settings and entities. */
export function usesOf(name: string, form: Form): readonly CardLine[] {
  const ofItems = walk(form.items).flatMap(({ item }) => usesIn(item, name));
  const others = [form.settings, ...form.entities].flatMap((row) =>
    [...row].flatMap(([key, value]) => (refersTo(value, name) ? [{ text: key, at: value.origin.location }] : [])),
  );
  return [...ofItems, ...others];
}

function usesIn(item: Item, name: string): readonly CardLine[] {
  const own = item.name.string.text;
  const columns = facetEntries(item.facets).flatMap(([column, facet]) => {
    const values: readonly Plain[] = 'byLanguage' in facet ? [...facet.byLanguage.values()] : [facet];
    const found = values.find((value) => refersTo(value, name));
    return found ? [{ text: `${column} of ${own}`, at: found.origin.location }] : [];
  });
  const inType = item.kind === 'question' && item.type.argument?.string.text === `\${${name}}`;
  return [...(inType ? [{ text: `type of ${own}`, at: item.type.origin.location }] : []), ...columns];
}

function refersTo(value: Plain | Formula | LocalText, name: string): boolean {
  return 'parsed' in value && referencesOf(value.parsed).some((use) => use.name === name);
}

function referencesOf(parsed: Formula['parsed'] | LocalText['parsed']): readonly { readonly name: string }[] {
  return 'tree' in parsed ? [...referencesIn(parsed.tree), ...quotedReferences(parsed.tree)] : parsed.references;
}
