import type { Report } from '../../../diagnostics/collector.ts';
import { checksOf } from '../../../model/checked-forms.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { DurationCheck } from '../../../model/record-check.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { checkReadings } from '../../readings.ts';
import type { FormView, RuleSet } from '../../rule-set.ts';
import { checkConstants } from '../calls/constants.ts';
import { indexForm } from '../calls/form-index.ts';
import { checkFunctions } from '../calls/functions.ts';
import { checkExpression } from '../expressions.ts';
import { checkTyped } from '../values/values.ts';
import { checkForms } from './forms.ts';
import { checkMessage, checkNames } from './names.ts';
import { checkPlace } from './places.ts';
import { checkReferences } from './references.ts';
import { checkAddends, checkTwice } from './sums.ts';

/** What data is held against: by itself, and in every form that it is for. */
export const recordCheckRules: RuleSet = { dictionary: [checkDefinitions], forms: [checkInForm] };

function checkDefinitions(dictionary: Dictionary, report: Report, profiles: readonly Profile[]): void {
  for (const check of dictionary.checks.values()) {
    for (const reading of checkReadings(check)) {
      checkExpression(reading, report);
      checkFunctions(reading, profiles, report);
      checkConstants(reading, profiles, report);
      checkReferences(reading, dictionary, report);
    }
    checkNames(check, dictionary, report);
    checkMessage(check, dictionary, report);
    checkForms(check, dictionary, report);
    if (check.kind === 'sums') checkTwice(check, report);
    if (check.kind === 'duration') checkLimits(check, report);
  }
}

function checkLimits({ name, under, over }: DurationCheck, report: Report): void {
  if (!under || !over || over.seconds >= under.seconds) return;
  const params = { check: name, under: under.string.text, over: over.string.text };
  report('check-limits', over.origin.location, params);
}

/** Whatever an expression of a form must keep, a check must keep in each form that it is for. */
function checkInForm(view: FormView, report: Report): void {
  const checks = checksOf(view.form, view.dictionary);
  if (checks.length === 0) return;
  const index = indexForm(view);
  for (const check of checks) {
    checkPlace(check, view, index, report);
    if (check.kind === 'sums') checkAddends(check, view, index, report);
    for (const reading of checkReadings(check)) checkTyped(reading, report, view, index);
  }
}
