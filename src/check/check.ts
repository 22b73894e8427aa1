import { createCollector, quietAboutMissing, type Report } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type CodeList, offeredCodes } from '../model/code-list.ts';
import { deliver } from '../model/deliver/deliver.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import { listUses } from '../model/deliver/list-uses.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { Item, Question } from '../model/item.ts';
import { questionsOf, type Visit, walk } from '../model/walk.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import { codeReadings, itemReadings, type Reading, readingsOf } from './readings.ts';
import type { FormView, RuleSet } from './rule-set.ts';
import { callRules } from './rules/calls.ts';
import { checkCodeLists, checkDelivery, checkListNames } from './rules/code-lists.ts';
import { checkExpression } from './rules/expressions.ts';
import { checkFiles, checkKoboColumns } from './rules/files.ts';
import { checkHeaders, checkTags, checkTranslations } from './rules/languages.ts';
import { checkDefinitionNames, checkDuplicates, checkItemNames } from './rules/names.ts';
import { parameterRules } from './rules/parameters.ts';
import { checkParentQuestions, checkParents, type Narrowed, narrowedQuestions } from './rules/parents.ts';
import { practiceRules } from './rules/practice.ts';
import {
  checkInstances,
  checkReferences,
  checkVariableReferences,
  instancesIn,
  namesAnywhere,
  namesIn,
} from './rules/references.ts';
import { structureRules } from './rules/structure.ts';
import { checkType, checkTypeGiven } from './rules/types.ts';

const families: readonly RuleSet[] = [structureRules, parameterRules, callRules, practiceRules];
const itemRules = families.flatMap(({ items }) => items ?? []);
const readingRules = families.flatMap(({ readings }) => readings ?? []);
const formRules = families.flatMap(({ forms }) => forms ?? []);
const dictionaryRules = families.flatMap((family) => family.dictionary ?? []);

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
  for (const rule of dictionaryRules) rule(dictionary, profiles, report);
  for (const variable of unasked(dictionary)) checkAlone(variable, itemReadings(variable), profiles, report);
  for (const form of forms.values()) checkForm(form, dictionary, profiles, anywhere, report);
  return diagnostics();
}

/** Variables that no form asks. */
function unasked({ variables, forms }: Dictionary): readonly Question[] {
  const asked = new Set(
    [...forms.values()].flatMap((form) => [...questionsOf(form.items)].map(({ item }) => item.variable)),
  );
  return [...variables].filter(([name]) => !asked.has(name)).map(([, variable]) => variable);
}

/** The rules that look at one item and its expressions alone. */
function checkAlone(item: Item, readings: readonly Reading[], profiles: readonly Profile[], report: Report): void {
  for (const rule of itemRules) rule(item, profiles, report);
  for (const reading of readings) for (const rule of readingRules) rule(reading, profiles, report);
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
  const visits = [...walk(form.items)];
  const view: FormView = { form, dictionary, profiles, deliveries, visits, byName: named(visits), readings, lists };
  for (const { item } of visits) {
    checkType(item, codeLists, report);
    checkTypeGiven(item, dictionary.variables, report);
    for (const rule of itemRules) rule(item, profiles, report);
  }
  for (const reading of readings) for (const rule of readingRules) rule(reading, profiles, report);
  for (const rule of formRules) rule(view, report);
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

function named(visits: readonly Visit[]): ReadonlyMap<string, readonly Visit[]> {
  const byName = new Map<string, Visit[]>();
  for (const visit of visits) {
    const { text } = visit.item.name.string;
    const others = byName.get(text);
    if (others) others.push(visit);
    else byName.set(text, [visit]);
  }
  return byName;
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
