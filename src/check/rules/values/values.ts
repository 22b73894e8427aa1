import type { Report } from '../../../diagnostics/collector.ts';
import { NO_FACTS } from '../../facts.ts';
import { type FormView, untold } from '../../rule-set.ts';
import { hasParameter } from '../../words.ts';
import type { FormIndex } from '../calls/form-index.ts';
import { enginesOf } from '../../../vocabulary/functions.ts';
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
  const { readings, dictionary, profiles, types, scopeAt } = view;
  checkShownCodes(view, report);
  const severity = untold(profiles);
  const engines = enginesOf(profiles);
  for (const reading of readings) {
    if (reading.facts === NO_FACTS || hasParameter(reading.string.text)) continue;
    const typed = typedReading(reading, types(reading));
    checkAnswers(typed, dictionary.codeLists, index.visit, severity, report);
    checkComparisons(typed, severity, report);
    checkNumbers(typed, severity, report);
    checkConditions(typed, severity, report);
    checkCalls(typed, scopeAt, severity, report);
    checkEngines(typed, engines, report);
    checkColumns(typed, scopeAt(reading.item, reading.key), severity, report);
  }
}
