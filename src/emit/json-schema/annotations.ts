import type { Code } from '../../model/code-list.ts';
import type { AddedColumn, ColumnCodes, DataColumn, DataSection } from '../../model/columns/column.ts';
import type { Item, Question } from '../../model/item.ts';
import { type JsonSchema, told } from './schema.ts';
import type { Words } from './words.ts';

/** What a schema tells its readers of an answer, with the conditions of the sections that its property does not stand in. */
export function aboutColumn(column: DataColumn, around: readonly DataSection[], words: Words): JsonSchema {
  const { question, added, name } = column;
  if (!question) return told({ title: added === undefined ? undefined : ADDED[added] });
  const { facets, meaning } = question;
  const sections = around.flatMap(({ section }) => section ?? []);
  return told({
    title: words.text(facets.label) ?? name,
    description: lines([
      words.text(meaning.definition) ?? words.text(facets.hint),
      askedIf([...sections, question]),
      calculatedAs(question),
    ]),
    $comment: definedIn(question, words),
  });
}

export function aboutSection({ section, name }: DataSection, words: Words): JsonSchema {
  if (!section) return {};
  const { type, facets, origin } = section;
  return told({
    title: words.text(facets.label) ?? name,
    description: lines([words.text(facets.hint), askedIf([section])]),
    $comment: `${type} ${section.name.string.text}, ${words.file(origin)}`,
  });
}

/** Codes with their labels, because an `enum` has no place for them. */
export function aboutCodes({ list, offered, retired }: ColumnCodes, words: Words): JsonSchema {
  const codes = [...offered, ...retired].map((code) => codeLine(code, words));
  return told({
    title: words.text(list.label) ?? list.name,
    description: lines([words.text(list.definition), ...codes]),
    $comment: `code list ${list.name}, ${words.file(list.origin)}`,
  });
}

export function aboutLongList({ list, offered, retired }: ColumnCodes, words: Words): JsonSchema {
  const many = `its ${offered.length + retired.length} codes are too many to name here`;
  return told({
    title: words.text(list.label) ?? list.name,
    description: words.text(list.definition),
    $comment: `code list ${list.name}, ${words.file(list.origin)}: ${many}`,
  });
}

const ADDED: Readonly<Record<AddedColumn, string>> = {
  count: 'The number of entries that the form asks for',
  other: 'What the other answer is',
  'table-heading': 'Heading of a table, which nobody answers',
  stamp: 'Dictionary, form and version that made the submission, with a hash of the form',
  instanceID: 'Id of the submission',
  instanceName: 'Name of the submission',
  'entity-label': 'Label of the entity that the submission makes',
};

function definedIn({ name, variable, origin }: Question, words: Words): string {
  const defined = words.dictionary.variables.get(variable ?? '');
  return defined
    ? `variable ${variable}, ${words.file(defined.origin)}`
    : `question ${name.string.text}, ${words.file(origin)}`;
}

function codeLine({ name, texts, retired }: Code, words: Words): string {
  const gone = retired ? ` (not offered since ${retired.string.text})` : '';
  return `${name.string.text} = ${words.text(texts.label) ?? name.string.text}${gone}`;
}

/** As it is written, because that is how authors and the form's other documents know it. */
function askedIf(items: readonly Item[]): string | undefined {
  const conditions = items.map(({ facets }) => facets.relevant?.string.text.trim() ?? '').filter((text) => text !== '');
  const [only, ...more] = conditions;
  if (only === undefined) return undefined;
  return `Asked if: ${more.length === 0 ? only : conditions.map((condition) => `(${condition})`).join(' and ')}`;
}

function calculatedAs({ facets }: Question): string | undefined {
  return facets.calculation ? `Calculated as: ${facets.calculation.string.text.trim()}` : undefined;
}

function lines(texts: readonly (string | undefined)[]): string | undefined {
  const said = texts.filter((text) => text !== undefined && text !== '');
  return said.length === 0 ? undefined : said.join('\n');
}
