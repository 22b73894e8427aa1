import type { Report } from '../../../diagnostics/collector.ts';
import { recall } from '../../../diagnostics/recall.ts';
import type { Types } from '../../../expression/types/infer.ts';
import { enginesOf } from '../../../vocabulary/functions.ts';
import { NO_FACTS } from '../../facts.ts';
import { gatherReadings, type Reading } from '../../readings.ts';
import { type FormView, untold } from '../../rule-set.ts';
import { hasParameter } from '../../words.ts';
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
  for (const { reading, looksAround } of expressionsIn(view)) {
    const types = view.types(reading);
    const around = looksAround ? [index] : [];
    checkReading(reading, [types, view.profiles, ...around], report, types, view, index);
  }
}

/** What can be read as an expression; what a module fills in is looked at where it is placed. */
const expressionsIn = gatherReadings((reading) => {
  const { text } = reading.string;
  if (reading.facts === NO_FACTS || hasParameter(text)) return [];
  return [{ reading, looksAround: text.includes('jr:choice-name') || text.includes('%(name)s') }];
});

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
