import type { Location } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { CodeList } from '../../../model/code-list.ts';
import { baseName } from '../../../model/deliver/instances.ts';
import type { Delivery } from '../../../model/deliver/delivery.ts';
import { listColumns, searches } from '../../../model/deliver/list-uses.ts';
import type { Question } from '../../../model/item.ts';
import { listOf } from '../../../model/type-use.ts';
import { gatherWith } from '../../../model/traits.ts';
import { gather, questionsOf, type Visit } from '../../../model/walk.ts';
import { locate, placeOf } from '../../../source/source-string.ts';
import { listFileEndings } from '../../../vocabulary/reserved.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';
import { type FormView, type ItemRule, refusedBy } from '../../rule-set.ts';
import { hasText } from './shown.ts';

/** Lists that questions show, as they stand on sheets; a CSV file gets the code itself where a label is missing. */
export function checkCodeLabels({ form, deliveries, lists, profiles }: FormView, report: Report): void {
  const shown = new Set(listsShown(form.items));
  const onSheets = new Set(
    deliveries.flatMap(({ inline, ownSheets }) => [...inline, ...ownSheets.external_choices].map(({ name }) => name)),
  );
  const inPlainColumns = new Set(
    deliveries.flatMap(({ languages, inline }) => (languages.length === 0 ? inline.map(({ name }) => name) : [])),
  );
  for (const list of lists) {
    if (!shown.has(list.name) || !onSheets.has(list.name) || list.damaged) continue;
    // A code without a name is told for that.
    const codes = list.codes.filter(({ name }) => name.string.text !== '');
    const silent = codes.filter(({ texts }) => !Object.values(texts).some(hasText));
    if (silent.length > 0 && silent.length === codes.length)
      report(
        'code-without-label',
        list.origin.location,
        { code: '', list: list.name, none: true },
        { severity: refusedBy('odk', profiles) ?? 'warning' },
      );
    else
      for (const code of silent) {
        const { string, origin } = code.name;
        const severity = inPlainColumns.has(list.name) && code === codes[0] && isPlain(list) ? 'error' : 'warning';
        report(
          'code-without-label',
          origin.location,
          { code: string.text, list: list.name, none: false },
          { severity },
        );
      }
  }
}

/** Labels in one plain column stand beside their codes, where ODK Validate looks at the first (javarosa, itemsets). */
function isPlain({ codes }: CodeList): boolean {
  const texts = codes.flatMap((code) => Object.entries(code.texts));
  return texts.every(
    ([column, { byLanguage }]) =>
      column === 'label' && [...byLanguage.values()].every(({ parsed }) => parsed.references.length === 0),
  );
}

const listsShown = gather((item) => {
  const named = listColumns.flatMap((column) => item.facets[column] ?? []);
  const own = item.kind === 'section' ? item.list : listOf(item.type);
  return [...named, ...(own ? [own] : [])].map(({ string }) => string.text);
});

const withOrOther = gatherWith('or_other', (item) =>
  item.kind === 'question' && item.type.orOther && !hasPlaceholder(item.type.string.text) ? [item] : [],
);

/** or_other needs a list to add a code to, and pyxform no filter that would hide it. */
export function checkOrOther({ deliveries, form }: FormView, report: Report): void {
  const asWritten = deliveries.find(({ profile }) => profile === 'xlsform');
  const filtered = new Set(asWritten ? filteredNames(asWritten) : []);
  for (const item of withOrOther(form.items)) {
    const name = quote(item.name.string.text);
    const found = otherProblem(item, filtered.has(item.name.string.text));
    const severity = asWritten || found?.certain ? 'error' : 'warning';
    const at = placeOfOther(item);
    if (found) report('or-other', at, { problem: `${name} ${found.problem}`, help: found.help }, { severity });
    else if (asWritten && form.languages.length > 1) reportEnglish(name, at, report);
  }
}

function filteredNames({ form }: Delivery): readonly string[] {
  return questionsOf(form.items).flatMap(({ item }) => (item.facets.choice_filter ? [item.name.string.text] : []));
}

function specify({ kind }: Location): string {
  return kind === 'cell'
    ? 'Delete or_other, add a choice other to the list, and ask in a text question which one it is.'
    : 'Delete or_other, mark a code with special: other, and write specify: with the name of a text question.';
}

function reportEnglish(name: string, at: Location, report: Report): void {
  const problem = `In every language the answer that or_other adds to ${name} is the English word Other.`;
  report('or-other', at, { problem, help: specify(at) }, { severity: 'warning' });
}

function otherProblem(
  { type, meaning }: Question,
  isNarrowed: boolean,
): { readonly problem: string; readonly help: string; readonly certain?: true } | undefined {
  const takes = questionTypes.get(type.word)?.takes;
  if (meaning.specify)
    return {
      problem: 'has both or_other and specify:, so two text questions would follow.',
      help: 'Delete or_other.',
      certain: true,
    };
  if (takes === 'file')
    return {
      problem: 'has or_other, but its answers come from a file, to which no answer can be added.',
      help: 'Delete or_other, add a row for "other" to the file, and write the text question yourself.',
    };
  if (takes === 'list' && type.argument && !listOf(type))
    return { problem: 'has or_other, but its answers are those to another question.', help: 'Delete or_other.' };
  return isNarrowed
    ? {
        problem: 'has both or_other and a choice filter, which would hide the answer that is added.',
        help: specify(type.origin.location),
      }
    : undefined;
}

function placeOfOther({ type }: Question): Location {
  const { text } = type.string;
  const start = text.search(/or[_ ](?:specify )?other$/);
  return start < 0 ? placeOf(type.string) : locate(type.string, { start, end: text.length });
}

/** What the choices of select_one_external are narrowed by can also be the parent of its list. */
export function checkExternalSelects({ deliveries }: FormView, report: Report): void {
  for (const { form } of deliveries) {
    for (const item of externalSelects(form.items))
      if (!item.facets.choice_filter)
        report('external-without-filter', item.name.origin.location, { name: item.name.string.text });
  }
}

const externalSelects = gather((item) =>
  item.kind === 'question' && item.type.word === 'select_one_external' ? [item] : [],
);

/** search(…) in Collect's old way: not with a file that a type names, and not on a list that is shown otherwise as well. */
export function checkSearches({ deliveries }: FormView, report: Report): void {
  for (const { form } of deliveries) {
    const searching = searchingIn(form.items);
    const plain = searching.length > 0 ? otherUsers(questionsOf(form.items)) : new Map<string, Question>();
    for (const item of searching) reportSearch(item, plain, report);
  }
}

const searchingIn = gather((item) => {
  const takesList = item.kind === 'question' && questionTypes.get(item.type.word)?.takes !== 'nothing';
  return takesList && searches(item) ? [item] : [];
});

/** The first question that uses each list without search(…). */
function otherUsers(questions: readonly Visit<Question>[]): ReadonlyMap<string, Question> {
  const users = new Map<string, Question>();
  for (const { item } of questions) {
    const list = listOf(item.type)?.string.text;
    if (list !== undefined && !searches(item) && !users.has(list)) users.set(list, item);
  }
  return users;
}

function reportSearch({ name, type, facets }: Question, plain: ReadonlyMap<string, Question>, report: Report): void {
  const at = facets.appearance?.origin.location ?? name.origin.location;
  const list = type.argument?.string.text ?? '';
  const params = { name: name.string.text, list };
  if (questionTypes.get(type.word)?.takes === 'file')
    return report('search-appearance', at, { ...params, problem: 'file', other: '' });
  const other = plain.get(list);
  if (other)
    report(
      'search-appearance',
      at,
      { ...params, problem: 'shared', other: other.name.string.text },
      { related: [{ message: 'the other question', location: other.name.origin.location }] },
    );
}

export const checkListFile: ItemRule = (item, _profiles, report) => {
  if (item.kind === 'section' || questionTypes.get(item.type.word)?.takes !== 'file') return;
  const { argument } = item.type;
  if (!argument || hasPlaceholder(argument.string.text)) return;
  const [, ...endings] = baseName(argument.string.text).replace(/^\./, '').split('.');
  if (endings.length !== 1 || !listFileEndings.some((ending) => ending === `.${endings[0] ?? ''}`))
    report('list-file-ending', placeOf(argument.string), { file: argument.string.text });
};
