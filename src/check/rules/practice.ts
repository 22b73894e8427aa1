import type { RuleSet } from '../rule-set.ts';
import { checkCarried } from './practice/carried.ts';
import { checkConsentPolicy } from './practice/consent-policy.ts';
import { checkConsent } from './practice/consent.ts';
import { checkIds, checkItemNameLengths, checkVariableNameLengths } from './practice/names.ts';
import { checkSiblingLists } from './practice/sibling-lists.ts';
import { checkSpecialCodes } from './practice/special-codes.ts';
import { checkStandardBlocks } from './practice/standard-blocks.ts';
import { checkStandardWording } from './practice/standard-wording.ts';
import { checkIdentifiers, checkPurpose } from './practice/sensitivity.ts';

/** What forms would carry without complaint and the field would regret. */
export const practiceRules: RuleSet = {
  items: [checkPurpose],
  forms: [checkConsent, checkCarried, checkItemNameLengths, checkStandardBlocks, checkStandardWording],
  dictionary: [
    checkSiblingLists,
    checkSpecialCodes,
    checkVariableNameLengths,
    checkIds,
    checkConsentPolicy,
    checkIdentifiers,
  ],
};
