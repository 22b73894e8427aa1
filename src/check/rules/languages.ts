import { UNDETERMINED } from '../../core/languages.ts';
import { fileOf, headingOf } from '../../core/location.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { listed } from '../../diagnostics/quote.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary, Language } from '../../model/dictionary.ts';
import { MULTIPLE, type Text, textIn } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { meaningTexts, textsOf } from '../../model/texts.ts';
import { gather } from '../../model/walk.ts';
import { surveyColumnNames, surveyColumns } from '../../vocabulary/columns.ts';

/** A text, the key that it stands under, and what it is a text of. */
export interface Shown {
  readonly key: string;
  readonly text: Text;
  readonly owner: string;
}

export function shownOf(item: Item): readonly Shown[] {
  const owner = (item.kind === 'question' ? item.variable : undefined) ?? item.name.string.text;
  return textsOf(item).map(([key, text]) => ({ key, text, owner }));
}

export function shownOfCodes({ codes }: CodeList): readonly Shown[] {
  return codes.flatMap(({ name, texts }) =>
    Object.entries(texts).map(([key, text]) => ({ key, text, owner: name.string.text })),
  );
}

/** Tags that the dictionary does not have, in the texts of lists, titles and checks. */
export function checkTags(dictionary: Dictionary, report: Report): void {
  const lists = [...dictionary.codeLists.values()];
  const texts = [
    ...lists.flatMap((list) => [list.label, list.definition, ...shownOfCodes(list).map(({ text }) => text)]),
    ...[...dictionary.forms.values()].map(({ title }) => title),
    ...[...dictionary.checks.values()].flatMap(({ label, definition, message }) => [label, definition, message]),
    dictionary.title,
  ];
  const known = tagsOf(dictionary);
  for (const text of texts) checkTagsOf(text, known, report);
}

export function tagsOf({ languages }: Dictionary): readonly string[] {
  return languages.map(({ tag }) => tag);
}

/** Tags that are not among the known ones, in the texts of an item. */
export function checkItemTags(item: Item, known: readonly string[], report: Report): void {
  for (const [, text] of textsOf(item)) checkTagsOf(text, known, report);
  if (item.kind === 'question') for (const text of meaningTexts(item.meaning)) checkTagsOf(text, known, report);
}

function checkTagsOf(text: Text | undefined, known: readonly string[], report: Report): void {
  text?.byLanguage.forEach(({ origin }, tag) => {
    if (tag === '' || tag === MULTIPLE || known.includes(tag)) return;
    report('unknown-language', origin.location, { tag, suggestion: suggest(tag, known), known: known.join(', ') });
  });
}

/** Two languages of one form that have one header would be one column. */
export function checkHeaders({ languages }: Delivery, report: Report): void {
  const seen = new Map<string, Language>();
  for (const language of languages) {
    const earlier = seen.get(language.header);
    if (earlier)
      report(
        'same-in-workbook',
        language.origin.location,
        { name: language.header === '' ? 'label' : `label::${language.header}`, what: 'languages' },
        { related: [{ message: 'first here', location: earlier.origin.location }] },
      );
    else seen.set(language.header, language);
  }
}

/** The languages in which people expect every text; a plain column of a workbook is in none. */
export function languagesOf(form: Form, dictionary: Dictionary): readonly Language[] {
  return dictionary.languages.filter(({ tag }) => form.languages.includes(tag) && tag !== UNDETERMINED);
}

/** The languages in which the texts of a form are expected. */
export interface Wanted {
  readonly languages: readonly Language[];
  /** The columns of which it has been told that they lack a language as a whole. */
  readonly told: Untranslated;
  /** In a country, the languages in which the texts outside of its folder are expected one by one. */
  readonly outside?: { readonly folder: string; readonly languages: readonly Language[] };
}

/** Texts of an item that people would see in another language than theirs. */
export function checkItemTranslations(item: Item, wanted: Wanted, report: Report): void {
  for (const shown of shownOf(item)) reportMissing(shown, wanted, report);
}

export function checkCodeTranslations(lists: readonly CodeList[], wanted: Wanted, report: Report): void {
  for (const shown of lists.flatMap(shownOfCodes)) reportMissing(shown, wanted, report);
}

/** Columns without any text in a language, such as `label fr`, of which no row is told again. */
export type Untranslated = readonly string[];
const NONE: Untranslated = [];
const itemTexts = gather((item) => shownOf(item));

/** Tells of each column of a workbook that lacks a language as a whole, where a finding a row would say less. */
export function checkItemColumns(form: Form, languages: readonly Language[], report: Report): Untranslated {
  return form.origin.location.kind === 'cell'
    ? untranslated('survey', itemTexts(form.items), languages, form, report)
    : NONE;
}

export function checkCodeColumns(
  form: Form,
  lists: readonly CodeList[],
  languages: readonly Language[],
  report: Report,
): Untranslated {
  if (form.origin.location.kind !== 'cell') return NONE;
  return untranslated('choices', lists.flatMap(shownOfCodes), languages, form, report);
}

const MEDIA: ReadonlySet<string> = new Set(surveyColumnNames.filter((name) => surveyColumns[name].kind === 'media'));

/** pyxform shows a text of a plain column alone to everybody, but for media, whatever languages other columns have. */
function isForEverybody({ byLanguage }: Text, languages: readonly Language[]): boolean {
  const plain = languages.find(({ header }) => header === '')?.tag ?? UNDETERMINED;
  return byLanguage.size === 1 && byLanguage.has(plain);
}

function untranslated(
  sheet: string,
  shown: readonly Shown[],
  languages: readonly Language[],
  { layout }: Form,
  report: Report,
): Untranslated {
  const headings = layout?.headings.get(sheet) ?? [];
  const columns = new Map<string, Text[]>();
  for (const { key, text } of shown) {
    const others = columns.get(key);
    if (others) others.push(text);
    else columns.set(key, [text]);
  }
  const found: string[] = [];
  for (const [column, [first, ...others]] of columns) {
    if (!first) continue;
    const texts = [first, ...others];
    const isPlain = !MEDIA.has(column) && texts.every((text) => isForEverybody(text, languages));
    if (isPlain) found.push(...languages.map(({ tag }) => `${column} ${tag}`));
    if (isPlain || others.length === 0) continue;
    for (const { tag, name, header } of languages) {
      if (texts.some((text) => textIn(text, tag))) continue;
      const empty = headings.includes(`${column}::${header}`);
      report('untranslated-column', headingOf(first.origin.location), { column, sheet, language: name, header, empty });
      found.push(`${column} ${tag}`);
    }
  }
  return found;
}

function reportMissing({ key, text, owner }: Shown, { languages: all, told, outside }: Wanted, report: Report): void {
  const isOutside = outside && !fileOf(text.origin.location).startsWith(outside.folder);
  const languages = isOutside ? outside.languages : all;
  const missing = languages.filter(({ tag }) => textIn(text, tag) === undefined && !told.includes(`${key} ${tag}`));
  if (missing.length === 0) return;
  report('missing-translation', text.origin.location, {
    missing: key.replaceAll('_', ' '),
    name: owner,
    languages: listed(
      missing.map(({ name }) => name),
      'and',
    ),
  });
}
