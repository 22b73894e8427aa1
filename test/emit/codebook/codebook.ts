import { catalogueOf } from '../../../src/emit/codebook/catalogue.ts';
import { codebookFiles } from '../../../src/emit/codebook/codebook-files.ts';
import { completeness } from '../../../src/emit/codebook/languages.ts';
import { codebookPage } from '../../../src/emit/codebook/page.ts';
import type {
  Badge,
  CheckCard,
  CodebookPage,
  Fact,
  FactValue,
  FormEntry,
  FormRow,
  ListCard,
  VariableCard,
} from '../../../src/emit/codebook/page-data.ts';
import type { ShownText } from '../../../src/emit/codebook/reader.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import type { Delivery } from '../../../src/model/deliver/delivery.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import type { Profile } from '../../../src/vocabulary/profiles.ts';
import { type Files, nothing } from '../../support/tester.ts';
import { print, printLine } from '../logic/words.ts';

export const manifest = `
  lexiform: 1
  dictionary: test
  title: { en: Test dictionary, ar: قاموس تجريبي }
  version: 1.2.0
  languages:
    en: English
    ar: العربية
  default_language: en
  policy: { sensitivity: internal }
`;

export function dictionaryOf(files: Files | string, own = manifest): Dictionary {
  return nothing.with({ 'dictionary.yaml': own }).compile(files).dictionary;
}

export function deliveriesOf(dictionary: Dictionary, profile: Profile = 'kobo'): readonly Delivery[] {
  return [...dictionary.forms.values()].map((form) => deliver(dictionary, form, profile));
}

/** Everything of a page at once. */
type WholePage = Omit<CodebookPage, 'forms' | 'variables' | 'lists' | 'checks'> & {
  readonly forms: readonly (Omit<FormEntry, 'rows'> & { readonly rows: readonly FormRow[] })[];
  readonly variables: readonly VariableCard[];
  readonly lists: readonly ListCard[];
  readonly checks: readonly CheckCard[];
};

/** The data of a page. */
export function pageOf(dictionary: Dictionary, tag = 'en', profile: Profile = 'kobo'): WholePage {
  const catalogue = catalogueOf(deliveriesOf(dictionary, profile), dictionary);
  const page = codebookPage(catalogue, tag, completeness(catalogue));
  const forms = page.forms.map((form) => ({ ...form, rows: form.rows.map((row) => row()) }));
  return {
    ...page,
    forms,
    variables: page.variables.map((card) => card()),
    lists: page.lists.map((card) => card()),
    checks: page.checks.map((card) => card()),
  };
}

/** The built pages, by path. */
export function pagesOf(dictionary: Dictionary, profile: Profile = 'kobo'): ReadonlyMap<string, string> {
  const files = codebookFiles(deliveriesOf(dictionary, profile), dictionary);
  return new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

/** A page as text that a reviewer can read. */
export function printPage(page: WholePage): string {
  const languages = page.languages.map(({ name, href, present, missing }) => `${name} ${href} ${present} + ${missing}`);
  const filters = page.filters.map(
    ({ title, options }) => `${title}: ${options.map(({ label, token }) => `${label} (${token})`).join(', ')}`,
  );
  return [
    `# ${text(page.title)} (${page.lang}, ${page.dir}) ${page.version}`,
    ...languages,
    ...filters,
    ...page.forms.map((form) =>
      [`\n## ${text(form.title)} [${form.name}] ${form.count}`, ...form.rows.flatMap((row) => printRow(row, ''))].join(
        '\n',
      ),
    ),
    ...page.variables.map((card) => printVariable(card, page)),
    ...page.lists.map((list) => {
      const rows = [...list.codes, ...list.more].map(({ name, label, marks, cells, translations }) =>
        [
          '-',
          name,
          text(label),
          ...marks.map(badge),
          ...cells.map((cell) => `|${cell}`),
          ...translations.map(text),
        ].join(' '),
      );
      return [`\n### ${text(list.label)} [${list.name}] ${list.count}`, ...printFacts(list.facts, page), ...rows].join(
        '\n',
      );
    }),
    ...page.checks.map(({ label, name, badges, facts }) =>
      [`\n### ${text(label)} [${name}]`, ...badges.map(badge), ...printFacts(facts, page)].join('\n'),
    ),
    '',
  ].join('\n');
}

function printVariable(card: VariableCard, page: WholePage): string {
  const head = `\n### ${text(card.label)} [${card.name}] ${card.type} (${card.written})`;
  const uses = card.uses.flatMap(({ href, form, path, facts }) => [
    `used in ${[form, ...path].map((quote) => quote.text).join(' › ')} ${href}`,
    ...printFacts(facts, page).map((line) => `  ${line}`),
  ]);
  const others = card.translations.flatMap(({ name, texts }) =>
    texts.map(({ term, text: shown }) => `${name}: ${term}: ${text(shown)}`),
  );
  const tops = [...card.badges.map(badge), ...(card.hint ? [`hint ${text(card.hint)}`] : [])];
  return [head, ...tops, ...printFacts(card.facts, page), ...printFacts(card.about, page), ...uses, ...others].join(
    '\n',
  );
}

function printRow(row: FormRow, indent: string): string[] {
  const needed = row.needed ? '*' : '';
  const head = `${indent}- ${text(row.label)} [${row.name}]${needed} ${row.type} ${row.href}`.trimEnd();
  const facts = row.facts.map(
    ({ term, values }) => `${indent}    ${term}: ${values.map((value) => value.kind).join(', ')}`,
  );
  return [head, ...facts, ...row.rows.flatMap((inner) => printRow(inner, `${indent}  `))];
}

export function printFacts(facts: readonly Fact[], page: WholePage): string[] {
  return facts.map(({ term, values }) => `${term}: ${values.map((value) => printValue(value, page)).join('; ')}`);
}

function printValue(value: FactValue, page: WholePage): string {
  switch (value.kind) {
    case 'text':
      return text(value.text);
    case 'explained':
      return `${value.word}: ${value.help}`;
    case 'quote':
      return `“${value.quote.text}” ${value.quote.href}`;
    case 'sentence':
      return printLine(value.line);
    case 'logic':
      return [
        ...value.statements.map((statement) => print(statement, page.logic, '  ')),
        ...value.written.map((written) => `= ${written}`),
      ].join(' ');
    default:
      return value.text;
  }
}

function badge({ word, look }: Badge): string {
  return `<${word}: ${look}>`;
}

/** A text, with its language where it is not the page's, and a mark where it stands in for another. */
export function text(shown: ShownText | undefined): string {
  if (!shown) return '(no label)';
  const words = shown.parts.map(({ kind, text: part }) => (kind === 'name' ? `{${part}}` : part)).join('');
  return `${words}${shown.lang === '' ? '' : ` @${shown.lang}`}${shown.fallback ? ' (fallback)' : ''}`;
}
