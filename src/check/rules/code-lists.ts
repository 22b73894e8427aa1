import { findCycles } from '../../core/graph.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { type CodeList, offeredCodes } from '../../model/code-list.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { listUses } from '../../model/deliver/list-uses.ts';
import { travelsAsFile } from '../../model/deliver/lists.ts';
import { parentQuestions } from '../../model/deliver/parents.ts';
import { listOf } from '../../model/type-use.ts';
import { questionsOf } from '../../model/walk.ts';
import type { Profile } from '../../vocabulary/profiles.ts';

type Lists = ReadonlyMap<string, CodeList>;

export function checkCodeLists(dictionary: Dictionary, report: Report): void {
  const inMultiple = listsOfMultiple(dictionary);
  for (const list of dictionary.codeLists.values()) {
    if (offeredCodes(list).length === 0) report('empty-code-list', list.origin.location, { list: list.name });
    checkCodes(list, inMultiple.has(list.name), report);
    checkParent(list, dictionary.codeLists, report);
  }
  reportCycles(dictionary.codeLists, report);
}

function listsOfMultiple({ forms }: Dictionary): ReadonlySet<string | undefined> {
  const questions = [...forms.values()].flatMap((form) => [...questionsOf(form.items)]);
  return new Set(
    questions
      .filter(({ item }) => item.type.word === 'select_multiple')
      .map(({ item }) => listOf(item.type)?.string.text),
  );
}

function checkCodes(list: CodeList, inMultiple: boolean, report: Report): void {
  const seen = new Map<string, CodeList['codes'][number]>();
  for (const code of list.codes) {
    const { text } = code.name.string;
    const earlier = seen.get(text);
    const at = code.name.origin.location;
    if (text === '' || /\s/.test(text))
      report(
        'invalid-code',
        at,
        { code: text, list: list.name, suggestion: text.trim().replaceAll(/\s+/g, '_') },
        { severity: text === '' || inMultiple ? 'error' : 'warning' },
      );
    else if (earlier && !list.repeats)
      report(
        'duplicate-code',
        at,
        { code: text, list: list.name },
        { related: [{ message: 'first here', location: earlier.name.origin.location }] },
      );
    else seen.set(text, code);
  }
}

function checkParent(list: CodeList, lists: Lists, report: Report): void {
  if (!list.parent) return;
  const { list: above, column } = list.parent;
  const parent = lists.get(above.string.text);
  if (!parent) {
    report('unknown-code-list', above.origin.location, {
      name: above.string.text,
      suggestion: suggest(above.string.text, lists.keys()),
    });
    return;
  }
  const columns = new Set(list.codes.flatMap(({ attributes }) => [...attributes.keys()]));
  if (columns.has(column.string.text)) checkLinks(list, parent, column.string.text, report);
  else if (list.codes.length > 0) reportColumn(list, column.string.text, columns, report);
}

function reportColumn(list: CodeList, column: string, columns: ReadonlySet<string>, report: Report): void {
  const at = list.parent?.column.origin.location ?? list.origin.location;
  const found = [...columns];
  const likely = suggest(column, found);
  report('list-parent', at, {
    list: list.name,
    problem: `No code of ${quote(list.name)} has a column ${quote(column)}.`,
    help:
      likely === undefined
        ? `Add a column ${column} that holds the code of the list above.${found.length > 0 ? ` Columns: ${found.join(', ')}.` : ''}`
        : `Write column: ${likely}`,
  });
}

function checkLinks(list: CodeList, parent: CodeList, column: string, report: Report): void {
  const codes = new Set(parent.codes.map(({ name }) => name.string.text));
  for (const code of list.codes) {
    const link = code.attributes.get(column);
    const above = link?.string.text ?? '';
    if (codes.has(above) || code.special) continue;
    const suggestion = above === '' ? undefined : suggest(above, codes);
    const at = (link ?? code).origin.location;
    report('unknown-parent-code', at, {
      code: code.name.string.text,
      list: list.name,
      parent: above,
      parentList: parent.name,
      suggestion,
    });
  }
}

function reportCycles(lists: Lists, report: Report): void {
  const next = (name: string): string[] => {
    const above = lists.get(name)?.parent?.list.string.text;
    return above !== undefined && lists.has(above) ? [above] : [];
  };
  for (const cycle of findCycles(lists.keys(), next)) {
    const first = lists.get(cycle[0] ?? '');
    if (first)
      report('definition-cycle', first.origin.location, {
        names: [...cycle, cycle[0]].join(' → '),
        what: 'code lists',
      });
  }
}

/** Which question narrows the choices of each question whose list has a parent. */
export function checkParentQuestions(form: Form, lists: Lists, report: Report): void {
  for (const visit of questionsOf(form.items)) {
    const { item } = visit;
    const list = lists.get(listOf(item.type)?.string.text ?? '');
    if (!list?.parent || !lists.has(list.parent.list.string.text) || item.facets.choice_filter) continue;
    const { chosen, candidates } = parentQuestions(visit, list, form);
    if (chosen) continue;
    const names = candidates.map(({ name }) => name.string.text).join(', ');
    report('parent-question', item.origin.location, {
      name: item.name.string.text,
      list: list.name,
      parentList: list.parent.list.string.text,
      form: form.name.string.text,
      candidates: names,
    });
  }
}

/** What goes out otherwise than its author may think: placeholders, and long lists in one language. */
export function checkDelivery(form: Form, dictionary: Dictionary, profiles: readonly Profile[], report: Report): void {
  const uses = listUses(form, dictionary.codeLists);
  const language = dictionary.languages.find(({ tag }) => tag === form.defaultLanguage)?.name ?? '';
  for (const [name, ways] of uses) {
    const list = dictionary.codeLists.get(name);
    if (!list) continue;
    if (list.country === 'replace') report('placeholder-list', list.origin.location, { list: name });
    const asFile = profiles.some((profile) => travelsAsFile(list, ways, profile));
    if (asFile && list.delivery === undefined && form.languages.length > 1)
      report('external-list-language', list.origin.location, { list: name, codes: list.codes.length, language });
  }
}
