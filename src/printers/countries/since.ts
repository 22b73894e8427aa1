import { plural } from '../../core/counts.ts';
import { jsonText } from '../../core/json-text.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Touched } from '../../diff/touched.ts';
import type { Unreached } from '../../diff/unreached.ts';
import { jsonFinding, jsonLocation } from '../json.ts';
import { placeBeside, versionLines } from '../rebase.ts';
import { sentence } from '../safe-text.ts';
import type { Style } from '../style.ts';
import { grid, type GridColumn, numberColumn, textColumn } from './grid.ts';

/** What a change of the core does to one country. */
export interface CountryTouch {
  readonly id: string;
  readonly title: string;
  /** Nothing where the country cannot be built over one of both cores. */
  readonly touched: Touched | undefined;
  readonly unreached: readonly Unreached[];
  /** What check finds over the core as it is, and not over the one before. */
  readonly broken: readonly Diagnostic[];
}

/** Names that are told of each kind. */
const FEW = 12;

const columns: readonly GridColumn<CountryTouch>[] = [
  textColumn('country', ({ id }) => id),
  textColumn('title', ({ title }) => title),
  numberColumn('touched', 'forms', ({ touched }) => touched?.forms.length),
  numberColumn('', 'questions', ({ touched }) => touched?.questions.length),
  numberColumn('', 'lists', ({ touched }) => touched?.lists.length),
  numberColumn('', 'codes', ({ touched }) => touched?.codes.length),
  numberColumn('not', 'reached', ({ unreached }) => unreached.length),
  numberColumn('breaks:', 'errors', ({ broken }) => countOf(broken, 'error')),
  numberColumn('', 'warnings', ({ broken }) => countOf(broken, 'warning')),
];

function countOf(broken: readonly Diagnostic[], wanted: Diagnostic['severity']): number {
  return broken.filter(({ severity }) => severity === wanted).length;
}

/** How findings are printed: a text that is empty, or ends with a line end. */
export type PrintFindings = (diagnostics: readonly Diagnostic[]) => string;

/** A row a country, then each with what it is about. */
export function sinceText(touches: readonly CountryTouch[], style: Style, printFindings: PrintFindings): string {
  const about = touches.flatMap((touch) => aboutOne(touch, style, printFindings));
  return [grid(columns, touches, style), ...about, summary(touches)].join('\n');
}

function aboutOne(
  { id, touched, unreached, broken }: CountryTouch,
  style: Style,
  printFindings: PrintFindings,
): readonly string[] {
  const names = touched ? kinds.flatMap((kind) => namesLine(kind, touched[kind])) : [];
  const versions = unreached.flatMap(({ path, was, core, country, difference }) => [
    `  not reached  ${sentence(path)}${style.faint(placeBeside(difference))}`,
    ...versionLines(was, core, id, country),
  ]);
  if (names.length + versions.length + broken.length === 0) return [];
  const lines = [style.strong(sentence(id)), ...names, ...versions].map((line) => `${line}\n`);
  return [lines.join('') + (broken.length > 0 ? `\n${printFindings(broken)}` : '')];
}

const kinds = ['forms', 'questions', 'lists', 'codes'] as const;

function namesLine(kind: (typeof kinds)[number], names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > FEW ? ` and ${names.length - FEW} more` : '';
  return [`  ${kind.padEnd(11)}  ${sentence(names.slice(0, FEW).join(', '))}${more}`];
}

function summary(touches: readonly CountryTouch[]): string {
  const count = (is: (touch: CountryTouch) => boolean): number => touches.filter(is).length;
  const touched = count((each) => !each.touched || each.touched.forms.length + each.touched.lists.length > 0);
  const broken = count((each) => countOf(each.broken, 'error') > 0);
  const warned = count((each) => countOf(each.broken, 'error') === 0 && each.broken.length > 0);
  const more = warned > 0 ? `, and gives warnings in ${warned} more` : '';
  return `The change of the core touches ${touched} of ${plural(touches.length, 'country', 'countries')}, breaks ${broken}${more}.\n`;
}

/** The same for machines, with all names and findings. */
export function sinceJson(touches: readonly CountryTouch[]): string {
  const countries = touches.map(({ id, title, touched, unreached, broken }) => ({
    id,
    title,
    touched: touched ?? null,
    unreached: unreached.map(({ path, was, core, country, difference: { after } }) => {
      return { path, was, core, country, location: after ? jsonLocation(after.origin.location) : null };
    }),
    breaks: broken.map(jsonFinding),
  }));
  return jsonText({ version: 1, countries });
}
