import type { RuleSet } from '../rule-set.ts';
import { checkEntities } from './parameters/entities.ts';
import { checkEntityScopes } from './parameters/entity-scopes.ts';
import { checkKoboEntities } from './parameters/kobo-entities.ts';
import { checkImageSize } from './parameters/image.ts';
import { checkParameters } from './parameters/item.ts';
import { checkFileParameters, checkNamed, checkVariableLabels } from './parameters/named.ts';
import { checkSaveTo } from './parameters/save-to.ts';
import { checkTrigger } from './parameters/trigger.ts';

export const parameterRules: RuleSet = {
  items: [checkParameters, checkImageSize, checkTrigger],
  forms: [checkNamed, checkFileParameters, checkEntities, checkSaveTo, checkEntityScopes, checkKoboEntities],
  dictionary: [checkVariableLabels],
};
