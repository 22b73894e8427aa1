import { findCycles } from '../../core/graph.ts';
import { isXmlName, toXmlName } from '../../core/names.ts';
import { suggest, suggester } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { codeColumns, type CodeList, type ListParent } from '../../model/code-list.ts';
import type { Form } from '../../model/form.ts';
import { type ParentQuestions, parentQuestions } from '../../model/deliver/parents.ts';
import type { Question } from '../../model/item.ts';
import { listOf } from '../../model/type-use.ts';
import { questionsOf } from '../../model/walk.ts';

type Lists = ReadonlyMap<string, CodeList>;

/** The hierarchy of the lists: that what a list says of its parent is there. */
export function checkParents(lists: Lists, report: Report): void {
  for (const list of lists.values()) if (list.parent) checkParent(list, list.parent, lists, report);
  reportCycles(lists, report);
}

function checkParent(list: CodeList, { list: above, column }: ListParent, lists: Lists, report: Report): void {
  const parent = lists.get(above.string.text);
  const { text } = column.string;
  if (!parent) {
    const suggestion = suggest(above.string.text, lists.keys());
    report('unknown-code-list', above.origin.location, { name: above.string.text, suggestion });
    return;
  }
  // The column's name becomes a step of the choice filter.
  if (!isXmlName(text))
    report('invalid-name', column.origin.location, { name: text, what: 'a column', suggestion: toXmlName(text) });
  const columns = codeColumns(list);
  if (list.damaged || parent.damaged) return;
  // A parent without codes is a finding of its own.
  if (parent.codes.length === 0) return;
  if (columns.has(text)) checkLinks(list, parent, text, report);
  else if (list.codes.length > 0) reportColumn(list, column, columns, report);
}

function reportColumn(
  list: CodeList,
  column: ListParent['column'],
  columns: ReadonlySet<string>,
  report: Report,
): void {
  const { text } = column.string;
  const found = [...columns];
  const likely = suggest(text, found);
  report('list-parent', column.origin.location, {
    list: list.name,
    problem: `No code of ${quote(list.name)} has a column ${quote(text)}.`,
    help:
      likely === undefined
        ? `Add a column ${text} that holds the code of the list above.${found.length > 0 ? ` Columns: ${found.join(', ')}.` : ''}`
        : `Write column: ${likely}`,
  });
}

/** Each code that is offered hangs below a code of the parent; a special one may hang below none. */
function checkLinks(list: CodeList, parent: CodeList, column: string, report: Report): void {
  const codes = new Set(parent.codes.map(({ name }) => name.string.text));
  const likely = suggester(codes);
  for (const code of list.codes) {
    const link = code.attributes.get(column);
    const above = link?.string.text ?? '';
    if (codes.has(above) || code.retired || (code.special && above === '')) continue;
    report('unknown-parent-code', (link ?? code).origin.location, {
      code: code.name.string.text,
      list: list.name,
      parent: above,
      parentList: parent.name,
      suggestion: above === '' ? undefined : likely(above),
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
    const names = [...cycle, cycle[0]].join(' → ');
    if (first) report('definition-cycle', first.origin.location, { names, what: 'code lists', key: 'parent' });
  }
}

/** A question whose list has a parent and that has no filter of its own. */
export interface Narrowed extends ParentQuestions {
  readonly item: Question;
  readonly parentList: string;
}

/** The questions of a form that another one narrows the choices of, with the questions that may. */
export function narrowedQuestions(form: Form, lists: Lists): readonly Narrowed[] {
  if (![...lists.values()].some(({ parent }) => parent)) return [];
  return questionsOf(form.items).flatMap((visit): Narrowed[] => {
    const { item } = visit;
    const list = lists.get(listOf(item.type)?.string.text ?? '');
    const parentList = list?.parent?.list.string.text;
    if (!list || parentList === undefined || !lists.has(parentList) || item.facets.choice_filter) return [];
    return [{ item, parentList, ...parentQuestions(visit, list, form) }];
  });
}

/** Which question narrows the choices must be clear. */
export function checkParentQuestions(narrowed: readonly Narrowed[], form: Form, report: Report): void {
  for (const { item, parentList, chosen, candidates } of narrowed) {
    if (chosen) continue;
    const names = candidates.map(({ name }) => name.string.text);
    const said = item.meaning.parent;
    report(
      'parent-question',
      item.origin.location,
      {
        name: item.name.string.text,
        parentList,
        form: form.name.string.text,
        candidates: names.join(', '),
        said: said?.string.text,
        suggestion: said && suggest(said.string.text, names),
      },
      said ? { related: [{ message: 'said here', location: said.origin.location }] } : {},
    );
  }
}
