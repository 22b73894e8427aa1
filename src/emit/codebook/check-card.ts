import type { Formula, Plain } from '../../model/facets.ts';
import { placeOfCheck } from '../../model/check-place.ts';
import type { RecordCheck } from '../../model/record-check.ts';
import { repeatsOf } from '../../model/repeats.ts';
import { anchor } from './anchors.ts';
import type { CatalogueCheck, Concept } from './catalogue.ts';
import { fact, plainFact, textFact } from './fact.ts';
import type { Filters } from './filters.ts';
import { conditionValue } from './logic-facts.ts';
import { quoted, type Standpoint } from './names.ts';
import type { CheckCard, Fact, FactValue } from './page-data.ts';
import { type Reader, textFor } from './reader.ts';

export function checkCard(entry: CatalogueCheck, filters: Filters, reader: Reader): CheckCard {
  const { check, concepts } = entry;
  const { page } = reader.words;
  return {
    anchor: entry.anchor,
    name: check.name,
    label: textFor(check.label ?? check.message, reader),
    badges: [{ word: page[check.severity], look: `check-${check.severity}`, help: '' }],
    facts: checkFacts(entry, reader),
    filters: filters.tokensOfForms(concepts),
  };
}

/** What a check looks for, and where. */
export function checkFacts(entry: CatalogueCheck, reader: Reader): readonly Fact[] {
  const { check, forms } = entry;
  const held = forms.map(({ name, form }): FactValue => {
    return { kind: 'quote', quote: quoted(form.title, name, anchor('f', name), reader) };
  });
  return [
    ...textFact('definition', check.definition, reader),
    ...kindFacts(check, entry, reader),
    ...(check.label ? textFact('message', check.message, reader) : []),
    ...fact('usedIn', held, reader),
  ];
}

function kindFacts(check: RecordCheck, entry: CatalogueCheck, reader: Reader): readonly Fact[] {
  switch (check.kind) {
    case 'when':
      return fact('told', [whenValue(check.when, entry, reader)], reader);
    case 'sums':
      return [
        ...fact(
          'sumOf',
          check.of.map((name) => questionValue(name, entry, reader)),
          reader,
        ),
        ...fact('sumTo', [questionValue(check.to, entry, reader)], reader),
      ];
    case 'duration':
      return [...plainFact('under', check.under, reader, 'code'), ...plainFact('over', check.over, reader, 'code')];
  }
}

/** A condition in words, as it reads where it is looked at; as it is written where that is nowhere. */
function whenValue(when: Formula, entry: CatalogueCheck, reader: Reader): FactValue {
  const at = standpointOf(entry);
  return at ? conditionValue(when, at, reader) : { kind: 'logic', statements: [], written: [when.string.text] };
}

/** Inside of a repeat where the check is looked at entry by entry: else its questions have many answers. */
function standpointOf({ check, visits, forms }: CatalogueCheck): Standpoint | undefined {
  const [first] = visits;
  const named = new Map(visits.map((visit) => [visit.item.name.string.text, repeatsOf(visit)]));
  const place = placeOfCheck(check, (name) => named.get(name) ?? []);
  const repeat = place.kind === 'at' ? place.repeat : undefined;
  const inside = repeat && visits.find((visit) => repeatsOf(visit).at(-1) === repeat);
  return first && { item: first.item, path: inside?.path ?? [], form: forms[0] };
}

function questionValue({ string: { text } }: Plain, { visits }: CatalogueCheck, reader: Reader): FactValue {
  const item = visits.find((visit) => visit.item.name.string.text === text)?.item;
  const concept = item && reader.catalogue.conceptOf.get(item);
  if (!item || !concept) return { kind: 'code', text };
  return { kind: 'quote', quote: quoted(item.facets.label, text, concept.anchor, reader) };
}

/** The checks that look at a question. */
export function checksAbout(concept: Concept, { catalogue }: Reader): readonly CatalogueCheck[] {
  return catalogue.checks.filter(({ concepts }) => concepts.some(({ anchor: at }) => at === concept.anchor));
}

export function checkedByFacts(concept: Concept, reader: Reader): readonly Fact[] {
  const values = checksAbout(concept, reader).map(({ check, anchor: at }): FactValue => {
    return { kind: 'quote', quote: quoted(check.label ?? check.message, check.name, at, reader) };
  });
  return fact('checkedBy', values, reader);
}
