import { ENGLISH } from '../steps/common.mjs';
import { ARABIC_SCRIPT, DARI, PASHTO, chooseDown, walkLanguages } from '../steps/countries.mjs';

export const scenarios = {
  'in Dari, Pashto and English': async (stage) => {
    const { form, step, assert } = stage;
    await chooseDown(stage, [
      { name: 'admin1', code: 'XA03', label: 'گرم‌دوشت', offered: 6 },
      { name: 'admin2', code: 'XA0303', label: 'چاه‌لور', offered: 3 },
    ]);
    await walkLanguages(stage, { [DARI]: ARABIC_SCRIPT, [PASHTO]: ARABIC_SCRIPT, [ENGLISH]: /[a-z]/iu });
    await step('each form says for what it asks', () => {
      form.language(PASHTO);
      assert.match(form.label('consent_intro'), /د خوندیتوب او حقونو/u);
      assert.match(form.label('admin2'), /په کومه ولسوالۍ کې/u);
    });
  },
};
