import { createCollector, type Report } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listUses } from '../model/deliver/list-uses.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import { walk } from '../model/walk.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import { codeReadings, itemReadings, readingsOf } from './readings.ts';
import { checkCodeLists, checkDelivery, checkParentQuestions } from './rules/code-lists.ts';
import { checkExpression } from './rules/expressions.ts';
import { checkFiles, checkKoboColumns } from './rules/files.ts';
import { checkTags, checkTranslations } from './rules/languages.ts';
import { checkDefinitionNames, checkDuplicates, checkItemNames } from './rules/names.ts';
import { checkInstances, checkReferences, checkUnusedVariables, instancesIn, namesIn } from './rules/references.ts';
import { checkType } from './rules/types.ts';

/** Every rule over a resolved dictionary, for the profiles that its workbooks must suit. */
export function checkDictionary(dictionary: Dictionary, profiles: readonly Profile[]): readonly Diagnostic[] {
  const { report, diagnostics } = createCollector();
  checkDefinitionNames(dictionary, report);
  checkCodeLists(dictionary, report);
  checkTags(dictionary, report);
  for (const variable of dictionary.variables.values()) {
    checkType(variable, dictionary.codeLists, report);
    for (const reading of itemReadings(variable)) checkExpression(reading, withoutParameters(report));
  }
  checkUnusedVariables(dictionary, report);
  for (const form of dictionary.forms.values()) checkForm(form, dictionary, profiles, report);
  return diagnostics();
}

/** A variable may hold `$(name)`, which only a module fills in; where it is placed it is looked at once more. */
function withoutParameters(report: Report): Report {
  return (rule, at, params, more) => {
    const parameter =
      at.kind === 'text' &&
      /^\$\(?/.test(at.source.text.slice(at.start, at.start + 2)) &&
      at.source.text[at.start + 1] === '(';
    if (!parameter) report(rule, at, params, more);
  };
}

function checkForm(form: Form, dictionary: Dictionary, profiles: readonly Profile[], report: Report): void {
  const { codeLists } = dictionary;
  const lists = [...listUses(form, codeLists).keys()].flatMap((name) => codeLists.get(name) ?? []);
  const readings = [...readingsOf(form), ...lists.flatMap(codeReadings)];
  const names = namesIn(form);
  const instances = instancesIn(form, dictionary);
  for (const { item } of walk(form.items)) checkType(item, codeLists, report);
  for (const reading of readings) {
    checkExpression(reading, report);
    checkReferences(reading, form, names, dictionary, report);
    checkInstances(reading, instances, report);
  }
  checkItemNames(form, dictionary, report);
  checkDuplicates(form, profiles, readings, report);
  checkParentQuestions(form, codeLists, report);
  checkTranslations(
    form,
    lists.filter((list) => list.delivery !== 'external'),
    dictionary,
    report,
  );
  checkDelivery(form, dictionary, profiles, report);
  for (const profile of profiles) checkFiles(form, dictionary, profile, report);
  if (profiles.includes('kobo')) checkKoboColumns(form, lists, report);
}
