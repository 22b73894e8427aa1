import { suggest } from '../../core/suggest.ts';
import { compileTemplate, syntaxProblem, type TemplateKit } from '../../formats/handlebars.ts';
import type { Figure, ReportData } from './report-data.ts';
import { countText, type Page, pageOf } from './page.ts';
import { type FigureView, figureView, type IndicatorView, indicatorView } from './views.ts';

export interface Rendered {
  /** A whole page; nothing where the template cannot be used at all. */
  readonly html: string | undefined;
  /** What is wrong with the template, in sentences. Where there is a page, it says so at the place too. */
  readonly problems: readonly string[];
}

/**
 * Fills a report template. `parts` are the other files of its folder, by path: the partials and the style, as built or as
 * somebody changed them.
 */
export function renderReport(template: string, parts: ReadonlyMap<string, string>, data: ReportData): Rendered {
  const partials = partialsOf(parts);
  const unreadable = [
    ['The template', template] as const,
    ...[...partials].map(([name, text]) => [`The partial "${name}"`, text] as const),
  ].flatMap(([what, text]) => {
    const problem = syntaxProblem(text);
    return problem === undefined ? [] : [`${what} cannot be read. ${problem}`];
  });
  if (unreadable.length > 0) return { html: undefined, problems: unreadable };
  const problems = new Set<string>();
  const page = pageOf(data);
  const helpers = helpersFor(data, page, parts, (problem) => problems.add(problem));
  try {
    const html = compileTemplate(template, { partials, helpers })(rootOf(data, page));
    return { html, problems: [...problems] };
  } catch (error) {
    // Handlebars throws for names and partials that are not there, which only the author of the template can mend.
    if (!(error instanceof Error)) throw error;
    return { html: undefined, problems: [...problems, inWords(error.message, partials)] };
  }
}

const PARTIAL = /^partials\/(.+)\.hbs$/;

function partialsOf(parts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...parts].flatMap(([path, text]) => {
      const name = PARTIAL.exec(path)?.[1];
      return name === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** What a template can name outside of figures. */
function rootOf(data: ReportData, page: Page): object {
  const { words } = page;
  return { words, records: countText(data.records, page), period: periodText(data, page), notes: notesOn(data, page) };
}

function periodText({ period }: ReportData, { words }: Page): string {
  if (!period) return words.noRecords;
  return period.from === period.to ? period.from : `${period.from} – ${period.to}`;
}

/** How to read the numbers, as far as it matters for these. */
function notesOn({ figures, crossed, smallCells }: ReportData, page: Page): readonly string[] {
  const { words } = page;
  const hides = smallCells !== undefined && smallCells > 1;
  const withholds = [...figures.values()].some((figure) => figure.kind === 'summary' && figure.extremes === 'withheld');
  const near = [...figures.values()].some((figure) => figure.kind === 'summary' && figure.values?.exact === false);
  return [
    words.sharesNote,
    ...(crossed.size > 0 ? [words.groupsNote] : []),
    ...(near ? [words.nearMedianNote] : []),
    ...(hides ? [filled(words.smallCellsNote, { limit: countText(smallCells, page) })] : []),
    ...(withholds ? [words.extremesWithheld] : []),
  ];
}

function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function helpersFor(
  data: ReportData,
  page: Page,
  parts: ReadonlyMap<string, string>,
  complain: (problem: string) => void,
): TemplateKit['helpers'] {
  const look = <Value>(map: ReadonlyMap<string, Value>, name: unknown, what: string): Value | undefined => {
    const found = typeof name === 'string' ? map.get(name) : undefined;
    if (found === undefined) complain(absent(what, name, [...map.keys()]));
    return found;
  };
  return {
    figure: (kind: Figure['kind'], of: unknown, options: Options): FigureView | undefined => {
      const found = data.figures.get(String(of));
      if (found?.kind === kind)
        return figureView(found, data.crossed.get(String(of)), page, wholeNumber(options.hash['top']));
      look(new Map([...data.figures].filter(([, figure]) => figure.kind === kind)), of, kind);
      return undefined;
    },
    entries: (of: unknown): string | undefined => {
      const entries = look(data.entries, of, 'entries');
      if (entries === undefined) return undefined;
      return filled(page.words.entries, { entries: countText(entries, page), records: countText(data.records, page) });
    },
    // An indicator without a value is no mistake: the data may be of another time than the template.
    indicator: (name: unknown): IndicatorView | undefined => {
      const found = data.indicators.get(String(name));
      return found && indicatorView(found, page);
    },
    // Goes into a page without being escaped, so nothing in it may end the style.
    stylesheet: (file: unknown): string => (look(parts, file, 'stylesheet') ?? '').replaceAll('</', String.raw`<\/`),
  };
}

/** What Handlebars hands to a helper beside its arguments. */
interface Options {
  readonly hash: Readonly<Record<string, unknown>>;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}

function absent(what: string, name: unknown, known: readonly string[]): string {
  if (typeof name !== 'string') return `The template asks for ${what} without saying of what: write of="…".`;
  const near = suggest(name, known);
  return `The template asks for ${what} "${name}", which the data does not have.${near === undefined ? '' : ` Did you mean "${near}"?`}`;
}

const UNKNOWN_NAME = /^"(.+)" not defined in .* - (\d+):\d+$/s;
const UNKNOWN_PARTIAL = /^The partial (.+) could not be found$/s;

function inWords(message: string, partials: ReadonlyMap<string, string>): string {
  const [, name, line] = UNKNOWN_NAME.exec(message) ?? [];
  if (name !== undefined) return `The template names "${name}" on line ${line ?? ''}, which the data does not have.`;
  const [, partial] = UNKNOWN_PARTIAL.exec(message) ?? [];
  if (partial === undefined) return `The template cannot be used. ${message}.`;
  const near = suggest(partial, partials.keys());
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `The template uses {{> ${partial}}}, and there is no partials/${partial}.hbs.${hint}`;
}
