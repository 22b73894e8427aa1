import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { Dictionary, Language } from '../../model/dictionary.ts';
import { MULTIPLE, type Text, textIn } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { facetEntries, walk } from '../../model/walk.ts';
import { listed } from '../words.ts';

interface Shown {
  readonly key: string;
  readonly text: Text;
}

function textsOf(item: Item): Shown[] {
  const facets = facetEntries(item.facets).flatMap(([key, facet]) =>
    'byLanguage' in facet ? [{ key, text: facet }] : [],
  );
  const definition = item.kind === 'question' ? item.meaning.definition : undefined;
  return definition ? [...facets, { key: 'definition', text: definition }] : facets;
}

function textsOfList({ codes, label }: CodeList): Shown[] {
  const shown = codes.flatMap(({ texts }) => Object.entries(texts).map(([key, text]) => ({ key, text })));
  return label ? [...shown, { key: 'label', text: label }] : shown;
}

/** Tags that the dictionary does not have, wherever a text uses one. */
export function checkTags(dictionary: Dictionary, report: Report): void {
  const items = [
    ...dictionary.variables.values(),
    ...[...dictionary.forms.values()].flatMap((form) => [...walk(form.items)].map(({ item }) => item)),
  ];
  const titles = [...dictionary.forms.values()].flatMap(({ title }) => (title ? [{ key: 'title', text: title }] : []));
  const texts = [...items.flatMap(textsOf), ...[...dictionary.codeLists.values()].flatMap(textsOfList), ...titles];
  const known = dictionary.languages.map(({ tag }) => tag);
  for (const { text } of texts) {
    for (const [tag, { origin }] of text.byLanguage) {
      if (tag === '' || tag === MULTIPLE || known.includes(tag)) continue;
      report('unknown-language', origin.location, { tag, suggestion: suggest(tag, known), known: known.join(', ') });
    }
  }
}

/** Texts that people would see in another language than theirs. */
export function checkTranslations(
  form: Form,
  lists: readonly CodeList[],
  dictionary: Dictionary,
  report: Report,
): void {
  const languages = dictionary.languages.filter(({ tag }) => form.languages.includes(tag));
  const items = [...walk(form.items)].flatMap(({ item }) => textsOf(item)).filter(({ key }) => key !== 'definition');
  const codes = lists.flatMap((list) =>
    list.codes.flatMap(({ texts }) => Object.entries(texts).map(([key, text]) => ({ key, text }))),
  );
  for (const shown of [...items, ...codes]) reportMissing(shown, languages, dictionary, report);
}

function reportMissing(
  { key, text }: Shown,
  languages: readonly Language[],
  dictionary: Dictionary,
  report: Report,
): void {
  const missing = languages.filter(({ tag }) => textIn(text, tag) === undefined);
  if (missing.length === 0) return;
  const fallback = dictionary.languages.find(({ tag }) => tag === dictionary.defaultLanguage)?.name ?? '';
  report('missing-translation', text.origin.location, {
    missing: key.replaceAll('_', ' '),
    languages: listed(missing.map(({ name }) => name)),
    fallback,
  });
}
