import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import { findReferences } from '../../../expression/reference-text.ts';
import type { Call } from '../../../expression/tree.ts';
import { codeColumns, type CodeList } from '../../../model/code-list.ts';
import type { Item } from '../../../model/item.ts';
import { listOf } from '../../../model/type-use.ts';
import { locate } from '../../../source/source-string.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import { gatherReadings, type Reading } from '../../readings.ts';
import { type FormView, untold } from '../../rule-set.ts';
import type { FormIndex } from './form-index.ts';

/** What expressions say about choices: labels that they ask for, columns that they filter by. */
export function checkChoices(view: FormView, index: FormIndex, report: Report): void {
  for (const { call, reading } of choiceNames(view)) checkChoiceName(call, reading, index, report);
  for (const reading of choiceFilters(view)) {
    const { item } = reading;
    const list = item?.kind === 'question' && view.dictionary.codeLists.get(listOf(item.type)?.string.text ?? '');
    if (list && !list.damaged && list.codes.length > 0)
      checkColumns(reading, list, index, untold(view.profiles), report);
  }
}

const choiceNames = gatherReadings((reading) =>
  reading.facts.calls.filter(({ name }) => name === 'jr:choice-name').map((call) => ({ call, reading })),
);
const choiceFilters = gatherReadings((reading) => (reading.key === 'choice_filter' ? [reading] : []));

function checkChoiceName({ args }: Call, { string }: Reading, index: FormIndex, report: Report): void {
  const second = args[1] && bare(args[1]);
  if (!second) return;
  const at = locate(string, second.span);
  const written = string.text.slice(second.span.start, second.span.end);
  if (second.kind === 'reference') report('choice-name-question', at, { name: undefined, written });
  if (second.kind !== 'string') return;
  for (const { name } of findReferences(second.value)) {
    const target = index.target(name)?.item;
    if (target && !hasChoices(target)) report('choice-name-question', at, { name, written });
  }
}

function hasChoices(item: Item): boolean {
  if (item.kind === 'section') return item.type !== 'group' && item.type !== 'repeat';
  const takes = questionTypes.get(item.type.word)?.takes;
  return takes === undefined || takes !== 'nothing';
}

/** What the converter gives each choice beside the columns of the list. */
const OWN_COLUMNS: ReadonlySet<string> = new Set(['name', 'label', 'itextId']);

function checkColumns(
  { facts, string }: Reading,
  list: CodeList,
  index: FormIndex,
  severity: Severity,
  report: Report,
): void {
  const columns = codeColumns(list);
  for (const { node, filtered } of facts.paths) {
    const [step] = node.steps;
    if (filtered || node.absolute || node.start || step?.axis !== 'child' || step.test.kind !== 'name') continue;
    const { name, span } = step.test;
    if (columns.has(name) || OWN_COLUMNS.has(name) || name === list.parent?.column.string.text) continue;
    const suggestion = suggest(name, columns);
    const question = index.target(name)?.item.kind === 'question';
    const params = { name, list: list.name, columns: [...columns, 'name'], suggestion, question };
    report('filter-column', locate(string, span), params, { severity });
  }
}
