import type { Text } from '../../model/facets.ts';
import type { Question } from '../../model/item.ts';
import type { PageWord } from '../../vocabulary/codebook/words.ts';
import { type Concept, type Placement, rowAnchor } from './catalogue.ts';
import { checkedByFacts } from './check-card.ts';
import { fact, textFact } from './fact.ts';
import type { Filters } from './filters.ts';
import { parentFacts, relevanceFacts, ruleFacts } from './logic-facts.ts';
import { badgesOf, explanationFacts, explanations, formFacts, meaningFacts } from './meaning-facts.ts';
import { quoted, standpointOf } from './names.ts';
import type { Fact, Translation, UseCard, VariableCard } from './page-data.ts';
import { directionOf, inLanguage, type Reader, textFor } from './reader.ts';
import { relevanceTerm, typeInWords } from './variable-type.ts';

export function variableCard(concept: Concept, filters: Filters, reader: Reader): VariableCard {
  const { question, placements } = concept;
  const at = standpointOf(question, placements);
  const unused = placements.length === 0 ? relevanceFacts(at, relevanceTerm(question), reader) : [];
  return {
    anchor: concept.anchor,
    name: concept.name,
    label: textFor(question.facets.label, reader),
    hint: textFor(question.facets.hint, reader),
    type: typeInWords(question, reader),
    written: question.type.string.text,
    badges: badgesOf(question, reader),
    facts: [
      ...explanationFacts(question, reader),
      ...unused,
      ...ruleFacts(question.facets, at, reader),
      ...parentFacts(concept, reader),
      ...formFacts(question, at, reader),
      ...checkedByFacts(concept, reader),
    ],
    about: meaningFacts(question, reader),
    uses: placements.map((placement) => useCard(placement, concept, reader)),
    translations: translationsOf(question, reader),
    filters: filters.tokensOf(concept),
  };
}

export function useCard({ item, path, form }: Placement, { name, question }: Concept, reader: Reader): UseCard {
  const at = { item, path, form };
  const own = item.name.string.text;
  return {
    href: `#${rowAnchor(form, item, path)}`,
    form: quoted(form.form.title, form.name, '', reader),
    path: path.map((section) => quoted(section.facets.label, section.name.string.text, '', reader)),
    facts: [
      ...(own === name ? [] : fact('nameThere', [{ kind: 'key', text: own }], reader)),
      ...relevanceFacts(at, relevanceTerm(item), reader),
      ...changedFacts(item, question, reader, at),
    ],
  };
}

const RULES = ['constraint', 'calculation', 'choice_filter', 'required', 'default', 'read_only'] as const;
const MESSAGES = ['constraint_message', 'required_message'] as const;

/** What a form changes of a variable. */
function changedFacts(
  item: Question,
  { facets }: Question,
  reader: Reader,
  at: Parameters<typeof ruleFacts>[1],
): readonly Fact[] {
  const rules = RULES.filter((name) => item.facets[name]?.string.text !== facets[name]?.string.text);
  const changed = Object.fromEntries(rules.flatMap((name) => (item.facets[name] ? [[name, item.facets[name]]] : [])));
  return [
    ...(sameTexts(item.facets.label, facets.label) ? [] : textFact('labelThere', item.facets.label, reader)),
    ...ruleFacts(changed, at, reader),
    ...MESSAGES.flatMap((name) =>
      sameTexts(item.facets[name], facets[name]) ? [] : textFact('message', item.facets[name], reader),
    ),
  ];
}

function sameTexts(one: Text | undefined, other: Text | undefined): boolean {
  return one === other || JSON.stringify(contents(one)) === JSON.stringify(contents(other));
}

function contents(text: Text | undefined): readonly (readonly [string, string])[] {
  return [...(text?.byLanguage ?? [])].map(([tag, { string }]) => [tag, string.text]);
}

/** The texts of a card, each with the word above it. */
function textsOf({ facets, meaning }: Question): readonly (readonly [PageWord, Text | undefined])[] {
  return [
    ['label', facets.label],
    ['hint', facets.hint],
    ['guidance', facets.guidance_hint],
    ...explanations(meaning),
    ['message', facets.constraint_message],
    ['message', facets.required_message],
  ];
}

function translationsOf(question: Question, reader: Reader): readonly Translation[] {
  return reader.catalogue.languages.flatMap(({ tag, name }) => {
    const texts =
      tag === reader.tag ? [] : textsOf(question).flatMap(([term, text]) => translated(term, text, tag, reader));
    return texts.length === 0 ? [] : [{ name, lang: tag, dir: directionOf(tag), texts }];
  });
}

function translated(term: PageWord, text: Text | undefined, tag: string, reader: Reader): Translation['texts'] {
  const local = text?.byLanguage.get(tag);
  if (!local || local.string.text === '') return [];
  return [{ term: reader.words.page[term], text: { ...inLanguage(local, tag, reader), fallback: false } }];
}
