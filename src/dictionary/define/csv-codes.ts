import { suggest } from '../../core/suggest.ts';
import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { readCsv, type CsvRow } from '../../formats/csv-read.ts';
import type { Code } from '../../model/code-list.ts';
import type { Language } from '../../model/dictionary.ts';
import type { Plain, Text } from '../../model/facets.ts';
import { asLocalText } from '../../model/parse.ts';
import type { SourceText } from '../../core/location.ts';
import { placeOf, type SourceString, slice, written } from '../../source/source-string.ts';
import { choiceTextColumns, type ChoiceTextColumn } from '../../vocabulary/columns.ts';
import { flagOf } from '../decode/values.ts';
import { specialOf } from './codes.ts';

/** What a column of a code list in CSV means. */
type Column =
  | { readonly kind: 'name' | 'special' | 'exclusive' | 'retired' | 'skipped' }
  | { readonly kind: 'text'; readonly column: ChoiceTextColumn; readonly tag: string }
  | { readonly kind: 'attribute'; readonly name: string };

/** Codes from a table with the columns name, label or `label::English (en)` …, and any other as an attribute. */
export function readCodes(
  source: SourceText,
  file: string,
  languages: readonly Language[],
  defaultLanguage: string,
  report: Report,
): readonly Code[] {
  const { header, rows, problems } = readCsv(source);
  for (const { location, message, help, related } of problems)
    report(
      'csv-syntax',
      location,
      { problem: message, help },
      related ? { related: [{ message: 'first here', location: related }] } : {},
    );
  if (header.length === 0) return [];
  const columns = header.map((heading) => columnOf(heading, languages, defaultLanguage, report));
  if (!columns.some((column) => column.kind === 'name')) {
    const [first] = header;
    const found = header.map((heading) => heading.text).join(', ');
    if (first) report('csv-column', placeOf(first), { file, column: 'name', found });
    return [];
  }
  return rows.map((row) => codeOf(row, columns));
}

function columnOf(
  heading: SourceString,
  languages: readonly Language[],
  defaultLanguage: string,
  report: Report,
): Column {
  const text = heading.text.trim();
  if (text === 'name' || text === 'code') return { kind: 'name' };
  if (text === 'special' || text === 'exclusive' || text === 'retired') return { kind: text };
  const [, word = '', language] = text.match(/^([\w-]+)(?:::?\s*(.+))?$/) ?? [];
  const column = choiceTextColumns.find((known) => known === word);
  if (!column) return text === '' ? { kind: 'skipped' } : { kind: 'attribute', name: text };
  if (language === undefined) return { kind: 'text', column, tag: defaultLanguage };
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

function codeOf(row: CsvRow, columns: readonly Column[]): Code {
  const origin = originAt(row.at);
  const texts = new Map<ChoiceTextColumn, Map<string, ReturnType<typeof asLocalText>>>();
  const attributes = new Map<string, Plain>();
  const words = new Map<string, Plain>();
  for (const [index, column] of columns.entries()) {
    const cell = row.cells[index];
    if (!cell || cell.text === '') continue;
    const plain = { string: cell, origin: originAt(placeOf(cell)) };
    if (column.kind === 'attribute') attributes.set(column.name, plain);
    else if (column.kind !== 'text') words.set(column.kind, plain);
    else texts.set(column.column, (texts.get(column.column) ?? new Map()).set(column.tag, asLocalText(plain)));
  }
  const special = specialOf(words.get('special'));
  const exclusive = flagOf(words.get('exclusive')?.string.text ?? '');
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
