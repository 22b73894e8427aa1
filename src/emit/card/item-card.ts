import { listed } from '../../diagnostics/quote.ts';
import type { Item, Question, Section } from '../../model/item.ts';
import { itemKey } from '../../model/places.ts';
import { listOf } from '../../model/type-use.ts';
import type { CatalogueForm, Concept, Placement } from '../codebook/catalogue.ts';
import { checksAbout } from '../codebook/check-card.ts';
import { parentFacts, relevanceFacts, ruleFacts, sectionFacts } from '../codebook/logic-facts.ts';
import { explanationFacts, formFacts, meaningFacts } from '../codebook/meaning-facts.ts';
import { type Standpoint, standpointOf } from '../codebook/names.ts';
import { useCard } from '../codebook/variable-card.ts';
import { relevanceTerm, typeInWords } from '../codebook/variable-type.ts';
import { type Card, capped, type CardFact, cardFact, type CardLine, type CardSource } from './card.ts';
import { changesOfItems } from './country.ts';
import { asCardFacts } from './fact-lines.ts';
import { findingFacts, placesOf } from './findings.ts';
import { codeLines } from './list-card.ts';
import { textFacts } from './texts.ts';
import { trailLines } from './trail.ts';
import { usesOf } from './uses.ts';

const MOST_FORMS = 8;
const MOST_USES = 12;

/** A question, wherever it is asked: as its definition has it, then each place. */
export function questionCard(concept: Concept, source: CardSource): Card {
  const { placements, name } = concept;
  const { reader } = source;
  const [only, ...others] = placements;
  // Asked in one place, it is what it is there.
  const question = only && others.length === 0 ? only.item : concept.question;
  const at = standpointOf(question, placements);
  const items = [concept.question, ...placements.map(({ item }) => item)];
  return {
    name,
    what: question.variable === undefined && placements.length > 0 ? 'question' : 'variable',
    facts: [
      ...cardFact(reader.words.page.type, [
        { text: `${typeInWords(question, reader)} (${question.type.string.text})` },
      ]),
      ...itemTexts(question, source),
      ...asCardFacts(
        [
          ...explanationFacts(question, reader),
          ...relevanceFacts(at, relevanceTerm(question), reader),
          ...ruleFacts(question.facets, at, reader),
          ...parentFacts(concept, reader),
          ...formFacts(question, at, reader),
        ],
        reader,
      ),
      ...listFact(question, source),
      ...asCardFacts(meaningFacts(question, reader), reader),
      ...cardFact('Written', [{ text: writtenAs(concept.question), at: concept.question.name.origin.location }]),
      ...changesOfItems(items, source),
      ...placementFacts(placements, source, (placement) => differences(placement, concept, source)),
      ...useFacts(placements, source),
      ...checkFacts(concept, source),
      ...findingFacts(items.flatMap(placesOf), source),
    ],
  };
}

/** What holds in one of several places: when it is asked there, and what is changed. */
function differences(placement: Placement, concept: Concept, { reader }: CardSource): readonly CardLine[] {
  if (concept.placements.length === 1) return [];
  return asCardFacts(useCard(placement, concept, reader).facts, reader).flatMap(({ term, lines }) =>
    lines.map(({ text, depth = 0 }, index) =>
      index === 0 ? { text: `${term}: ${text}`, depth: 1 } : { text, depth: depth + 2 },
    ),
  );
}

function writtenAs({ variable }: Question): string {
  return variable === undefined ? 'here' : `variable ${variable}`;
}

/** A group, a repeat or another section of a form. */
export function sectionCard(item: Section, path: readonly Section[], form: CatalogueForm, source: CardSource): Card {
  const at: Standpoint = { item, path, form };
  return {
    name: item.name.string.text,
    what: item.type,
    facts: [
      ...itemTexts(item, source),
      ...asCardFacts(sectionFacts(item, at, source.reader), source.reader),
      ...cardFact('Holds', [{ text: holds(item) }]),
      ...cardFact('Written', [{ text: 'here', at: item.name.origin.location }]),
      ...changesOfItems([item], source),
      ...placementFacts([{ item, path, form }], source),
      ...useFacts([{ item, form }], source),
      ...findingFacts(placesOf(item), source),
    ],
  };
}

function holds({ items }: Section): string {
  const names = items.map(({ name }) => name.string.text).filter((name) => name !== '');
  if (names.length === 0) return 'nothing';
  return names.length > MOST_USES
    ? `${names.slice(0, MOST_USES).join(', ')} and ${names.length - MOST_USES} more`
    : listed(names, 'and');
}

function itemTexts({ facets }: Item, source: CardSource): readonly CardFact[] {
  const { page } = source.reader.words;
  return [...textFacts(page.label, facets.label, source), ...textFacts(page.hint, facets.hint, source)];
}

function listFact({ type }: Question, source: CardSource): readonly CardFact[] {
  const name = listOf(type)?.string.text;
  const list = source.reader.catalogue.dictionary.codeLists.get(name ?? '');
  return list ? cardFact(`Codes of ${list.name}`, codeLines(list, source)) : [];
}

interface Stand<Kind extends Item> {
  readonly item: Kind;
  readonly path: readonly Section[];
  readonly form: CatalogueForm;
}

/** Where a question or section stands: the row of the workbook, the sections around it, and how it came there. */
function placementFacts<Kind extends Item>(
  placements: readonly Stand<Kind>[],
  source: CardSource,
  differ: (placement: Stand<Kind>) => readonly CardLine[] = () => [],
): readonly CardFact[] {
  if (placements.length === 0) return cardFact('In forms', [{ text: source.reader.words.page.notUsed }]);
  const shown = placements
    .slice(0, MOST_FORMS)
    .flatMap((placement) => [
      { text: `${placement.form.name}: ${rowWords(placement, source)}${aroundWords(placement.path)}` },
      ...trailLines(placement.item),
      ...differ(placement),
    ]);
  const more = placements.length - MOST_FORMS;
  return cardFact('In forms', [...shown, ...(more > 0 ? [{ text: `… and ${more} more places` }] : [])]);
}

function rowWords({ item, path, form }: Stand<Item>, { places }: CardSource): string {
  const place = places.get(form)?.get(itemKey(path, item));
  const row = place ? `row ${place.row} of the sheet ${place.sheet}` : 'not in the workbook';
  return `${row}, as ${item.name.string.text}`;
}

function aroundWords(path: readonly Section[]): string {
  const names = path.map(({ type, name }) => `${type} ${name.string.text}`);
  return names.length === 0 ? '' : `, in ${names.join(' > ')}`;
}

function useFacts(
  placements: readonly { readonly item: Item; readonly form: CatalogueForm }[],
  { reader }: CardSource,
): readonly CardFact[] {
  const lines = placements.flatMap(({ item, form }) => usesOf(item.name.string.text, form.form));
  return cardFact(reader.words.page.usedBy, capped(withoutRepeats(lines), MOST_USES));
}

function checkFacts(concept: Concept, { reader }: CardSource): readonly CardFact[] {
  const lines = checksAbout(concept, reader).map(({ check }) => ({ text: check.name, at: check.origin.location }));
  return cardFact(reader.words.page.checkedBy, lines);
}

function withoutRepeats(lines: readonly CardLine[]): readonly CardLine[] {
  return [...new Map(lines.map((line) => [lineKey(line), line])).values()];
}

function lineKey({ text, at }: CardLine): string {
  if (at?.kind === 'text') return JSON.stringify([text, at.source.path, at.start]);
  return JSON.stringify([text, { ...at, value: '' }]);
}
