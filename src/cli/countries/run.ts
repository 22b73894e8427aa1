import path from 'node:path';
import { checkContract } from '../../check/check-contract.ts';
import { suppress } from '../../diagnostics/suppression.ts';
import { countryRules } from '../../diagnostics/rules/countries.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { CountrySource } from '../../dictionary/compiled.ts';
import { countryMatrix, type FoundCountry, type Matrix } from '../../emit/countries/matrix.ts';
import { matrixPage } from '../../emit/countries/matrix-page.ts';
import { matrixSheets } from '../../emit/countries/sheets.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import { writeTables } from '../../formats/xlsx-tables.ts';
import { countriesJson } from '../../printers/countries/json.ts';
import { countryTable } from '../../printers/countries/country-table.ts';
import { styleFor } from '../../printers/style.ts';
import { EXIT, type ExitCode, type Host, UsageError } from '../host.ts';
import { createProgress, type Progress } from '../progress.ts';
import { findDictionary, isWorkbook, openSource } from '../source.ts';
import type { CountriesOptions } from './options.ts';
import { type Layered, layered } from './project.ts';
import { since } from './since.ts';

/** How each country differs from the core, or what a change of the core does to countries. */
export async function countries(source: string | undefined, options: CountriesOptions, host: Host): Promise<ExitCode> {
  const folder = findDictionary(source, host.cwd);
  if (isWorkbook(folder)) throw new UsageError('A workbook has no countries.', 'Name the folder of a dictionary.');
  if (options.since !== undefined) return since(folder, options.since, options, host);
  const writers = options.out.map((file) => ({ file, write: writerOf(file) }));
  const project = layered(openSource(folder, host.cwd), source ?? folder, options.country);
  const progress = createProgress(host);
  const matrix = countryMatrix(project.core, foundIn(project, progress));
  progress.end();
  for (const { file, write } of writers) {
    const bytes = await write(matrix);
    const outcome = await writeFileAside(path.resolve(host.cwd, file), bytes);
    host.err(outcome === 'written' ? `written  ${file}\n` : `${file} is up to date.\n`);
  }
  if (options.format === 'json') host.out(countriesJson(matrix));
  else if (options.format === 'table' || writers.length === 0)
    host.out(countryTable(matrix, styleFor(host.color && options.color)));
  return tellUnreadable(matrix, host);
}

type Writer = (matrix: Matrix) => Promise<Uint8Array>;

const writersByEnding: Readonly<Record<string, Writer>> = {
  '.html': (matrix) => Promise.resolve(new TextEncoder().encode(matrixPage(matrix))),
  '.xlsx': (matrix) => writeTables(matrixSheets(matrix)),
};

function writerOf(file: string): Writer {
  const writer = writersByEnding[path.extname(file).toLowerCase()];
  if (writer) return writer;
  throw new UsageError(
    `The matrix is not written as ${quote(path.basename(file))}.`,
    'Write a page or a workbook: --out countries.html or --out countries.xlsx',
  );
}

/** One after the other, so that only one is in memory. */
function* foundIn({ compiled, countries: sources }: Layered, progress: Progress): Iterable<FoundCountry> {
  for (const [at, country] of sources.entries()) {
    progress.show(`comparing ${at + 1} of ${sources.length} countries: ${country.id}`);
    yield found(country, compiled.comments);
  }
}

function found({ id, compile }: CountrySource, comments: Parameters<typeof suppress>[1]): FoundCountry {
  const { dictionary, comments: own } = compile();
  if (!dictionary) return { id, dictionary, violations: 0 };
  const told = suppress(checkContract(dictionary), [...comments, ...own]);
  const isViolation = ({ rule, severity }: (typeof told)[number]): boolean =>
    severity !== 'info' && rule !== 'unknown-lock-word' && Object.hasOwn(countryRules, rule);
  return { id, dictionary, violations: told.filter(isViolation).length };
}

function tellUnreadable({ countries: all }: Matrix, host: Host): ExitCode {
  const unreadable = all.filter(({ column }) => !column);
  for (const { id } of unreadable) host.err(`${id} cannot be read: lexiform check --country ${id} tells why.\n`);
  return unreadable.length > 0 ? EXIT.findings : EXIT.clean;
}
