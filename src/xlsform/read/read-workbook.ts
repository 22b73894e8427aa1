import { type Location, startOf } from '../../core/location.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { columnLetters } from '../../formats/column-letters.ts';
import type { SheetRead, WorkbookRead } from '../../formats/xlsx-cells.ts';
import type { ReadProblem } from '../../formats/xlsx-problem.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { choiceTextColumns, isTranslatable, surveyColumnNames } from '../../vocabulary/columns.ts';
import { flagOf } from '../../vocabulary/flags.ts';
import { surveyColumnOf } from '../../vocabulary/spelt-headers.ts';
import { choiceSpelling, type ReadLists, readLists } from './choices.ts';
import { type Columns, columnsOf, type Spelling } from './columns.ts';
import { dictionaryFrame, formFrame, type WorkbookSource } from './frame.ts';
import { checkLanguageColumns } from './language-columns.ts';
import { type Languages, languagesOf } from './languages.ts';
import { otherSheets } from './other-sheets.ts';
import { entitySpelling, readRows, readSettings, settingSpelling } from './settings.ts';
import { readSurvey } from './survey.ts';
import { type ReadTable, readTable } from './table.ts';

const SHEETS = ['survey', 'choices', 'settings', 'external_choices', 'entities', 'osm'] as const;

const TEXTS: ReadonlySet<string> = new Set(surveyColumnNames.filter(isTranslatable));
const CHOICE_TEXTS: ReadonlySet<string> = new Set(choiceTextColumns);
const surveySpelling: Spelling = { columnOf: surveyColumnOf, isText: (name) => TEXTS.has(name) };

/** A workbook in the model as pyxform 4.5.0 reads it; nothing where it holds no form, which is reported. */
export function readFormWorkbook(source: WorkbookSource, read: WorkbookRead, report: Report): Dictionary | undefined {
  const problems = read.kind === 'refused' ? [read.problem] : read.problems;
  for (const problem of problems) reportProblem(problem, source, read.kind === 'refused', report);
  if (read.kind === 'refused') return undefined;
  const sheets = sheetsByName(read.sheets);
  if (!sheets.has('survey')) {
    const names = read.sheets.map(({ name }) => name);
    const suggestion = suggest('survey', names);
    report('no-survey-sheet', placeIn(source, names[0] ?? '', 1, 1), { file: source.file, suggestion });
    return undefined;
  }
  const others = read.sheets.length === 1 ? [] : read.sheets.filter(({ name }) => !isKnown(name));
  return dictionaryOf(source, sheets, others, report);
}

function isKnown(name: string): boolean {
  const word = name.toLowerCase();
  return SHEETS.some((known) => known === word);
}

/** A workbook of one sheet is taken for the survey, whatever its name. */
function sheetsByName(sheets: readonly SheetRead[]): ReadonlyMap<string, SheetRead> {
  const [only] = sheets;
  if (only && sheets.length === 1) return new Map([['survey', only]]);
  return new Map(sheets.toReversed().map((sheet) => [sheet.name.toLowerCase(), sheet]));
}

function reportProblem(problem: ReadProblem, source: WorkbookSource, refused: boolean, report: Report): void {
  const { message, help, sheet, row = 1, column = 1 } = problem;
  const at = sheet === undefined ? startOf({ path: source.file, text: '' }) : placeIn(source, sheet, row, column);
  report(refused ? 'workbook-refused' : 'workbook-doubt', at, { problem: message, help });
}

function placeIn({ file }: WorkbookSource, sheet: string, row: number, column: number): Location {
  return { kind: 'cell', file, sheet, row, cell: `${columnLetters(column)}${row}`, value: '' };
}

function dictionaryOf(
  source: WorkbookSource,
  sheets: ReadonlyMap<string, SheetRead>,
  others: readonly SheetRead[],
  report: Report,
): Dictionary {
  const table = (name: string, collapse = false): ReadTable => {
    const sheet = sheets.get(name);
    const empty = { place: { file: source.file, sheet: name }, headers: [], rows: [] };
    return sheet ? readTable(source.file, sheet, collapse, report) : empty;
  };
  const settingsTable = table('settings');
  const settings = readSettings(settingsTable, columnsOf(settingsTable, settingSpelling, report));
  const survey = table('survey', flagOf(settings.get('clean_text_values')?.string.text ?? '') !== false);
  const choices = table('choices');
  const columns = columnsOf(survey, surveySpelling, report);
  const choiceColumns = columnsOf(choices, choiceSpelling, report);
  const texts = [
    [survey, columns, TEXTS],
    [choices, choiceColumns, CHOICE_TEXTS],
  ] as const;
  const languages = languagesOf(texts, settings.get('default_language')?.string.text);
  checkLanguageColumns(texts, languages, report);
  const { items, settings: onSurvey, damaged } = readSurvey(survey, columns, languages, report);
  const repeats = flagOf(settings.get('allow_choice_duplicates')?.string.text ?? '') === true;
  const { lists, damaged: lost } = readLists(choices, choiceColumns, languages, repeats, report);
  for (const [name, plain] of onSurvey) settings.set(name, plain);
  const external = ownLists(table('external_choices'), languages, report);
  const osm = ownLists(table('osm'), languages, report);
  const entities = table('entities');
  const form: Form = {
    ...formFrame(source, settings, languages),
    items,
    entities: readRows(entities, columnsOf(entities, entitySpelling, report), true),
    sheets: otherSheets(source.file, others, report),
    layout: {
      headings: new Map([
        ['survey', headingsOf(columns)],
        ['choices', headingsOf(choiceColumns)],
        ['external_choices', external.headings],
      ]),
      lists: [...lists.keys()],
      ownLists: { external_choices: [...external.lists.values()], osm: [...osm.lists.values()] },
    },
  };
  return {
    ...dictionaryFrame(source, form, languages),
    damaged: damaged || lost || external.damaged || osm.damaged,
    codeLists: new Map([...external.lists, ...osm.lists, ...lists]),
  };
}

/** The headings as they are written again. */
function headingsOf(columns: Columns): readonly string[] {
  return [...columns.values()].map(({ name, language }) => (language === '' ? name : `${name}::${language}`));
}

/** The lists of a sheet that one of the old types reads. */
function ownLists(
  table: ReadTable,
  languages: Languages,
  report: Report,
): ReadLists & { readonly headings: readonly string[] } {
  const columns = columnsOf(table, choiceSpelling, report);
  return { ...readLists(table, columns, languages, true, report), headings: headingsOf(columns) };
}
