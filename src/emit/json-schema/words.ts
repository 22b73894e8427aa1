import path from 'node:path/posix';
import { fileOf } from '../../core/location.ts';
import type { Origin } from '../../core/origin.ts';
import type { ColumnCodes, DataColumn, DataSection } from '../../model/columns/column.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type Text, textIn } from '../../model/facets.ts';
import type { Code } from '../../model/code-list.ts';
import type { Item, Question } from '../../model/item.ts';
import { type JsonSchema, told } from './schema.ts';

/** What a schema tells its readers of a thing: keywords that validators pass over. */
export interface Words {
  readonly text: (text: Text | undefined) => string | undefined;
  /** Of an answer, with the conditions of the sections around it that its property does not stand in. */
  readonly ofColumn: (column: DataColumn, around: readonly DataSection[]) => JsonSchema;
  readonly ofSection: (section: DataSection) => JsonSchema;
  readonly ofCodes: (codes: ColumnCodes) => JsonSchema;
  readonly ofLongList: (codes: ColumnCodes) => JsonSchema;
}

export function wordsOf({ form }: Delivery, dictionary: Dictionary): Words {
  const folder = path.dirname(fileOf(dictionary.origin.location));
  const file = ({ location }: Origin): string => path.relative(folder, fileOf(location));
  const text = (from: Text | undefined): string | undefined =>
    plain(textIn(from, dictionary.defaultLanguage) ?? textIn(from, form.defaultLanguage) ?? firstOf(from));

  const comment = (question: Question): string => {
    const variable = dictionary.variables.get(question.variable ?? '');
    return variable
      ? `variable ${question.variable}, ${file(variable.origin)}`
      : `question ${question.name.string.text}, ${file(question.origin)}`;
  };
  const codeLine = ({ name, texts, retired }: Code): string => {
    const gone = retired ? ` (not offered since ${retired.string.text})` : '';
    return `${name.string.text} = ${text(texts.label) ?? name.string.text}${gone}`;
  };
  const listComment = ({ list }: ColumnCodes): string => `code list ${list.name}, ${file(list.origin)}`;

  return {
    text,
    ofColumn: ({ question, added, name }, around) => {
      if (!question) return told({ title: added === undefined ? undefined : TITLES[added] });
      const { definition } = question.meaning;
      const sections = around.flatMap(({ section }) => section ?? []);
      return told({
        title: text(question.facets.label) ?? name,
        description: lines([
          text(definition) ?? text(question.facets.hint),
          askedIf([...sections, question]),
          calculatedAs(question),
        ]),
        $comment: comment(question),
      });
    },
    ofSection: ({ section, name }) => {
      if (!section) return {};
      return told({
        title: text(section.facets.label) ?? name,
        description: lines([text(section.facets.hint), askedIf([section])]),
        $comment: `${section.type} ${section.name.string.text}, ${file(section.origin)}`,
      });
    },
    ofCodes: (codes) =>
      told({
        title: text(codes.list.label) ?? codes.list.name,
        description: lines([text(codes.list.definition), ...[...codes.offered, ...codes.retired].map(codeLine)]),
        $comment: listComment(codes),
      }),
    ofLongList: (codes) =>
      told({
        title: text(codes.list.label) ?? codes.list.name,
        description: lines([text(codes.list.definition)]),
        $comment: `${listComment(codes)}: its ${codes.offered.length + codes.retired.length} codes are too many to name here`,
      }),
  };
}

const TITLES: Readonly<Record<NonNullable<DataColumn['added']>, string>> = {
  count: 'The number of entries that the form asks for',
  other: 'What the other answer is',
  'table-heading': 'Heading of a table, which nobody answers',
  stamp: 'Dictionary, form and version that made the submission, with a hash of the form',
  instanceID: 'Id of the submission',
  instanceName: 'Name of the submission',
  'entity-label': 'Label of the entity that the submission makes',
};

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

function firstOf(text: Text | undefined) {
  return text ? [...text.byLanguage.values()][0] : undefined;
}

/** Without the styling that devices show, which is no part of what is asked: HTML of text, and bold. */
function plain(text: { readonly string: { readonly text: string } } | undefined): string | undefined {
  const unstyled = text?.string.text
    .replaceAll(/<\/?(?:span|br|div|font|p)(?:\s[^<>]*)?\/?>/gi, ' ')
    .replaceAll('**', '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return unstyled === '' ? undefined : unstyled;
}
