import { ENGLISH, FRENCH } from '../steps/common.mjs';
import { chooseDown, compareLanguages } from '../steps/countries.mjs';
import { FIVE_LEVELS } from '../steps/five-levels.mjs';

export const scenarios = {
  'a site in the fifth level': async (stage) => {
    const { form, step, assert } = stage;
    await chooseDown(stage, FIVE_LEVELS);
    await step('the register of the country knows its sites', () => {
      form.answer('loc_site_code', 'S10012');
      assert.equal(form.label('register_found').includes('Camp de Douvossi'), true);
      assert.equal(form.label('admin3'), 'Dans quelle commune se trouve le site ?');
    });
    await step('the road in the rainy season', () => {
      form.choose('loc_access', ['yes']).choose('xb_rainy_access', ['dnk']);
      assert.equal(form.isRequired('xb_rainy_access'), true);
      assert.equal(form.options('loc_site_type').at(-2), 'xb_school');
    });
    form.choose('consent', ['granted']);
    await compareLanguages(stage, [FRENCH, ENGLISH], ['XB']);
  },
};
