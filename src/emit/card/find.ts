import { suggest } from '../../core/suggest.ts';
import { didYouMean, quote, quotedFew } from '../../diagnostics/quote.ts';
import { codesByName } from '../../model/code-list.ts';
import { walk } from '../../model/walk.ts';
import type { CatalogueList, Concept } from '../codebook/catalogue.ts';
import type { Card, CardSource } from './card.ts';
import { checkCard } from './check-card.ts';
import { formCard, moduleCard } from './form-card.ts';
import { questionCard, sectionCard } from './item-card.ts';
import { codeCard, listCard } from './list-card.ts';

/** The cards of what was asked for, or why there is none. */
export type Found =
  { readonly kind: 'cards'; readonly cards: readonly Card[] } | { readonly kind: 'problem'; readonly problem: Problem };

export interface Problem {
  readonly message: string;
  readonly help: string;
}

/** So many lists may share a code before it has to be said which one is meant. */
const FEW_LISTS = 3;

/** Everything of a name: questions, sections, lists, checks, forms and modules; where there is none of these, codes. */
export function cardsNamed(name: string, source: CardSource): Found {
  const cards = [
    ...conceptsNamed(name, source).map((concept) => questionCard(concept, source)),
    ...sectionsNamed(name, source),
    ...listsNamed(name, source).map((entry) => listCard(entry, source)),
    ...checksNamed(name, source),
    ...formsNamed(name, source),
  ];
  return cards.length > 0 ? { kind: 'cards', cards } : codesNamed(name, source);
}

/** Under another name, a variable is asked in some places only. */
function conceptsNamed(name: string, { reader }: CardSource): readonly Concept[] {
  return reader.catalogue.concepts.flatMap((concept) => {
    if (concept.name === name) return [concept];
    const placements = concept.placements.filter(({ item }) => item.name.string.text === name);
    return placements.length > 0 ? [{ ...concept, placements }] : [];
  });
}

function sectionsNamed(name: string, source: CardSource): readonly Card[] {
  return source.reader.catalogue.forms.flatMap((form) =>
    walk(form.form.items).flatMap(({ item, path }) =>
      item.kind === 'section' && item.name.string.text === name ? [sectionCard(item, path, form, source)] : [],
    ),
  );
}

function listsNamed(name: string, { reader }: CardSource): readonly CatalogueList[] {
  return reader.catalogue.lists.filter(({ list }) => list.name === name || list.as?.string.text === name);
}

function checksNamed(name: string, source: CardSource): readonly Card[] {
  return source.reader.catalogue.checks.flatMap((entry) =>
    entry.check.name === name ? [checkCard(entry, source)] : [],
  );
}

function formsNamed(name: string, source: CardSource): readonly Card[] {
  const { forms, dictionary } = source.reader.catalogue;
  const module = dictionary.modules.get(name);
  return [
    ...forms.filter((form) => form.name === name).map((form) => formCard(form, source)),
    ...(module ? [moduleCard(name, module, source)] : []),
  ];
}

/** `sex/female`, or `female` where few lists have such a code. */
function codesNamed(name: string, source: CardSource): Found {
  const { lists } = source.reader.catalogue;
  const found = lists.flatMap((entry) => {
    const prefix = `${entry.list.name}/`;
    const code = codesByName(entry.list).get(name.startsWith(prefix) ? name.slice(prefix.length) : name);
    return code ? [{ entry, code }] : [];
  });
  if (found.length === 0) return { kind: 'problem', problem: unknown(name, source) };
  if (found.length > FEW_LISTS)
    return {
      kind: 'problem',
      problem: {
        message: `${quote(name)} is a code of ${found.length} lists: ${quotedFew(found.map(({ entry }) => entry.list.name))}.`,
        help: `Say which list, such as: ${found[0]?.entry.list.name ?? ''}/${name}`,
      },
    };
  return { kind: 'cards', cards: found.map(({ entry, code }) => codeCard(code, entry, source)) };
}

function unknown(name: string, { reader, kind }: CardSource): Problem {
  const { concepts, forms, lists, dictionary } = reader.catalogue;
  const known = [
    ...concepts.flatMap((concept) => [concept.name, ...concept.placements.map(({ item }) => item.name.string.text)]),
    ...forms.flatMap(({ name: form, form: { items } }) => [
      form,
      ...walk(items).map(({ item }) => item.name.string.text),
    ]),
    ...lists.map(({ list }) => list.name),
    ...dictionary.modules.keys(),
    ...dictionary.checks.keys(),
  ];
  return {
    message: `This ${kind} has no question, group, list, code or form ${quote(name)}.${didYouMean(suggest(name, new Set(known)))}`,
    help: 'Write a name, a code such as sex/female, or a cell such as survey!C14.',
  };
}
