import type { Report } from '../../diagnostics/collector.ts';
import type { FormView, RuleSet } from '../rule-set.ts';
import { checkChoices } from './calls/choices.ts';
import { checkConstants } from './calls/constants.ts';
import { checkCycles } from './calls/cycles.ts';
import { indexForm } from './calls/form-index.ts';
import { checkFunctions } from './calls/functions.ts';
import { checkNames } from './calls/names.ts';
import { checkRepeatCounts } from './calls/repeat-counts.ts';
import { checkRepeats } from './calls/repeats.ts';
import { checkValues } from './values/values.ts';

/** Functions and references in expressions, as far as no types of values are needed to judge them. */
export const callRules: RuleSet = { readings: [checkFunctions, checkConstants], forms: [checkCalls] };

function checkCalls(view: FormView, report: Report): void {
  const index = indexForm(view);
  checkCycles(view, index, report);
  checkRepeats(view, index, report);
  checkValues(view, index, report);
  checkChoices(view, index, report);
  checkNames(view, index, report);
  checkRepeatCounts(view, report);
}
