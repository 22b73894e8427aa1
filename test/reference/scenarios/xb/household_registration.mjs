// The country of five levels: the lower two are its own, and the last one has more than 10,000 places.
import { ENGLISH, FRENCH, DAY } from '../steps/common.mjs';
import { checkLeftOut, chooseDown, compareLanguages } from '../steps/countries.mjs';
import { FIVE_LEVELS } from '../steps/five-levels.mjs';

export const scenarios = {
  'five levels down': async (stage) => {
    const { form, step, assert } = stage;
    form.answer('assessment_date', DAY).choose('consent', ['granted']);
    await chooseDown(stage, FIVE_LEVELS);
    await step('labels name each level, and the place', () => {
      assert.equal(form.label('xb_admin4'), 'Dans quel canton se trouve le domicile actuel du ménage ?');
      assert.equal(form.isRequired('xb_admin4'), true);
      assert.equal(form.isRequired('xb_admin5'), false);
    });
    await step('another canton has other villages', () => {
      form.choose('xb_admin4', ['XB40367']);
      assert.equal(form.value('xb_admin5'), '');
      assert.equal(form.options('xb_admin5').includes('XB5004439'), false);
    });
    await step('of the place that was left, the commune is enough', () => {
      form.choose('hh_pop_group', ['idp']).choose('hh_from_abroad', ['no']);
      form.choose('origin_admin1', ['XB120']);
      assert.ok(form.options('origin_admin2').length > 0);
    });
    await checkLeftOut(stage, ['origin_xb_admin4', 'origin_xb_admin5']);
  },

  'in French and English': async (stage) => {
    const { form, step, assert } = stage;
    await step('French opens first', () => {
      assert.equal(form.label('hh_size'), 'Combien de personnes vivent dans ce ménage ?');
    });
    form.choose('consent', ['granted']).answer('hh_size', 1);
    await compareLanguages(stage, [FRENCH, ENGLISH], ['XB']);
  },

  'what the country asks otherwise': async (stage) => {
    const { form, step, assert } = stage;
    form.choose('consent', ['granted']).choose('hh_pop_group', ['idp']);
    await step('a code keeps its meaning under another label', () => {
      assert.equal(form.optionLabel('hh_disp_reason', 'flood'), 'Inondation ou crue du fleuve');
      form.language(ENGLISH);
      assert.equal(form.optionLabel('hh_disp_reason', 'flood'), 'Flood');
    });
    await step('codes of the country beside those of the core', () => {
      const offered = form.options('hh_shelter');
      assert.deepEqual(offered.slice(0, 2), ['xb_hut', 'house']);
      assert.deepEqual(offered.slice(-3), ['xb_pirogue', 'other', 'dnk']);
      assert.equal(offered.includes('apartment'), false);
    });
    await step('nine digits', () => {
      form.answer('hh_phone', '512345678');
      assert.match(form.violation('hh_phone'), /^Nine digits/u);
      form.answer('hh_phone', '612345678');
      assert.equal(form.violation('hh_phone'), null);
    });
  },
};
