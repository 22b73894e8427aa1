import { compileProject } from '../../../src/dictionary/compile.ts';
import type { Cell } from '../../../src/emit/countries/cell.ts';
import { countryMatrix, type FoundCountry, type Matrix } from '../../../src/emit/countries/matrix.ts';
import { memoryTree } from '../../../src/source/files.ts';
import { present } from '../../support/tester.ts';

/** The matrix of a project whose countries break nothing. */
export function matrixOf(files: Readonly<Record<string, string>>): Matrix {
  const { dictionary, countries } = compileProject(memoryTree(files));
  const found = countries.map(({ id, compile }): FoundCountry => ({
    id,
    dictionary: compile().dictionary,
    violations: 0,
  }));
  return countryMatrix(present(dictionary, 'dictionary'), found);
}

/** What the matrix says of a thing in a country. */
export function cellAt(matrix: Matrix, key: string, id: string): Cell | undefined {
  return matrix.countries.find((country) => country.id === id)?.column?.cells.get(key);
}

/** A matrix as text that a reviewer can read. */
export function printMatrix({ name, title, version, rows, countries }: Matrix): string {
  const lines = [`# ${title} (${name} ${version})`];
  for (const [section, groups] of [
    ['questions', rows.questions] as const,
    ['lists', rows.lists] as const,
    ['forms', rows.forms] as const,
  ]) {
    lines.push('', `## ${section}`);
    for (const { title: heading, rows: some } of groups) {
      if (heading !== '') lines.push('', `### ${heading}`);
      for (const row of some) {
        lines.push(`${row.name} | ${row.label} | ${row.type} | ${row.forms.join(', ')}`);
        for (const { id, column } of countries) {
          const cell = column?.cells.get(row.key);
          if (cell) lines.push(...printCell(id, cell));
        }
      }
    }
  }
  for (const { id, title: shown, languages, column } of countries) {
    lines.push('', `## ${id} ${shown} (${languages.join(', ')})`, JSON.stringify(column?.counts));
    for (const own of column?.own ?? [])
      lines.push(`own ${own.kind} ${own.name} | ${own.label} | ${own.type} | ${own.forms.join(', ')} | ${own.place}`);
    for (const { path, kind, facet, language, core, country, place } of column?.differences ?? [])
      lines.push(`${path} | ${kind} | ${facet} | ${language} | ${core} | ${country} | ${place}`);
  }
  return `${lines.join('\n')}\n`;
}

function printCell(id: string, { states, words, details }: Cell): readonly string[] {
  const versions = details.map(
    ({ what, where, core, country, place }) =>
      `      ${what}${where === '' ? '' : ` in ${where}`}: ${core} → ${country}  (${place})`,
  );
  return [`   ${id}: [${states.join(' ')}] ${words}`, ...versions];
}
