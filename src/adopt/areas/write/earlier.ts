import { type Location, type SourceText, startOf, type TextLocation } from '../../../core/location.ts';
import { originAt } from '../../../core/origin.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quote } from '../../../diagnostics/quote.ts';
import { type ListColumn, listColumn } from '../../../dictionary/define/csv-codes.ts';
import type { Manifest } from '../../../dictionary/define/manifest.ts';
import { readText } from '../../../dictionary/project/project.ts';
import { readCsv } from '../../../formats/csv-read.ts';
import type { Language } from '../../../model/dictionary.ts';
import { placeOf } from '../../../source/source-string.ts';
import type { ListTarget } from './list-targets.ts';
import type { Target } from './target.ts';

export interface EarlierRow {
  readonly code: string;
  readonly cells: readonly string[];
  readonly at: Location;
}

/** The list as it is before a gazetteer is imported over it. */
export interface Earlier {
  readonly file: string;
  readonly headings: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly rows: ReadonlyMap<string, EarlierRow>;
  /** Of its first row. */
  readonly at: TextLocation;
}

/** Reads the CSV of a list; undefined where there is none. One that cannot be read is told, and must not be overwritten. */
export function readEarlier(
  target: Target,
  { file }: ListTarget,
  tags: readonly string[],
  report: Report,
): Earlier | 'unreadable' | undefined {
  if (!target.tree.paths.includes(file)) return undefined;
  const source = readText(target.tree, file, report);
  if (!source) return 'unreadable';
  const { header, rows, problems } = readCsv(source);
  for (const { location, message, help } of problems) report('csv-syntax', location, { problem: message, help });
  const { languages, defaultLanguage } = target.manifest ?? spokenIn(tags, source);
  const columns = header.map((heading) => listColumn(heading, languages, defaultLanguage, () => undefined));
  const name = columns.findIndex(({ kind }) => kind === 'name');
  const at: TextLocation = startOf(source);
  const headings = header.map(({ text }) => text);
  if (name < 0) report('csv-column', at, { file, column: 'name', found: headings.map(quote).join(', ') });
  if (name < 0 || problems.length > 0) return 'unreadable';
  const known = new Map<string, EarlierRow>();
  for (const { cells, at: rowAt } of rows) {
    const cell = cells[name];
    const code = cell?.text.normalize('NFC') ?? '';
    const place = cell ? placeOf(cell) : rowAt;
    if (!known.has(code)) known.set(code, { code, cells: cells.map(({ text }) => text), at: place });
  }
  known.delete('');
  return { file, headings, columns, rows: known, at };
}

/** Without a dictionary a list has the languages of the gazetteer. */
function spokenIn(tags: readonly string[], source: SourceText): Pick<Manifest, 'languages' | 'defaultLanguage'> {
  const origin = originAt(startOf(source));
  const languages = tags.map((tag): Language => ({ tag, name: tag, header: tag, origin }));
  return { languages, defaultLanguage: tags[0] ?? '' };
}

/** What a row has in the column of a word such as `retired`. */
export function wordIn({ columns }: Earlier, { cells }: EarlierRow, kind: ListColumn['kind']): string {
  return cells[columns.findIndex((column) => column.kind === kind)] ?? '';
}

/** The rows of places that were offered; special codes never came from a gazetteer. */
export function offeredRows(earlier: Earlier): readonly EarlierRow[] {
  return [...earlier.rows.values()].filter(
    (row) => wordIn(earlier, row, 'special') === '' && wordIn(earlier, row, 'retired') === '',
  );
}
