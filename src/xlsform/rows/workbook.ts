import type { RowPlan, SheetPlan, WorkbookPlan } from '../../formats/workbook.ts';
import { writeCsv } from '../../formats/csv-write.ts';
import { isRightToLeft } from '../../core/languages.ts';
import { literal } from '../../expression/literal.ts';
import { physicalName } from '../../model/code-list.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { choicesTable, csvRows, osmTable } from './choices.ts';
import { STAMP } from '../../vocabulary/reserved.ts';
import { type Table, tableOf } from './columns.ts';
import { withLocking } from './locking.ts';
import { rowCells, settingsTable } from './settings.ts';
import { contentHash, stampOf, versionOf } from './stamp.ts';
import { type SurveyRow, type SurveyTable, surveyTable } from './survey.ts';
import { widthOf } from './widths.ts';

/** A form as an XLSForm workbook, and the lists that travel beside it as CSV files, by file name. */
export interface FormWorkbook {
  readonly plan: WorkbookPlan;
  readonly files: ReadonlyMap<string, string>;
  readonly version: string;
  /** What the stamp of its submissions says; undefined where the form has none. */
  readonly stamp: string | undefined;
}

export function formWorkbook(delivered: Delivery, dictionary: Dictionary): FormWorkbook {
  const delivery = withLocking(delivered, dictionary);
  const survey = surveyTable(delivery);
  const others = otherTables(delivery, dictionary);
  const files = new Map(
    delivery.external.map((list) => [
      `${physicalName(list)}.csv`,
      writeCsv(csvRows(list, delivery, dictionary.defaultLanguage)),
    ]),
  );
  const settings = settingsTable(delivery, dictionary, '');
  const hash = contentHash({ sheets: new Map([['survey', survey], ['settings', settings], ...others]), files });
  const version = versionOf(dictionary, hash);
  const hasStamp = delivery.form.stamp && delivery.profile !== 'xlsform';
  const stamp = hasStamp ? stampOf(dictionary, delivery, hash) : undefined;
  const stamped = stamp === undefined ? survey : withStamp(survey, literal(stamp));
  const sheets = [
    surveySheet(stamped, delivery),
    ...[...others, ['settings', settingsTable(delivery, dictionary, version)] as const].flatMap(([name, table]) =>
      sheetOf(name, table, delivery),
    ),
  ];
  return { plan: { sheets }, files, version, stamp };
}

/** Lists and entities, then whatever other sheets the form names. */
function otherTables(delivery: Delivery, dictionary: Dictionary): readonly (readonly [string, Table])[] {
  const { form, inline, ownSheets } = delivery;
  const entities = tableOf(form.entities.map((row) => rowCells(row, delivery)));
  const named = [...form.sheets].map(
    ([name, rows]) => [name, tableOf(rows.map((row) => rowCells(row, delivery)))] as const,
  );
  return [
    ['choices', choicesTable(inline, delivery)],
    ['external_choices', choicesTable(ownSheets.external_choices, delivery, 'external_choices')],
    ['osm', osmTable(delivery, dictionary.defaultLanguage)],
    ['entities', entities],
    ...named,
  ];
}

function withStamp(survey: SurveyTable, stamp: string): SurveyTable {
  const row: SurveyRow = {
    depth: 0,
    cells: new Map([
      ['type', 'calculate'],
      ['name', STAMP],
      ['calculation', stamp],
    ]),
  };
  const headers = survey.headers.includes('calculation') ? survey.headers : [...survey.headers, 'calculation'];
  return { headers, rows: [...survey.rows, row.cells], surveyRows: [...survey.surveyRows, row] };
}

function surveySheet(table: SurveyTable, delivery: Delivery): SheetPlan {
  const rows = table.surveyRows.map(({ cells, opens, closes, depth }): RowPlan => {
    const shade = shadeOf(opens, 'open') ?? shadeOf(closes, 'close');
    return { cells: table.headers.map((header) => cells.get(header) ?? ''), depth, ...(shade ? { shade } : {}) };
  });
  return { name: 'survey', rightToLeft: isRightToLeft(delivery.form.defaultLanguage), columns: columnsOf(table), rows };
}

function shadeOf(section: SurveyRow['opens'], end: 'open' | 'close'): RowPlan['shade'] {
  if (section === undefined) return undefined;
  const kind = section === 'repeat' || section === 'loop' ? 'repeat' : 'group';
  return end === 'open' ? kind : `${kind}-end`;
}

/** A sheet without rows is left out: converters complain of an empty choices sheet. */
function sheetOf(name: string, table: Table, { form }: Delivery): SheetPlan[] {
  if (table.rows.length === 0) return [];
  const rows = table.rows.map((row) => ({ cells: table.headers.map((header) => row.get(header) ?? '') }));
  return [{ name, rightToLeft: isRightToLeft(form.defaultLanguage), columns: columnsOf(table), rows }];
}

function columnsOf(table: Table): SheetPlan['columns'] {
  return table.headers.map((header) => ({ header, width: widthOf(header, table.rows) }));
}
