import { type Code, type CodeList, physicalName } from '../../model/code-list.ts';
import { codeKey } from '../../model/places.ts';
import type { CatalogueList } from '../codebook/catalogue.ts';
import { flat, textFor } from '../codebook/reader.ts';
import { type Card, capped, type CardFact, cardFact, type CardLine, type CardSource } from './card.ts';
import { changesOfList } from './country.ts';
import { findingFacts } from './findings.ts';
import { textFacts } from './texts.ts';

const MOST_CODES = 20;
const MOST_USERS = 12;

/** The codes of a list with their labels, the first of many. */
export function codeLines({ codes }: CodeList, { reader }: CardSource): readonly CardLine[] {
  const lines = codes.map(({ name, texts, retired }) => {
    const label = textFor(texts.label, reader);
    const gone = retired ? ` (${reader.words.page.codeRetired.replace('{a}', retired.string.text)})` : '';
    return { text: `${name.string.text}${label ? `  ${flat(label)}` : ''}${gone}` };
  });
  return capped(lines, MOST_CODES);
}

export function listCard({ list, usedBy, external }: CatalogueList, source: CardSource): Card {
  const { page } = source.reader.words;
  const users = usedBy.map(({ name, question }) => ({ text: name, at: question.name.origin.location }));
  const codes = list.codes.map(({ origin }) => origin.location);
  return {
    name: list.name,
    what: 'list of answers',
    facts: [
      ...textFacts(page.label, list.label, source),
      ...textFacts(page.definition, list.definition, source),
      ...cardFact(`${list.codes.length} ${page.codes.toLowerCase()}`, codeLines(list, source)),
      ...cardFact(page.above, list.parent ? [{ text: list.parent.list.string.text }] : []),
      ...cardFact(page.media, external ? [{ text: page.external.replace('{a}', `${physicalName(list)}.csv`) }] : []),
      ...cardFact('Written', [{ text: 'here', at: list.origin.location }]),
      ...changesOfList(list.name, source),
      ...cardFact(page.usedBy, users.length === 0 ? [{ text: page.listNotUsed }] : capped(users, MOST_USERS)),
      ...findingFacts([list.origin.location, ...codes], source),
    ],
  };
}

/** One code of a list. */
export function codeCard(code: Code, { list, usedBy }: CatalogueList, source: CardSource): Card {
  const { page } = source.reader.words;
  const attributes = [...code.attributes].map(([column, { string }]) => ({ text: `${column}: ${string.text}` }));
  const rows = [...source.places].flatMap(([form, places]) => {
    const place = places.get(codeKey(physicalName(list), code.name.string.text));
    return place ? [{ text: `${form.name}: row ${place.row} of the sheet ${place.sheet}` }] : [];
  });
  return {
    name: `${list.name}/${code.name.string.text}`,
    what: 'code',
    facts: [
      ...textFacts(page.label, code.texts.label, source),
      ...cardFact('Columns', attributes),
      ...marksFact(code, source),
      ...cardFact('Written', [{ text: `in the list ${list.name}`, at: code.origin.location }]),
      ...cardFact('In forms', capped(rows, MOST_USERS)),
      ...cardFact(
        page.usedBy,
        capped(
          usedBy.map(({ name }) => ({ text: name })),
          MOST_USERS,
        ),
      ),
      ...findingFacts([code.origin.location, code.name.origin.location], source),
    ],
  };
}

function marksFact({ special, exclusive, retired }: Code, { reader }: CardSource): readonly CardFact[] {
  const { page, values } = reader.words;
  return cardFact('Marked as', [
    ...(special ? [{ text: values[`special ${special}`] }] : []),
    ...(exclusive ? [{ text: page.alone }] : []),
    ...(retired ? [{ text: page.codeRetired.replace('{a}', retired.string.text) }] : []),
  ]);
}
