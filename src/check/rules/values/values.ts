import type { Report } from '../../../diagnostics/collector.ts';
import { recall } from '../../../diagnostics/recall.ts';
import type { Types } from '../../../expression/types/infer.ts';
import { enginesOf } from '../../../vocabulary/functions.ts';
import { NO_FACTS } from '../../facts.ts';
import type { Item, Section } from '../../../model/item.ts';
import { gatherReadings, itemReadings, type Reading } from '../../readings.ts';
import { type FormView, untold } from '../../rule-set.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';
import type { FormIndex } from '../calls/form-index.ts';
import { checkEngines } from '../engines/engines.ts';
import { checkAnswers } from './answers.ts';
import { checkCalls } from './calls.ts';
import { checkColumns } from './columns.ts';
import { checkComparisons } from './comparisons.ts';
import { checkConditions } from './conditions.ts';
import { checkNumbers } from './numbers.ts';
import { checkShownCodes } from './shown-codes.ts';
import { typedReading } from './view.ts';

/** Expressions by the types of their values: only what is certain is told. */
export function checkValues(view: FormView, index: FormIndex, report: Report): void {
  checkShownCodes(view, report);
  checkItems(view.form.items, report, view, index);
  for (const reading of view.others) checkTyped(reading, report, view, index);
  for (const reading of lookingAround(view)) checkOne(reading, report, view, index);
}

function checkItems(items: readonly Item[], report: Report, view: FormView, index: FormIndex): void {
  for (const item of items)
    if (item.kind === 'section') checkSection(item, [view.logic.types], report, view, index);
    else checkOwn(item, report, view, index);
}

/** A section that stands where it stood is not looked at again as long as all types stay what they are. */
const checkSection = recall((section: Section, report, view: FormView, index: FormIndex) => {
  checkOwn(section, report, view, index);
  checkItems(section.items, report, view, index);
});

function checkOwn(item: Item, report: Report, view: FormView, index: FormIndex): void {
  for (const reading of itemReadings(item))
    if (isExpression(reading) && !looksAround(reading)) checkOne(reading, report, view, index);
}

/** An expression that stands at no question. */
export function checkTyped(reading: Reading, report: Report, view: FormView, index: FormIndex): void {
  if (isExpression(reading)) checkOne(reading, report, view, index);
}

/** What can be read as an expression; what a module fills in is looked at where it is placed. */
function isExpression({ facts, string }: Reading): boolean {
  return facts !== NO_FACTS && !hasPlaceholder(string.text);
}

/** Names in quotes and loops are about questions elsewhere, which can stand in another place after an edit. */
function looksAround({ string }: Reading): boolean {
  return string.text.includes('jr:choice-name') || string.text.includes('%(name)s');
}

const lookingAround = gatherReadings((reading) =>
  reading.item && isExpression(reading) && looksAround(reading) ? [reading] : [],
);

function checkOne(reading: Reading, report: Report, view: FormView, index: FormIndex): void {
  const types = view.types(reading);
  const around = looksAround(reading) ? [index] : [];
  checkReading(reading, [types, view.profiles, ...around], report, types, view, index);
}

/** What an expression says is known from its types, but for the question that a text in quotes names, and for loops. */
const checkReading = recall((reading: Reading, report, types: Types, view: FormView, index: FormIndex) => {
  const { dictionary, profiles, scopeAt } = view;
  const typed = typedReading(reading, types);
  const severity = untold(profiles);
  checkAnswers(typed, dictionary.codeLists, index.visit, severity, report);
  checkComparisons(typed, severity, report);
  checkNumbers(typed, severity, report);
  checkConditions(typed, severity, report);
  checkCalls(typed, scopeAt, severity, report);
  checkEngines(typed, enginesOf(profiles), report);
  checkColumns(typed, scopeAt(reading.item, reading.key), severity, report);
});
