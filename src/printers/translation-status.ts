import type { Counts, LanguageStatus } from '../translate/status.ts';
import { jsonText } from '../core/json-text.ts';
import { isolate } from './direction.ts';
import { escapeMarkdown } from './markdown-text.ts';
import { displayWidth } from './width.ts';

type Line = readonly [name: string, ...numbers: string[]];

const HEADINGS: Line = ['', 'up to date', 'texts', 'stale', 'missing', 'as source'];

/** A table for people, a line for each language and form. */
export function statusTable(languages: readonly LanguageStatus[]): string {
  const lines = [HEADINGS, ...languages.flatMap((language) => linesOf(language, '  '))];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => padded(cell, column, widths))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function padded(cell: string, column: number, widths: readonly number[]): string {
  const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell)));
  return column === 0 ? cell + blanks : blanks + cell;
}

function linesOf(language: LanguageStatus, inset: string): readonly Line[] {
  return [
    // Set apart, so that the numbers behind it keep their order.
    [`${language.language}  ${isolate(language.name)}`, ...numbersOf(language)],
    ...language.forms.map((form): Line => [inset + form.form, ...numbersOf(form)]),
  ];
}

function numbersOf({ percent, total, stale, missing, sameAsSource }: Counts): string[] {
  return [`${percent.toFixed(1)}%`, ...[total, stale, missing, sameAsSource].map(String)];
}

/** The same for a web page or a message. */
export function statusMarkdown(languages: readonly LanguageStatus[]): string {
  const rows = [
    ['language', ...HEADINGS.slice(1)],
    ['---', ...HEADINGS.slice(1).map(() => '---:')],
    ...languages.flatMap((language) => linesOf(language, '– ')),
  ];
  return rows
    .map((row) => `| ${row.map((cell) => (/^-+:?$/.test(cell) ? cell : escapeMarkdown(cell))).join(' | ')} |\n`)
    .join('');
}

/** The same for programs. */
export function statusJson(languages: readonly LanguageStatus[], source: string): string {
  return jsonText({ version: 1, source, country: null, languages });
}

/** What has less than a percentage, in the order of languages and forms. */
export function under(languages: readonly LanguageStatus[], limit: number): readonly string[] {
  return languages.flatMap(({ language, percent, forms }) => [
    ...(percent < limit ? [`${language} has ${percent}%`] : []),
    ...forms.filter((form) => form.percent < limit).map((form) => `${language} has ${form.percent}% of ${form.form}`),
  ]);
}
