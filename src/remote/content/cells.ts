import { compareText } from '../../core/location.ts';
import { flagOf } from '../../vocabulary/flags.ts';
import type { NormalRow } from './normal-form.ts';

/** Settings that KoboToolbox writes itself when it deploys, or keeps as the name of the project. */
const NOT_OF_THE_FORM: ReadonlySet<string> = new Set(['form_title', 'id_string', 'version']);
/** Old and new names of the calculate that KoboToolbox adds when it deploys. */
const VERSION_ROW = /^__?version__?(?:\d{3})?$/;
/** Sheets that KoboToolbox keeps the rows of, beside the three that every form has. */
export const keptSheets = ['entities', 'external_choices', 'osm'] as const;

/** A cell of a column that holds yes or no: no is the same as nothing. */
function flagCell(text: string): string {
  const flag = flagOf(text);
  return flag === undefined ? text : flag ? 'yes' : '';
}

/** The words of a cell for what it says, so that two ways to say it are the same. */
function sameWords(column: string, text: string): string {
  return column === 'required' || column === 'kobo--lock_all' ? flagCell(text) : text;
}

/** A row without its empty cells, and without what begins with `$`: that is random, or computed. */
export function rowOf(cells: Iterable<readonly [string, string]>): NormalRow {
  return new Map(
    [...cells]
      .filter(([column]) => !column.startsWith('$'))
      .map(([column, text]) => [column, sameWords(column, text)] as const)
      .filter(([, text]) => text !== ''),
  );
}

/** The rows that count: those with a type, without the one that KoboToolbox adds; it lets that one stand in the first row. */
export function surveyRows(rows: readonly NormalRow[]): readonly NormalRow[] {
  return rows.filter((row, index) => row.has('type') && (index === 0 || !VERSION_ROW.test(row.get('name') ?? '')));
}

/** List by list: which list comes first on the sheet changes nothing. */
export function choiceRows(rows: readonly NormalRow[]): readonly NormalRow[] {
  const listed = rows.filter((row) => row.has('list_name'));
  return listed.toSorted((one, other) => compareText(one.get('list_name') ?? '', other.get('list_name') ?? ''));
}

export function settingsRow(row: NormalRow): NormalRow {
  return new Map([...row].filter(([column]) => !NOT_OF_THE_FORM.has(column)));
}

/** A form whose texts all stand without a language has none. */
export function namedLanguages(languages: readonly string[]): readonly string[] {
  return languages.every((name) => name === '') ? [] : languages;
}
