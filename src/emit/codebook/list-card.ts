import { type Code, codeColumns, physicalName } from '../../model/code-list.ts';
import { withDetail } from '../../vocabulary/codebook-wording.ts';
import { anchor } from './anchors.ts';
import type { CatalogueList } from './catalogue.ts';
import { fact, known, plainFact, sentence, textFact } from './fact.ts';
import type { Filters } from './filters.ts';
import { quoted } from './names.ts';
import type { Badge, CodeRow, Fact, FactValue, ListCard } from './page-data.ts';
import { inLanguage, plainText, type Reader, textFor } from './reader.ts';

/** Codes that are in sight, and codes that unfold; what is beyond is in the file of the list. */
const IN_SIGHT = 200;
const UNFOLDED = 3000;

export function listCard(entry: CatalogueList, filters: Filters, reader: Reader): ListCard {
  const { list } = entry;
  const { page } = reader.words;
  const columns = [...codeColumns(list)];
  const row = (code: Code): CodeRow => codeRow(code, columns, reader);
  const [hidden, beyond] = [list.codes.slice(IN_SIGHT, UNFOLDED), Math.max(list.codes.length - UNFOLDED, 0)];
  return {
    anchor: entry.anchor,
    name: list.name,
    label: textFor(list.label, reader),
    count: list.codes.length,
    facts: listFacts(entry, reader),
    columns,
    translated: list.codes.some((code) => translationsOf(code, reader).length > 0),
    codes: list.codes.slice(0, IN_SIGHT).map(row),
    more: hidden.map(row),
    moreTitle: withDetail(page.more, String(hidden.length)),
    rest: beyond > 0 ? withDetail(page.tooMany, String(beyond)) : '',
    filters: filters.tokensOfForms(entry.usedBy),
  };
}

function listFacts({ list, usedBy, external }: CatalogueList, reader: Reader): readonly Fact[] {
  const { page } = reader.words;
  const file = `${physicalName(list)}.csv`;
  const users = usedBy.map(({ name, anchor: at, question }): FactValue => {
    return { kind: 'quote', quote: quoted(question.facets.label, name, at, reader) };
  });
  return [
    ...textFact('definition', list.definition, reader),
    ...parentFact({ list }, reader),
    ...plainFact('nameInWorkbook', list.as, reader, 'key'),
    ...(external ? fact('media', [sentence(page.external, [{ kind: 'code', text: file }])], reader) : []),
    ...fact('usedBy', users.length > 0 ? users : [{ kind: 'plain', text: page.listNotUsed }], reader),
  ];
}

function parentFact({ list }: Pick<CatalogueList, 'list'>, reader: Reader): readonly Fact[] {
  if (!list.parent) return [];
  const name = list.parent.list.string.text;
  const above = reader.catalogue.dictionary.codeLists.get(name);
  const quote = quoted(above?.label, name, above ? anchor('l', name) : '', reader);
  return fact('above', [{ kind: 'quote', quote }], reader);
}

function codeRow(code: Code, columns: readonly string[], reader: Reader): CodeRow {
  return {
    name: code.name.string.text,
    label: textFor(code.texts.label, reader),
    marks: marksOf(code, reader),
    cells: columns.map((column) => plainText(code.attributes.get(column))),
    translations: translationsOf(code, reader),
  };
}

function translationsOf({ texts }: Code, reader: Reader): CodeRow['translations'] {
  return reader.catalogue.languages.flatMap(({ tag }) => {
    const local = tag === reader.tag ? undefined : texts.label?.byLanguage.get(tag);
    return local ? [{ ...inLanguage(local, tag, reader), fallback: false }] : [];
  });
}

function marksOf({ special, exclusive, retired }: Code, reader: Reader): readonly Badge[] {
  const { page } = reader.words;
  return [
    ...(special ? [known('special', special, reader)] : []),
    ...(exclusive ? [{ word: page.alone, look: 'alone', help: page.aloneHelp }] : []),
    ...(retired ? [{ word: withDetail(page.codeRetired, retired.string.text), look: 'retired', help: '' }] : []),
  ];
}
