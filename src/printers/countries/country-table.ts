import type { Matrix, MatrixCountry } from '../../emit/countries/matrix.ts';
import type { Style } from '../style.ts';
import { grid, type GridColumn, numberColumn, textColumn } from './grid.ts';

type Key = keyof NonNullable<MatrixCountry['column']>['counts'];

const columns: readonly GridColumn<MatrixCountry>[] = [
  textColumn('country', ({ id }) => id),
  textColumn('title', ({ title }) => title),
  textColumn('languages', ({ languages }) => languages.join(', ')),
  figure('', 'forms', 'forms'),
  figure('questions', 'asked', 'asked'),
  figure('', 'left out', 'leftOut'),
  figure('', 'changed', 'changed'),
  figure('', 'own', 'own'),
  figure('codes', '+', 'codesAdded'),
  figure('', '−', 'codesRemoved'),
  figure('lists', 'replaced', 'listsReplaced'),
  figure('waiting', 'to decide', 'waiting'),
  figure('breaks the', 'contract', 'violations'),
];

function figure(above: string, heading: string, key: Key): GridColumn<MatrixCountry> {
  return numberColumn(above, heading, ({ column }) => column?.counts[key]);
}

/** A row a country, for people. */
export function countryTable({ countries }: Matrix, style: Style): string {
  return grid(columns, countries, style);
}
