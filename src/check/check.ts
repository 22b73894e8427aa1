import { once } from '../core/once.ts';
import { createCollector, quietAboutMissing, type Report } from '../diagnostics/collector.ts';
import { recall, remembers } from '../diagnostics/recall.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { forgetTypes } from '../expression/types/typed.ts';
import { type CodeList, offeredCodes } from '../model/code-list.ts';
import { deliver } from '../model/deliver/deliver.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import { listUses } from '../model/deliver/list-uses.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { Item, Question } from '../model/item.ts';
import { filesOf } from '../model/scope/file-rows.ts';
import { formScope } from '../model/scope/form-scope.ts';
import { gather, type Visit, walk } from '../model/walk.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import { logicOf } from './logic.ts';
import { codeReadings, itemReadings, otherReadings, type Reading, readingsOfItems } from './readings.ts';
import { readingTypes } from './reading-types.ts';
import type { FormView, RuleSet } from './rule-set.ts';
import { callRules } from './rules/calls.ts';
import { checkCodeLists, checkDelivery, checkListNames } from './rules/code-lists.ts';
import { contractRules } from './rules/contract/contract.ts';
import { checkCoreTranslations, within } from './rules/core-translations.ts';
import { rebaseRules } from './rules/rebase.ts';
import { checkExpression } from './rules/expressions.ts';
import { checkFiles, checkKoboColumns } from './rules/files.ts';
import { checkInstances, instancesIn } from './rules/instances.ts';
import {
  checkCodeColumns,
  checkCodeTranslations,
  checkHeaders,
  checkItemColumns,
  checkItemTags,
  checkItemTranslations,
  checkTags,
  languagesOf,
  tagsOf,
  type Wanted,
} from './rules/languages.ts';
import { checkDefinitionNames, checkDuplicates, checkItemName } from './rules/names.ts';
import { parameterRules } from './rules/parameters.ts';
import { checkParentQuestions, checkParents, type Narrowed, narrowedQuestions } from './rules/parents.ts';
import { practiceRules } from './rules/practice.ts';
import { recordCheckRules } from './rules/record-checks/record-checks.ts';
import { reachRules } from './rules/reach/reach.ts';
import { type Anywhere, checkReferences, checkVariableReferences, namesAnywhere, namesIn } from './rules/references.ts';
import { structureRules } from './rules/structure.ts';
import { checkType, checkTypeGiven } from './rules/types.ts';

const families: readonly RuleSet[] = [
  structureRules,
  parameterRules,
  callRules,
  reachRules,
  practiceRules,
  recordCheckRules,
  contractRules,
  rebaseRules,
];
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
  checkDefinitionNames(dictionary, profiles, report);
  checkCodeLists(dictionary, report);
  checkParents(dictionary.codeLists, report);
  const context: ItemContext = {
    dictionary,
    profiles,
    lists: [...dictionary.codeLists.keys()],
    tags: tagsOf(dictionary),
    outside: checkCoreTranslations(dictionary, forms, report),
  };
  checkTags(dictionary, report);
  const anywhere = once(() => namesAnywhere(dictionary));
  const alone = unplaced(dictionary.variables, forms);
  for (const variable of alone) {
    checkType(variable, dictionary.codeLists, report);
    checkItemTags(variable, context.tags, report);
    checkVariableReferences(variable, anywhere, report);
    for (const reading of itemReadings(variable)) checkExpression(reading, report);
  }
  for (const rule of dictionaryRules) rule(dictionary, report, profiles);
  for (const variable of unasked(alone, dictionary)) checkAlone(variable, context, report);
  for (const form of forms.values()) checkForm(form, context, anywhere, report);
  if (!remembers()) forgetTypes();
  return diagnostics();
}

const asksIn = gather((item) => (item.kind === 'question' && item.variable !== undefined ? [item] : []));

/** Variables that no form asks just as they are defined: the others are looked at where they are asked. */
function unplaced(variables: Dictionary['variables'], forms: Dictionary['forms']): readonly Question[] {
  const placed = new Set<string>();
  for (const form of forms.values())
    for (const { variable = '', facets } of asksIn(form.items))
      if (variables.get(variable)?.facets === facets) placed.add(variable);
  if (placed.size === variables.size) return [];
  return [...variables].filter(([name]) => !placed.has(name)).map(([, variable]) => variable);
}

/** Those of them that no form asks at all. */
function unasked(alone: readonly Question[], { forms }: Dictionary): readonly Question[] {
  if (alone.length === 0) return [];
  const asked = new Set([...forms.values()].flatMap(({ items }) => asksIn(items).map(({ variable }) => variable)));
  return alone.filter(({ name }) => !asked.has(name.string.text));
}

/** The rules that look at one item and its expressions alone. */
function checkAlone(item: Item, { profiles, dictionary }: ItemContext, report: Report): void {
  for (const rule of itemRules) rule(item, profiles, report, dictionary.country?.languages);
  for (const reading of itemReadings(item)) checkReading(reading, profiles, report);
}

function checkReading(reading: Reading, profiles: readonly Profile[], report: Report): void {
  checkExpression(reading, report);
  for (const rule of readingRules) rule(reading, profiles, report);
}

/** What the rules about one item alone depend on, beside the item. */
interface ItemContext {
  readonly dictionary: Dictionary;
  readonly profiles: readonly Profile[];
  /** The names of all lists. */
  readonly lists: readonly string[];
  /** The tags of the dictionary's languages. */
  readonly tags: readonly string[];
  readonly outside: Wanted['outside'];
}

/** An item with all that it holds. A section in which nothing has changed is not looked at again. */
const checkItem = recall((item: Item, report, context: ItemContext, wanted: Wanted) => {
  const { dictionary } = context;
  checkType(item, dictionary.codeLists, report);
  checkTypeGiven(item, dictionary.variables, report);
  checkItemName(item, report);
  checkItemTags(item, context.tags, report);
  checkItemTranslations(item, wanted, report);
  checkAlone(item, context, report);
  if (item.kind === 'section') checkItems(item.items, context, wanted, report);
});

function checkItems(items: readonly Item[], context: ItemContext, wanted: Wanted, report: Report): void {
  const { languages, told, outside } = wanted;
  const inputs = [
    context.profiles,
    context.lists,
    context.dictionary.languages,
    languages,
    told,
    outside?.folder,
    outside?.languages,
  ];
  for (const item of items) checkItem(item, inputs, report, context, wanted);
}

function checkForm(form: Form, context: ItemContext, anywhere: Anywhere, report: Report): void {
  const { dictionary, profiles } = context;
  const { codeLists } = dictionary;
  const deliveries = profiles.map((profile) => deliver(dictionary, form, profile));
  const lists = usedLists(form, codeLists);
  const others = [...otherReadings(form), ...lists.flatMap(codeReadings)];
  const readings = [...readingsOfItems(form.items), ...others];
  const narrowed = narrowedQuestions(form, codeLists);
  const onSheets = lists.filter(({ name }) => deliveries.some((delivery) => standsOnSheet(name, delivery)));
  const names = namesIn(form, profiles);
  const instances = instancesIn(form, dictionary);
  const visits = walk(form.items);
  const byName = named(visits);
  const scopeAt = formScope({
    byName,
    lists: codeLists,
    file: filesOf(form, dictionary),
    pullsLists: dictionary.files.complete,
  });
  const types = readingTypes(scopeAt);
  const logic = logicOf(form, dictionary, profiles);
  const shared = { form, dictionary, profiles, deliveries };
  const view: FormView = { ...shared, visits, byName, readings, others, lists, types, scopeAt, logic };
  const languages = languagesOf(form, dictionary);
  const outside = context.outside && { outside: within(context.outside, languages) };
  checkItems(form.items, context, { languages, told: checkItemColumns(form, languages, report), ...outside }, report);
  for (const reading of others) checkReading(reading, profiles, report);
  for (const rule of formRules) rule(view, report);
  for (const reading of readings) {
    checkReferences(reading, form, names, dictionary, anywhere, report);
    checkInstances(reading, instances, report);
  }
  checkDuplicates(form, profiles, referredIn(readings, narrowed), report);
  checkParentQuestions(narrowed, form, report);
  checkListNames(lists, report);
  const told = checkCodeColumns(form, onSheets, languages, report);
  checkCodeTranslations(onSheets, { languages, told, ...outside }, report);
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

/** The names that something in the form refers to, and where first: what authors wrote, and the filters that hierarchies of lists mean. */
function referredIn(
  readings: readonly Reading[],
  narrowed: readonly Narrowed[],
): ReadonlyMap<string, Reading | undefined> {
  const referred = new Map<string, Reading | undefined>();
  for (const { chosen } of narrowed) if (chosen) referred.set(chosen.name.string.text, undefined);
  for (const reading of readings)
    for (const { name } of reading.references) if (!referred.get(name)) referred.set(name, reading);
  return referred;
}
