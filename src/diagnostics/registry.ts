import type { Rule } from './rule.ts';
import { areaListRules } from './rules/area-lists.ts';
import { areaRules } from './rules/areas.ts';
import { callRules } from './rules/calls.ts';
import { countryRules } from './rules/countries.ts';
import { dataFileRules } from './rules/data-files.ts';
import { dataTableRules } from './rules/data-tables.ts';
import { engineRules } from './rules/engines.ts';
import { expressionRules } from './rules/expressions.ts';
import { fileRules } from './rules/files.ts';
import { severalWorkbooksRules } from './rules/several-workbooks.ts';
import { importRules } from './rules/imports.ts';
import { layerRules } from './rules/layers.ts';
import { languageRules } from './rules/languages.ts';
import { listRules } from './rules/lists.ts';
import { moduleRules } from './rules/modules.ts';
import { nameRules } from './rules/names.ts';
import { parameterRules } from './rules/parameters.ts';
import { answerRules, recordRules } from './rules/answers.ts';
import { practiceRules } from './rules/practice.ts';
import { rebaseRules } from './rules/rebase.ts';
import { recordCheckRules } from './rules/record-checks.ts';
import { reachRules } from './rules/reach.ts';
import { serverRules } from './rules/servers.ts';
import { structureRules } from './rules/structure.ts';
import { suppressionRules } from './rules/suppression.ts';
import { translatorRules } from './rules/translators.ts';
import { valueRules } from './rules/values.ts';
import { workbookRules } from './rules/workbooks.ts';
import { yamlRules } from './rules/yaml.ts';

/** Every rule, by its id: the one source of messages, `explain`, the documentation and SARIF. */
export const rules = {
  ...fileRules,
  ...yamlRules,
  ...nameRules,
  ...expressionRules,
  ...listRules,
  ...moduleRules,
  ...layerRules,
  ...rebaseRules,
  ...languageRules,
  ...structureRules,
  ...parameterRules,
  ...callRules,
  ...valueRules,
  ...reachRules,
  ...engineRules,
  ...practiceRules,
  ...recordCheckRules,
  ...countryRules,
  ...suppressionRules,
  ...workbookRules,
  ...severalWorkbooksRules,
  ...importRules,
  ...areaRules,
  ...areaListRules,
  ...answerRules,
  ...recordRules,
  ...dataFileRules,
  ...dataTableRules,
  ...serverRules,
  ...translatorRules,
} as const;

export type RuleId = keyof typeof rules;

/** What a rule's message needs to be told. */
export type ParamsOf<Id extends RuleId> = (typeof rules)[Id] extends Rule<infer Params> ? Params : never;

export function isRuleId(word: string): word is RuleId {
  return Object.hasOwn(rules, word);
}

export function ruleIds(): readonly RuleId[] {
  return Object.keys(rules).filter(isRuleId);
}
