import type { CodeList } from '../../model/code-list.ts';
import { ENDS, isFor } from '../../model/checked-forms.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import { expandOrOther } from '../../model/deliver/or-other.ts';
import type { Dictionary, Language } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import type { Item, Question, Section } from '../../model/item.ts';
import { namesOfCheck, type RecordCheck } from '../../model/record-check.ts';
import { listOf } from '../../model/type-use.ts';
import { questionsOf, type Visit, walk } from '../../model/walk.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { anchor } from './anchors.ts';

/** A form of the codebook: with every column that data will have, and its texts as they are written. */
export interface CatalogueForm {
  readonly name: string;
  readonly form: Form;
  /** The first item of each name. */
  readonly byName: ReadonlyMap<string, Visit>;
}

/** A place in a form where a variable is asked. */
export interface Placement extends Visit<Question> {
  readonly form: CatalogueForm;
}

/** What has one card: a variable, or a question that forms define by themselves. */
export interface Concept {
  readonly anchor: string;
  readonly name: string;
  readonly question: Question;
  readonly placements: readonly Placement[];
}

/** What the pages of all languages are made of. */
export interface Catalogue {
  readonly dictionary: Dictionary;
  /** The languages that there is a page for: those of the country, or of the dictionary. */
  readonly languages: readonly Language[];
  /** The tag of the language of the first page. */
  readonly opens: string;
  readonly profiles: readonly Profile[];
  readonly forms: readonly CatalogueForm[];
  readonly concepts: readonly Concept[];
  /** The card of each question of the forms. */
  readonly conceptOf: ReadonlyMap<Item, Concept>;
  readonly variables: ReadonlyMap<string, Concept>;
  readonly lists: readonly CatalogueList[];
  readonly checks: readonly CatalogueCheck[];
}

export interface CatalogueList {
  readonly anchor: string;
  readonly list: CodeList;
  readonly usedBy: readonly Concept[];
  /** Whether it goes out as a CSV file in one of the forms. */
  readonly external: boolean;
}

export interface CatalogueCheck {
  readonly anchor: string;
  readonly check: RecordCheck;
  readonly forms: readonly CatalogueForm[];
  /** What it looks at in the first of the forms. */
  readonly visits: readonly Visit[];
  /** What it looks at in any of them. */
  readonly concepts: readonly Concept[];
}

export function catalogueOf(deliveries: readonly Delivery[], dictionary: Dictionary): Catalogue {
  const forms = deliveries.map((delivery) => catalogueForm(delivery, dictionary));
  const concepts = conceptsOf(forms, dictionary);
  const variables = new Map(
    concepts.flatMap((concept) => (concept.anchor.startsWith('v-') ? [[concept.name, concept]] : [])),
  );
  const external = new Set(deliveries.flatMap((delivery) => delivery.external.map(({ name }) => name)));
  const conceptOf = new Map<Item, Concept>(
    concepts.flatMap((concept) => concept.placements.map(({ item }) => [item, concept])),
  );
  return {
    dictionary,
    ...spokenIn(dictionary),
    profiles: [...new Set(deliveries.map(({ profile }) => profile))],
    forms,
    concepts,
    conceptOf,
    variables,
    lists: listsOf(concepts, dictionary, external),
    checks: checksOf(forms, conceptOf, dictionary),
  };
}

/** A country has texts in languages that only other offices read. */
function spokenIn({ country, languages, defaultLanguage }: Dictionary): Pick<Catalogue, 'languages' | 'opens'> {
  if (!country) return { languages, opens: defaultLanguage };
  return { languages: languages.filter(({ tag }) => country.languages.includes(tag)), opens: country.defaultLanguage };
}

/** The form as the dictionary has it: a delivery has texts in place of missing ones, and other names of lists. */
function catalogueForm({ form: delivered, profile }: Delivery, dictionary: Dictionary): CatalogueForm {
  const name = delivered.name.string.text;
  const written = dictionary.forms.get(name) ?? delivered;
  const form = profile === 'xlsform' ? written : expandOrOther(written, dictionary.codeLists).form;
  const byName = new Map<string, Visit>();
  for (const visit of walk(form.items)) {
    const own = visit.item.name.string.text;
    if (!byName.has(own)) byName.set(own, visit);
  }
  return { name, form, byName };
}

function conceptsOf(forms: readonly CatalogueForm[], { variables }: Dictionary): readonly Concept[] {
  const groups = new Map<string, { concept: Omit<Concept, 'placements'>; placements: Placement[] }>();
  for (const [name, question] of variables)
    groups.set(`v ${name}`, { concept: { anchor: anchor('v', name), name, question }, placements: [] });
  for (const placement of forms.flatMap(placementsOf)) {
    const key = keyOf(placement);
    const group = groups.get(key) ?? { concept: localConcept(placement), placements: [] };
    group.placements.push(placement);
    groups.set(key, group);
  }
  return withOwnAnchors([...groups.values()].map(({ concept, placements }) => ({ ...concept, placements })));
}

/** A form may have two questions of one name in different sections. */
function withOwnAnchors(concepts: readonly Concept[]): readonly Concept[] {
  const taken = new Map<string, number>();
  return concepts.map((concept) => {
    const before = taken.get(concept.anchor) ?? 0;
    taken.set(concept.anchor, before + 1);
    return before === 0 ? concept : { ...concept, anchor: `${concept.anchor}.--.${before + 1}` };
  });
}

function placementsOf(form: CatalogueForm): readonly Placement[] {
  return walk(form.form.items).flatMap(({ item, path }) => (item.kind === 'question' ? [{ item, path, form }] : []));
}

/** Questions that are no variables are one where name, type and texts are the same, such as those of one module or `start`. */
function keyOf({ item }: Placement): string {
  if (item.variable !== undefined) return `v ${item.variable}`;
  const texts = [...(item.facets.label?.byLanguage ?? [])].map(([tag, { string }]) => [tag, string.text]);
  return `q ${JSON.stringify([item.name.string.text, item.type.string.text, texts])}`;
}

function localConcept({ item, form }: Placement): Omit<Concept, 'placements'> {
  const name = item.name.string.text;
  return { anchor: anchor('q', form.name, name), name, question: item };
}

function listsOf(
  concepts: readonly Concept[],
  { codeLists }: Dictionary,
  external: ReadonlySet<string>,
): readonly CatalogueList[] {
  const users = new Map<string, Set<Concept>>();
  for (const concept of concepts)
    for (const { type } of [concept.question, ...concept.placements.map(({ item }) => item)]) {
      const list = listOf(type)?.string.text;
      if (list !== undefined) users.set(list, (users.get(list) ?? new Set()).add(concept));
    }
  return [...codeLists].map(([name, list]) => ({
    anchor: anchor('l', name),
    list,
    usedBy: [...(users.get(name) ?? [])],
    external: external.has(name),
  }));
}

/** The checks with the forms that they are for, as far as these are in the codebook. */
function checksOf(
  forms: readonly CatalogueForm[],
  conceptOf: ReadonlyMap<Item, Concept>,
  { checks }: Dictionary,
): readonly CatalogueCheck[] {
  return [...checks].map(([name, check]) => {
    const checked = forms.filter(({ form }) => isFor(check, form));
    const visits = checked.map((form) => visitsOf(check, form));
    const concepts = new Set(visits.flat().flatMap(({ item }) => conceptOf.get(item) ?? []));
    return { anchor: anchor('c', name), check, forms: checked, visits: visits[0] ?? [], concepts: [...concepts] };
  });
}

/** What a check looks at in a form. */
function visitsOf(check: RecordCheck, { form, byName }: CatalogueForm): readonly Visit[] {
  if (check.kind !== 'duration') return namesOfCheck(check).flatMap((name) => byName.get(name) ?? []);
  return ENDS.flatMap((type) => questionsOf(form.items).find(({ item }) => item.type.word === type) ?? []);
}

/** The anchor of an item's row in its form. */
export function rowAnchor(form: CatalogueForm, item: Item, path: readonly Section[]): string {
  return anchor('f', form.name, ...[...path, item].map(({ name }) => name.string.text));
}
