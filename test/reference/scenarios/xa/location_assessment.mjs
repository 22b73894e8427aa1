import { ENGLISH } from '../steps/common.mjs';
import { ARABIC_SCRIPT, DARI, PASHTO, checkLeftOut, chooseDown, walkLanguages } from '../steps/countries.mjs';

export const scenarios = {
  'in Dari, Pashto and English': async (stage) => {
    stage.form.choose('admin1', ['XA05']);
    await walkLanguages(stage, { [DARI]: ARABIC_SCRIPT, [PASHTO]: ARABIC_SCRIPT, [ENGLISH]: /[a-z]/iu });
  },

  'what the country asks otherwise': async (stage) => {
    const { form, step, assert } = stage;
    await checkLeftOut(stage, ['admin3', 'loc_photo']);
    await chooseDown(stage, [
      { name: 'admin1', code: 'XA06', label: 'برفاخ', offered: 6 },
      { name: 'admin2', code: 'XA0602', label: 'یخ‌کمر', offered: 3 },
    ]);
    await step('the register of the country knows its sites', () => {
      form.answer('loc_site_code', 'S60012');
      assert.equal(form.value('register_name'), 'پناه‌گاه یخ‌کمر');
      form.answer('loc_site_code', 'S10022');
      assert.equal(form.value('register_name'), 'آبادی درهٔ لورک', 'not the site that the core has under this code');
    });
    await step('snow is asked for where the site could be reached', () => {
      form.choose('loc_access', ['no']);
      assert.equal(form.isRelevant('xa_snow_months'), false);
      form.choose('loc_access', ['limited']).answer('xa_snow_months', 12);
      assert.equal(form.violation('xa_snow_months'), 'بین 0 و 9 ماه.');
      form.language(ENGLISH);
      assert.equal(form.violation('xa_snow_months'), 'Between 0 and 9 months.');
      form.answer('xa_snow_months', 5);
      assert.equal(form.violation('xa_snow_months'), null);
    });
    await step('the key informant is asked in the words and by the pattern of the country', () => {
      form.choose('consent', ['granted']).answer('ki_phone', '1234567');
      assert.match(form.violation('ki_phone'), /^Ten digits/u);
      assert.equal(form.options('fsl_livelihood').indexOf('xa_weaving'), 2);
      assert.equal(form.options('comm_channel').includes('notice_board'), false);
      assert.equal(form.options('comm_channel').includes('xa_mosque'), true);
    });
  },
};
