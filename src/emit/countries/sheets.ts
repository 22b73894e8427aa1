import type { TableColumn, TableRow, TableSheet } from '../../formats/xlsx-tables.ts';
import { SAME } from './cell.ts';
import type { RowGroup } from './core-rows.ts';
import type { Matrix, MatrixCountry } from './matrix.ts';
import type { Own } from './own.ts';

// https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
const LONGEST_CELL = 32_767;
/** Rows that are written in one go. */
const SOME = 500;

/** The matrix as a workbook: figures, then what the core has and what countries add, then every difference. */
export function matrixSheets(matrix: Matrix): readonly TableSheet[] {
  const { rows } = matrix;
  return [
    countrySheet(matrix),
    rowSheet('Questions', 'defined in', rows.questions, ['question', 'section'], matrix),
    rowSheet('Code lists', 'defined in', rows.lists, ['list'], matrix),
    rowSheet('Forms', '', rows.forms, ['form'], matrix),
    differenceSheet(matrix),
  ];
}

function countrySheet({ countries }: Matrix): TableSheet {
  const figures = [
    'forms',
    'asked of the core',
    'left out',
    'changed',
    'own questions',
    'codes added',
    'codes removed',
    'lists replaced',
    'waiting to be decided',
    'breaks of the contract',
  ];
  const columns = [
    { header: 'country', width: 10 },
    { header: 'title', width: 28 },
    { header: 'languages', width: 16 },
    ...figures.map((header) => ({ header, width: 12 })),
    { header: 'note', width: 40 },
  ];
  const rows = countries.map(({ id, title, languages, column }): TableRow => {
    const about = [id, title, languages.join(', ')];
    if (!column) return [...about, ...figures.map(() => ''), `cannot be read: lexiform check --country ${id}`];
    const { counts } = column;
    return [
      ...about,
      counts.forms,
      counts.asked,
      counts.leftOut,
      counts.changed,
      counts.own,
      counts.codesAdded,
      counts.codesRemoved,
      counts.listsReplaced,
      counts.waiting,
      counts.violations,
      '',
    ];
  });
  return { name: 'Countries', columns, frozenColumns: 1, rows: inPieces(rows) };
}

function rowSheet(
  name: string,
  holder: string,
  groups: readonly RowGroup[],
  kinds: readonly Own['kind'][],
  { countries }: Matrix,
): TableSheet {
  const columns: readonly TableColumn[] = [
    ...(holder === '' ? [] : [{ header: holder, width: 26 }]),
    { header: 'name', width: 26 },
    { header: 'label', width: 40 },
    { header: 'type', width: 22 },
    ...countries.map(({ id }) => ({ header: id, width: 22, usual: SAME.words })),
  ];
  const about = (title: string, row: Pick<Own, 'name' | 'label' | 'type'>): readonly string[] => [
    ...(holder === '' ? [] : [title]),
    row.name,
    row.label,
    row.type,
  ];
  const core = groups.flatMap(({ title, rows }) =>
    rows.map((row) => [...about(title, row), ...countries.map((country) => wordsIn(country, row.key))]),
  );
  const own = countries.flatMap(({ id, column }) =>
    (column?.own ?? [])
      .filter(({ kind }) => kinds.includes(kind))
      .map((each) => [
        ...about(`added by ${id}`, each),
        ...countries.map((country) => (country.id === id ? 'own' : '')),
      ]),
  );
  return { name, columns, frozenColumns: holder === '' ? 1 : 2, rows: inPieces([...core, ...own]) };
}

function wordsIn({ column }: MatrixCountry, key: string): string {
  return column ? (column.cells.get(key) ?? SAME).words : 'cannot be read';
}

const DIFFERENCE_COLUMNS: readonly TableColumn[] = [
  { header: 'country', width: 10 },
  { header: 'path', width: 46 },
  { header: 'difference', width: 12 },
  { header: 'facet', width: 20 },
  { header: 'language', width: 10 },
  { header: 'core', width: 50 },
  { header: 'country says', width: 50 },
  { header: 'place', width: 36 },
];

function differenceSheet({ countries }: Matrix): TableSheet {
  const rows = countries.flatMap(({ id, column }) =>
    (column?.differences ?? []).map((each): TableRow => {
      const { path, kind, facet, language, core, country, place } = each;
      return [id, path, kind, facet, language, core, country, place];
    }),
  );
  return { name: 'Differences', columns: DIFFERENCE_COLUMNS, frozenColumns: 2, rows: inPieces(rows) };
}

async function* inPieces(rows: readonly TableRow[]): AsyncIterable<readonly TableRow[]> {
  for (let at = 0; at < rows.length; at += SOME) yield rows.slice(at, at + SOME).map((row) => row.map(fitting));
}

function fitting(value: string | number): string | number {
  if (typeof value === 'number' || value.length <= LONGEST_CELL) return value;
  return `${value.slice(0, LONGEST_CELL - 1)}…`;
}
