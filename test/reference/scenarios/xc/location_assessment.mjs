import { ENGLISH, SPANISH } from '../steps/common.mjs';
import { checkLeftOut, compareLanguages } from '../steps/countries.mjs';

export const scenarios = {
  'fewer questions, in another order': async (stage) => {
    const { form, step, assert } = stage;
    await checkLeftOut(stage, ['loc_site_name_local', 'loc_photo', 'loc_idp_intention']);
    form.choose('consent', ['granted']);
    await step('school comes before health', () => {
      const names = form.texts().map(([what]) => what);
      assert.ok(names.indexOf('edu_share label') > 0);
      assert.ok(names.indexOf('edu_share label') < names.indexOf('hlth_services label'));
      form.answer('loc_site_code', 'S11002');
      assert.equal(form.value('register_name'), 'Escuela de Gayana');
    });
    await compareLanguages(stage, [SPANISH, ENGLISH], ['XC']);
  },
};
