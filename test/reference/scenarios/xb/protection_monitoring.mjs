import { ENGLISH, FRENCH } from '../steps/common.mjs';
import { checkLeftOut, chooseDown, compareLanguages } from '../steps/countries.mjs';
import { FIVE_LEVELS } from '../steps/five-levels.mjs';

export const scenarios = {
  'nothing below the province is asked': async (stage) => {
    await chooseDown(stage, FIVE_LEVELS.slice(0, 2));
    await checkLeftOut(stage, ['admin3', 'xb_admin4', 'xb_admin5']);
    await compareLanguages(stage, [FRENCH, ENGLISH], ['XB']);
  },
};
