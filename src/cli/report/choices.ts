import { suggest } from '../../core/suggest.ts';
import { didYouMean, listed, quote } from '../../diagnostics/quote.ts';
import { smallCellsOf } from '../../emit/report/empty-data.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type ByQuestion, findBy } from '../../report/by.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { UsageError } from '../host.ts';
import type { DataOptions } from '../open-data.ts';

/** What a report comes as. */
export const reportFormats = ['html', 'csv', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportOptions extends DataOptions {
  readonly profile?: Profile;
  readonly by: readonly string[];
  readonly language: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly smallCells?: number;
  readonly template?: string;
  readonly format: readonly ReportFormat[];
  readonly out: string;
}

/**
 * Under which number counts are hidden.
 * @throws UsageError where less would be hidden than the dictionary says
 */
export function limitOf({ smallCells }: ReportOptions, dictionary: Dictionary): number | undefined {
  const policy = smallCellsOf(dictionary);
  if (smallCells === undefined) return policy;
  if (smallCells >= (policy ?? 0)) return smallCells;
  const sentence = `The dictionary hides counts under ${policy}, and --small-cells ${smallCells} would show some of them.`;
  throw new UsageError(
    sentence,
    'Give a larger number. What the dictionary hides is said by small_cells in its policy.',
  );
}

/** @throws UsageError where a question makes no groups, or may not */
export function groupsOf(
  { by }: ReportOptions,
  delivery: Delivery,
  dictionary: Dictionary,
  limit: number | undefined,
): readonly ByQuestion[] {
  const found = by.map((name) => {
    const question = findBy(name, delivery, dictionary, limit);
    if ('message' in question) throw new UsageError(question.message, question.help);
    return question;
  });
  return found.filter(({ path }, index) => found.findIndex((each) => each.path === path) === index);
}

/**
 * The languages that a report is written in; an empty one where the form has no languages.
 * @throws UsageError where the form does not have a language
 */
export function languagesOf(
  { language, template }: ReportOptions,
  { languages, form }: Delivery,
  { defaultLanguage }: Dictionary,
): readonly string[] {
  const known = languages.map(({ tag }) => tag);
  const wanted = language.includes('all') ? known : [...new Set(language)];
  for (const tag of wanted) if (!known.includes(tag)) throw unknownLanguage(tag, known, form.name.string.text);
  if (template !== undefined && wanted.length > 1)
    throw new UsageError('A template is in one language.', 'Name one, by --language.');
  if (wanted.length > 0) return wanted;
  const usual = [languageOfTemplate(template), form.defaultLanguage, defaultLanguage, ...known];
  return [usual.find((tag) => tag !== undefined && known.includes(tag)) ?? ''];
}

/** Templates are built as `<form>.<language>.hbs`. */
function languageOfTemplate(template: string | undefined): string | undefined {
  return /\.([^./\\]+)\.hbs$/.exec(template ?? '')?.[1];
}

function unknownLanguage(tag: string, known: readonly string[], form: string): UsageError {
  const sentence = `Form ${quote(form)} has no language ${quote(tag)}.${didYouMean(suggest(tag, known))}`;
  const help = known.length === 0 ? 'Leave --language out.' : `It has ${listed(known, 'and')}; "all" stands for all.`;
  return new UsageError(sentence, help);
}
