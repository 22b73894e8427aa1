import type { Later } from '../../formats/page-template.ts';
import { type Detail, SAME } from './cell.ts';
import type { Counts } from './counts.ts';
import type { CoreRow, RowGroup } from './core-rows.ts';
import type { Matrix, MatrixCountry } from './matrix.ts';
import type { Own } from './own.ts';

/** A cell of the matrix, with its classes: none where all is the same. */
export interface PageCell {
  readonly id: string;
  readonly look: string;
  readonly words: string;
  readonly details: readonly Detail[];
}

export interface PageRow extends Pick<CoreRow, 'name' | 'label' | 'type'> {
  readonly cells: readonly PageCell[];
}

export interface PageTable {
  readonly id: string;
  readonly title: string;
  /** What its rows are. */
  readonly noun: string;
  readonly count: number;
  readonly groups: readonly { readonly title: string; readonly rows: readonly Later<PageRow>[] }[];
}

export interface PageCountry {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly languages: string;
  readonly counts: Counts | undefined;
}

/** Everything that the page shows. */
export interface MatrixPage {
  readonly heading: string;
  readonly name: string;
  readonly version: string;
  readonly countries: readonly PageCountry[];
  readonly tables: readonly PageTable[];
  readonly own: readonly (Omit<Own, 'forms' | 'kind'> & {
    readonly id: string;
    readonly kind: string;
    readonly forms: string;
  })[];
  readonly columns: number;
}

const OWN_KINDS = { question: 'question', section: 'group', list: 'code list', form: 'form' } as const;

export function pageOf(matrix: Matrix): MatrixPage {
  const { name, title, version, countries, rows } = matrix;
  const table = (id: string, heading: string, noun: string, groups: readonly RowGroup[]): PageTable => ({
    id,
    title: heading,
    noun,
    count: groups.reduce((sum, group) => sum + group.rows.length, 0),
    groups: groups.map((group) => ({
      title: group.title,
      rows: group.rows.map((row) => () => pageRow(row, countries)),
    })),
  });
  return {
    heading: title === '' ? name : title,
    name,
    version,
    countries: countries.map(({ id, title: shown, languages, column }) => ({
      id,
      title: shown,
      href: `#country=${encodeURIComponent(id)}`,
      languages: languages.join(', '),
      counts: column?.counts,
    })),
    tables: [
      table('questions', 'Questions', 'question', rows.questions),
      table('lists', 'Code lists', 'list', rows.lists),
      table('forms', 'Forms', 'form', rows.forms),
    ],
    own: countries.flatMap(({ id, column }) =>
      (column?.own ?? []).map((own) => ({ ...own, id, kind: OWN_KINDS[own.kind], forms: own.forms.join(', ') })),
    ),
    columns: countries.length + 1,
  };
}

function pageRow({ key, name, label, type }: CoreRow, countries: readonly MatrixCountry[]): PageRow {
  return { name, label, type, cells: countries.map((country) => pageCell(key, country)) };
}

function pageCell(key: string, { id, column }: MatrixCountry): PageCell {
  if (!column) return { id, look: 'unknown', words: 'cannot be read', details: [] };
  const { states, words, details } = column.cells.get(key) ?? SAME;
  return { id, look: states.join(' '), words, details };
}
