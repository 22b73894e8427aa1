import { isLanguageTag, UNDETERMINED } from '../../core/languages.ts';
import { originAt } from '../../core/origin.ts';
import type { Language } from '../../model/dictionary.ts';
import type { Column, Columns } from './columns.ts';
import type { Header, ReadTable } from './table.ts';

/** The languages of a workbook; none where all texts stand in plain columns. */
export interface Languages {
  readonly all: readonly Language[];
  /** The tag of what stands behind `::`; '' for a plain column. */
  readonly tagOf: (header: string) => string;
}

export type TextSheet = readonly [ReadTable, Columns, ReadonlySet<string>];

/**
 * The languages in which the sheets hold texts, in the order of their columns.
 * @param opens what the setting default_language says: the language of plain columns, unless others have it
 */
export function languagesOf(sheets: readonly TextSheet[], opens: string | undefined): Languages {
  const columns = sheets.flatMap(([table, known, texts]) => textColumns(table, known, texts));
  const first = new Map<string, Column>();
  for (const column of columns) if (!first.has(column.language)) first.set(column.language, column);
  const plain = opens !== undefined && first.has(opens) ? undefined : opens;
  if (first.size === 0 || (first.size === 1 && first.has(''))) return { all: [], tagOf: () => '' };
  const all: Language[] = [];
  for (const [header, column] of first)
    all.push(header === '' ? plainLanguage(plain, column, all) : language(header, column, all));
  const tags = new Map(all.map(({ header, tag }) => [header, tag]));
  return { all, tagOf: (header) => tags.get(header) ?? header };
}

/** The columns of texts that hold something. */
export function textColumns({ rows }: ReadTable, columns: Columns, texts: ReadonlySet<string>): readonly Column[] {
  const filled = new Set<Header>();
  for (const { cells } of rows) for (const header of cells.keys()) filled.add(header);
  return [...columns.values()].filter(({ header, name }) => texts.has(name) && filled.has(header));
}

const TAGGED = /^(.*?)\s*\(([^()]+)\)$/;

/** `French (fr)` has the tag `fr`, unless another language has it; one without a tag is known by its name. */
function language(header: string, { header: { at } }: Column, others: readonly Language[]): Language {
  const [, name = '', tag = ''] = TAGGED.exec(header) ?? [];
  const free = isLanguageTag(tag) && !others.some((other) => other.tag === tag);
  const origin = originAt(at);
  return free ? { tag, name: name === '' ? tag : name, header, origin } : { tag: header, name: header, header, origin };
}

/** The plain columns beside others; where no setting names their language, phones call it "default". */
function plainLanguage(named: string | undefined, column: Column, others: readonly Language[]): Language {
  if (named !== undefined) return { ...language(named, column, others), header: '' };
  return { tag: UNDETERMINED, name: 'default', header: '', origin: originAt(column.header.at) };
}
