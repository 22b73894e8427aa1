import { createCollector, quietAboutMissing, type Report } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type CodeList, offeredCodes } from '../model/code-list.ts';
import { deliver } from '../model/deliver/deliver.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import { listUses } from '../model/deliver/list-uses.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import { walk } from '../model/walk.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import { codeReadings, itemReadings, type Reading, readingsOf } from './readings.ts';
import { checkCodeLists, checkDelivery, checkListNames } from './rules/code-lists.ts';
import { checkExpression } from './rules/expressions.ts';
import { checkFiles, checkKoboColumns } from './rules/files.ts';
import { checkHeaders, checkTags, checkTranslations } from './rules/languages.ts';
import { checkDefinitionNames, checkDuplicates, checkItemNames } from './rules/names.ts';
import { checkParentQuestions, checkParents, type Narrowed, narrowedQuestions } from './rules/parents.ts';
import {
  checkInstances,
  checkReferences,
  checkVariableReferences,
  instancesIn,
  namesAnywhere,
  namesIn,
} from './rules/references.ts';
import { checkType, checkTypeGiven } from './rules/types.ts';

/** Every rule over a resolved dictionary and the chosen forms, for the profiles that its workbooks must suit. */
export function checkDictionary(
  dictionary: Dictionary,
  profiles: readonly Profile[],
  forms: Dictionary['forms'] = dictionary.forms,
): readonly Diagnostic[] {
  const { report: tell, diagnostics } = createCollector();
  const report = dictionary.damaged ? quietAboutMissing(tell) : tell;
  checkDefinitionNames(dictionary, report);
  checkCodeLists(dictionary, report);
  checkParents(dictionary.codeLists, report);
  checkTags(dictionary, report);
  for (const variable of dictionary.variables.values()) {
    checkType(variable, dictionary.codeLists, report);
    for (const reading of itemReadings(variable)) checkExpression(reading, report);
  }
  const anywhere = namesAnywhere(dictionary);
  checkVariableReferences(dictionary, anywhere, report);
  for (const form of forms.values()) checkForm(form, dictionary, profiles, anywhere, report);
  return diagnostics();
}

function checkForm(
  form: Form,
  dictionary: Dictionary,
  profiles: readonly Profile[],
  anywhere: ReadonlySet<string>,
  report: Report,
): void {
  const { codeLists } = dictionary;
  const deliveries = profiles.map((profile) => deliver(dictionary, form, profile));
  const lists = usedLists(form, codeLists);
  const readings = [...readingsOf(form), ...lists.flatMap(codeReadings)];
  const narrowed = narrowedQuestions(form, codeLists);
  const onSheets = lists.filter(({ name }) => deliveries.some((delivery) => standsOnSheet(name, delivery)));
  const names = namesIn(form);
  const instances = instancesIn(form, dictionary);
  for (const { item } of walk(form.items)) {
    checkType(item, codeLists, report);
    checkTypeGiven(item, dictionary.variables, report);
  }
  for (const reading of readings) {
    checkExpression(reading, report);
    checkReferences(reading, form, names, dictionary, anywhere, report);
    checkInstances(reading, instances, report);
  }
  checkItemNames(form, dictionary, report);
  checkDuplicates(form, profiles, referredIn(readings, narrowed), report);
  checkParentQuestions(narrowed, form, report);
  checkListNames(lists, report);
  checkTranslations(form, onSheets, dictionary, report);
  checkDelivery(lists, form, dictionary, deliveries, report);
  for (const delivery of deliveries) checkHeaders(delivery, report);
  for (const delivery of deliveries) checkFiles(delivery, dictionary, report);
  if (profiles.includes('kobo')) checkKoboColumns(form, onSheets, report);
}

/** The lists that a form uses, with the codes that it offers. */
function usedLists(form: Form, codeLists: Dictionary['codeLists']): readonly CodeList[] {
  return [...listUses(form, codeLists).keys()]
    .flatMap((name) => codeLists.get(name) ?? [])
    .map((list) => ({ ...list, codes: offeredCodes(list) }));
}

function standsOnSheet(name: string, { inline, ownSheets }: Delivery): boolean {
  return [inline, ownSheets.external_choices, ownSheets.osm].some((lists) => lists.some((list) => list.name === name));
}

/** The names that something in the form refers to: what authors wrote, and the filters that hierarchies of lists mean. */
function referredIn(readings: readonly Reading[], narrowed: readonly Narrowed[]): ReadonlySet<string> {
  return new Set([
    ...readings.flatMap(({ references }) => references.map(({ name }) => name)),
    ...narrowed.flatMap(({ chosen }) => chosen?.name.string.text ?? []),
  ]);
}
