import { suggest } from '../../core/suggest.ts';
import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { listed, quote } from '../../diagnostics/quote.ts';
import { readCsv, type CsvRow } from '../../formats/csv-read.ts';
import { type Code, specials } from '../../model/code-list.ts';
import type { Language } from '../../model/dictionary.ts';
import { MULTIPLE, type Plain, type Text } from '../../model/facets.ts';
import { asLocalText } from '../../model/parse.ts';
import type { SourceText } from '../../core/location.ts';
import { inNfc, placeOf, type SourceString, slice, written } from '../../source/source-string.ts';
import { choiceTextColumns, type ChoiceTextColumn } from '../../vocabulary/columns.ts';
import { specialOf } from './codes.ts';
import { flagOf } from '../../vocabulary/flags.ts';

/** What a column of a code list in CSV means. */
export type ListColumn =
  | { readonly kind: 'name' | 'special' | 'exclusive' | 'retired' | 'skipped' }
  | { readonly kind: 'text'; readonly column: ChoiceTextColumn; readonly tag: string }
  | { readonly kind: 'attribute'; readonly name: string };

/** Codes from a table with the columns name, label or `label::English (en)` …, and any other as an attribute; undefined for no table. */
export function readCodes(
  source: SourceText,
  file: string,
  languages: readonly Language[],
  defaultLanguage: string,
  report: Report,
): readonly Code[] | undefined {
  const { header, rows, problems } = readCsv(source);
  const columns = header.map((heading) => listColumn(heading, languages, defaultLanguage, report));
  const [first] = header;
  if (first && !columns.some((column) => column.kind === 'name')) {
    const found = header.map((heading) => quote(heading.text)).join(', ');
    report('csv-column', placeOf(first), { file, column: 'name', found });
    return undefined;
  }
  for (const { location, message, help, related } of problems)
    report(
      'csv-syntax',
      location,
      { problem: message, help },
      related ? { related: [{ message: 'the first one', location: related }] } : {},
    );
  if (!first) return undefined;
  return rows.map((row) => codeOf(row, columns, report));
}

export function listColumn(
  heading: SourceString,
  languages: readonly Language[],
  defaultLanguage: string,
  report: Report,
): ListColumn {
  const text = heading.text.trim().normalize('NFC');
  if (text === 'name' || text === 'code') return { kind: 'name' };
  if (text === 'special' || text === 'exclusive' || text === 'retired') return { kind: text };
  const [, word = '', language] = text.match(/^([\w-]+)(?:::?\s*(.+))?$/) ?? [];
  const column = choiceTextColumns.find((known) => known === word);
  if (!column) return text === '' ? { kind: 'skipped' } : { kind: 'attribute', name: text };
  if (language === undefined) return { kind: 'text', column, tag: defaultLanguage };
  if (language === MULTIPLE) return { kind: 'text', column, tag: MULTIPLE };
  const known = languages.find(({ tag, name, header }) => [tag, name, header, `${name} (${tag})`].includes(language));
  if (known) return { kind: 'text', column, tag: known.tag };
  const names = languages.map(({ header }) => header);
  report('unknown-language', placeOf(slice(heading, { start: text.length - language.length, end: text.length })), {
    tag: language,
    suggestion: suggest(language, names),
    known: names.join(', '),
  });
  return { kind: 'skipped' };
}

function codeOf(row: CsvRow, columns: readonly ListColumn[], report: Report): Code {
  const origin = originAt(row.at);
  const texts = new Map<ChoiceTextColumn, Map<string, ReturnType<typeof asLocalText>>>();
  const attributes = new Map<string, Plain>();
  const words = new Map<string, Plain>();
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index];
    if (!cell || cell.text === '') continue;
    const plain = { string: cell, origin: originAt(placeOf(cell)) };
    const word = { ...plain, string: inNfc(cell) };
    if (column.kind === 'attribute') attributes.set(column.name, word);
    else if (column.kind !== 'text') words.set(column.kind, word);
    else texts.set(column.column, (texts.get(column.column) ?? new Map()).set(column.tag, asLocalText(plain)));
  }
  const special = readWord('special', words.get('special'), specialOf, listed(specials, 'or'), report);
  const exclusive = readWord('exclusive', words.get('exclusive'), flagIn, 'yes or no', report);
  return {
    name: words.get('name') ?? { string: written('', row.at), origin },
    texts: Object.fromEntries(
      [...texts].map(([column, byLanguage]): [ChoiceTextColumn, Text] => [column, { byLanguage, origin }]),
    ),
    attributes,
    special,
    exclusive: exclusive ?? (special !== undefined && special !== 'other'),
    retired: words.get('retired'),
    origin,
  };
}

/** What a cell says, or undefined where it is empty or says something else and was reported. */
function readWord<Value>(
  key: string,
  word: Plain | undefined,
  read: (word: Plain) => Value | undefined,
  allowed: string,
  report: Report,
): Value | undefined {
  const value = word && read(word);
  if (word && value === undefined)
    report('wrong-value', word.origin.location, { key, value: word.string.text, allowed, suggestion: undefined });
  return value;
}

function flagIn({ string }: Plain): boolean | undefined {
  return flagOf(string.text);
}
