import type { Item, Question, Section } from '../../model/item.ts';
import { questionsOf } from '../../model/walk.ts';
import { anchor } from './anchors.ts';
import { type CatalogueForm, rowAnchor } from './catalogue.ts';
import { fact } from './fact.ts';
import { conditionValue, sectionFacts } from './logic-facts.ts';
import type { Standpoint } from './names.ts';
import type { Fact, FormEntry, FormRow } from './page-data.ts';
import { type Reader, textFor } from './reader.ts';
import { relevanceTerm, typeInWords } from './variable-type.ts';

export function formEntry(form: CatalogueForm, reader: Reader): FormEntry {
  const { languages } = reader.catalogue.dictionary;
  const spoken = languages.filter(({ tag }) => form.form.languages.includes(tag)).map(({ name }) => name);
  return {
    anchor: anchor('f', form.name),
    name: form.name,
    title: textFor(form.form.title, reader),
    count: questionsOf(form.form.items).length,
    languages: spoken.join(' · '),
    rows: form.form.items.map((item) => () => row(item, [], form, reader)),
  };
}

function row(item: Item, path: readonly Section[], form: CatalogueForm, reader: Reader): FormRow {
  const at = { item, path, form };
  const own = {
    anchor: rowAnchor(form, item, path),
    name: item.name.string.text,
    label: textFor(item.facets.label, reader),
  };
  return item.kind === 'section'
    ? { ...own, ...sectionRow(item, at, reader) }
    : { ...own, ...questionRow(item, at, reader) };
}

type OwnPart = Omit<FormRow, 'anchor' | 'name' | 'label'>;

function sectionRow(item: Section, { path, form }: Standpoint & { form: CatalogueForm }, reader: Reader): OwnPart {
  const { page } = reader.words;
  const type =
    item.type === 'group' ? page.group : item.type === 'repeat' ? page.repeat : `${page.section} (${item.type})`;
  return {
    kind: 'section',
    href: '',
    type,
    needed: false,
    facts: sectionFacts(item, { item, path, form }, reader),
    rows: item.items.map((inner) => row(inner, [...path, item], form, reader)),
  };
}

function questionRow(item: Question, at: Standpoint, reader: Reader): OwnPart {
  const { required } = item.facets;
  return {
    kind: 'question',
    href: `#${reader.catalogue.conceptOf.get(item)?.anchor ?? ''}`,
    type: typeInWords(item, reader),
    needed: required?.kind === 'flag' && required.value,
    facts: relevance(item, at, reader),
    rows: [],
  };
}

/** Its own condition: those of the sections around it stand in their rows. */
function relevance(item: Question, at: Standpoint, reader: Reader): readonly Fact[] {
  const { relevant } = item.facets;
  return relevant ? fact(relevanceTerm(item), [conditionValue(relevant, at, reader)], reader) : [];
}
