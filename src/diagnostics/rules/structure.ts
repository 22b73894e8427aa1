import { questionRules } from './questions.ts';
import { sectionRules } from './sections.ts';
import { selectRules } from './selects.ts';
import { translationRules } from './translations.ts';
import { wordingRules } from './wording.ts';
import { workbookRules } from './workbook.ts';

/** What pyxform, ODK Validate and KoboToolbox want of questions, sections, lists and sheets. */
export const structureRules = {
  ...questionRules,
  ...sectionRules,
  ...selectRules,
  ...workbookRules,
  ...translationRules,
  ...wordingRules,
};
