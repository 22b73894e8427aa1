import type { RuleSet } from '../rule-set.ts';
import { checkDefault, checkDefaultCodes } from './structure/answers.ts';
import { checkAttributes } from './structure/attributes.ts';
import { checkAppearance } from './structure/appearances.ts';
import { checkChoiceColumns, checkColumns, checkSurveyColumns } from './structure/columns.ts';
import { checkBigImage, checkKoboWord, checkLabels, checkSectionLabel } from './structure/labels.ts';
import { checkMedia } from './structure/media.ts';
import { checkOwnSheets } from './structure/own-sheets.ts';
import { checkMessages, checkRequired, checkSavedTypes, checkTriggers, checkTypeNeeds } from './structure/questions.ts';
import {
  checkEmptySections,
  checkHiddenGroups,
  checkKoboSections,
  checkRepeatNames,
  checkTables,
  checkTakenNames,
} from './structure/sections.ts';
import {
  checkCodeLabels,
  checkExternalSelects,
  checkListFile,
  checkOrOther,
  checkSearches,
} from './structure/selects.ts';
import { checkRepeatedCodes, checkSettings } from './structure/settings.ts';
import { checkLoopList, checkLoopSizes } from './structure/loops.ts';
import { checkSheetNames } from './structure/sheets.ts';
import { checkSources } from './structure/sources.ts';
import {
  checkCodeTextsAgree,
  checkItemTextsAgree,
  checkLanguageHeaders,
  checkPlainLanguage,
} from './structure/translations.ts';
import { checkCheckWording, checkCodeWording, checkItemWording } from './structure/wording.ts';

/** What pyxform, ODK Validate and KoboToolbox want of questions, sections, lists and sheets. */
export const structureRules: RuleSet = {
  items: [
    checkBigImage,
    checkSectionLabel,
    checkKoboWord,
    checkTypeNeeds,
    checkListFile,
    checkDefault,
    checkAppearance,
    checkColumns,
    checkLoopList,
    checkItemTextsAgree,
    checkItemWording,
  ],
  forms: [
    checkLabels,
    checkEmptySections,
    checkHiddenGroups,
    checkTakenNames,
    checkRepeatNames,
    checkKoboSections,
    checkTables,
    checkTriggers,
    checkMessages,
    checkRequired,
    checkSavedTypes,
    checkCodeLabels,
    checkOrOther,
    checkExternalSelects,
    checkOwnSheets,
    checkSearches,
    checkDefaultCodes,
    checkSurveyColumns,
    checkAttributes,
    checkChoiceColumns,
    checkSettings,
    checkRepeatedCodes,
    checkSheetNames,
    checkLoopSizes,
    checkSources,
    checkMedia,
    checkCodeTextsAgree,
    checkCodeWording,
    checkPlainLanguage,
  ],
  dictionary: [checkLanguageHeaders, checkCheckWording],
};
