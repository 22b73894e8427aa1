import { originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Plain } from '../../model/facets.ts';
import type { Item, Question, Section } from '../../model/item.ts';
import { asTypeUse } from '../../model/type-use.ts';
import { gather } from '../../model/walk.ts';
import { written } from '../../source/source-string.ts';
import { flagOf } from '../../vocabulary/flags.ts';
import { settingOf } from '../../vocabulary/spelt-headers.ts';
import { presentSelect, sectionRow, type SectionRow, workbookTypes } from '../../vocabulary/workbook-types.ts';
import { plainAt } from './cell-text.ts';
import { type Columns, nothingIn } from './columns.ts';
import { rowParts } from './facets.ts';
import type { Languages } from './languages.ts';
import { hasColumn, requireColumn } from './required.ts';
import type { ReadTable, TableRow } from './table.ts';

export interface Survey {
  readonly items: readonly Item[];
  /** Settings that stand on the survey sheet, in the way of old forms. */
  readonly settings: ReadonlyMap<string, Plain>;
  /** Whether the sheet lacks a heading, so that what its rows mean is not known. */
  readonly damaged: boolean;
}

interface OpenSection {
  readonly row: TableRow;
  readonly type: Plain;
  readonly name: Plain;
  readonly opened: SectionRow;
  readonly items: Item[];
}

/** The columns that are no facets of a question. */
const OWN: ReadonlySet<string> = new Set(['type', 'name', 'disabled']);
const SETTINGS: ReadonlySet<string> = new Set(['form_title', 'set_form_title', 'form_id', 'set_form_id']);

export function readSurvey(table: ReadTable, columns: Columns, languages: Languages, report: Report): Survey {
  const top: Item[] = [];
  const open: OpenSection[] = [];
  const settings = new Map<string, Plain>();
  const typed = requireColumn('type', table, columns, report);
  const add = (item: Item): unknown => (open.at(-1)?.items ?? top).push(item);
  for (const row of table.rows) {
    const type = typeIn(row, columns, report);
    const section = type && sectionRow(type.string.text);
    if (!type) continue;
    if (!section && SETTINGS.has(type.string.text)) addSetting(type, row, columns, settings);
    else if (!section) add(question(row, type, columns, languages, report));
    else if (!section.end)
      open.push({ row, type, name: nameOf(row, type, columns, report), opened: section, items: [] });
    else for (const each of closed(open, section, row, report)) add(sectionOf(each, columns, languages));
  }
  for (const each of open.toReversed()) {
    report('section-open', each.row.at, { section: each.opened.type, name: each.name.string.text });
    open.pop();
    add(sectionOf(each, columns, languages));
  }
  const named = !unnamed(top) || requireColumn('name', table, columns, report);
  return { items: top, settings, damaged: !typed || !named };
}

const unnamedIn = gather((item) => (item.name.string.text === '' ? [item] : []));

function unnamed(items: readonly Item[]): boolean {
  return unnamedIn(items).length > 0;
}

function cellIn({ cells }: TableRow, columns: Columns, name: string): Plain | undefined {
  for (const [header, plain] of cells) if (columns.get(header)?.name === name) return plain;
  return undefined;
}

function nameIn(row: TableRow, columns: Columns): Plain | undefined {
  return cellIn(row, columns, 'name');
}

/** The type of a row that is read; the converter passes over rows that are switched off, and over comments. */
function typeIn(row: TableRow, columns: Columns, report: Report): Plain | undefined {
  const disabled = cellIn(row, columns, 'disabled');
  const { row: number } = row.at;
  if (disabled && flagOf(disabled.string.text) === true) {
    report('row-disabled', disabled.origin.location, { row: number });
    return undefined;
  }
  if (disabled) report('disabled-column', disabled.origin.location, { name: nameIn(row, columns)?.string.text ?? '' });
  const type = cellIn(row, columns, 'type');
  if (type || !hasColumn(columns, 'type')) return type;
  const isMeant = nameIn(row, columns) ?? cellIn(row, columns, 'label');
  const { location } = nothingIn('type', row, columns).origin;
  if (isMeant) report('row-without-type', location, { row: number, words: isMeant.string.text });
  else report('row-skipped', row.at, { row: number, words: row.at.value });
  return undefined;
}

function question(row: TableRow, type: Plain, columns: Columns, languages: Languages, report: Report): Question {
  const { facets, others } = rowParts(row, columns, languages, OWN);
  return {
    kind: 'question',
    name: nameOf(row, type, columns, report),
    type: asTypeUse(presentType(type, facets.parameters !== undefined)),
    facets,
    columns: others,
    meaning: {},
    variable: undefined,
    origin: originAt(row.at),
  };
}

/** The converter names notes by their rows, and an audit by its type; everything else has to have a name. */
function nameOf(row: TableRow, type: Plain, columns: Columns, report: Report): Plain {
  const name = nameIn(row, columns);
  if (name) return name;
  const { text } = type.string;
  if (text === 'note') return plainAt(`generated_note_name_${row.at.row}`, row.at);
  if (text === 'audit') return plainAt('audit', row.at);
  const label = cellIn(row, columns, 'label')?.string.text;
  const nothing = nothingIn('name', row, columns);
  if (hasColumn(columns, 'name'))
    report('row-without-name', nothing.origin.location, { row: row.at.row, type: text, label });
  return nothing;
}

/** Old spellings read as the present word. The converter ignores what stands under parameters of some of the old ones. */
function presentType(type: Plain, hasParameters: boolean): Plain {
  const { text } = type.string;
  const present = presentSelect(text) ?? (hasParameters ? undefined : workbookTypes.get(text));
  return present === undefined ? type : { ...type, string: written(present, type.origin.location) };
}

function sectionOf({ row, type, name, opened, items }: OpenSection, columns: Columns, languages: Languages): Section {
  const { facets, others } = rowParts(row, columns, languages, OWN);
  return {
    kind: 'section',
    name,
    type: opened.type,
    list: opened.list === undefined ? undefined : { ...type, string: written(opened.list, type.origin.location) },
    facets,
    columns: others,
    items,
    origin: originAt(row.at),
  };
}

/** The sections that an end closes, innermost first: one, or several where the ends of the inner ones are missing. */
function* closed(open: OpenSection[], end: SectionRow, { at }: TableRow, report: Report): Generator<OpenSection> {
  const found = open.findLastIndex(({ opened }) => opened.type === end.type);
  if (found < 0) report('section-end', at, { section: end.type, row: at.row });
  const inner = found < 0 ? [] : open.slice(found + 1);
  for (const { row, name, opened } of inner)
    report('section-open', row.at, { section: opened.type, name: name.string.text });
  // Each goes before the next is asked for: what it held then belongs to the one around it.
  for (let left = found < 0 ? 0 : open.length - found; left > 0; left -= 1) yield* open.splice(-1);
}

function addSetting(type: Plain, row: TableRow, columns: Columns, settings: Map<string, Plain>): void {
  const value = nameIn(row, columns);
  if (value) settings.set(settingOf(type.string.text), value);
}
