// A form of the country's own, made of modules of the core and one of its own.
import { ENGLISH, SPANISH, DAY, askConsent, checkStamp, send } from '../steps/common.mjs';
import { compareLanguages } from '../steps/countries.mjs';

export const scenarios = {
  'a visit': async (stage) => {
    const { form, step, assert } = stage;
    await compareLanguages(stage, [SPANISH, ENGLISH], ['XC']);
    form.answer('assessment_date', DAY).answer('enum_code', 'AB123').choose('enum_sex', ['female']);
    await step('the purpose is that of the form', () => {
      assert.match(form.label('consent_intro'), /to see how the repair of your shelter goes on/u);
    });
    await askConsent(stage, 'hh_number');
    await step('the shelter, with the rent of the country', () => {
      form.answer('hh_number', 'HH-004512').answer('hh_size', 4).choose('hh_shelter', ['house']);
      form.choose('hh_tenure', ['rented_written']).answer('xc_rent', 900);
      assert.equal(form.value('xc_rent'), '900');
    });
    await step('when the repair was finished', () => {
      assert.equal(form.isRelevant('xc_finished_on'), false);
      form.choose('xc_visit_result', ['repaired']).answer('xc_finished_on', '2025-12-31');
      assert.match(form.violation('xc_finished_on'), /^Not before the programme began/u);
      form.clear('xc_finished_on');
      assert.equal(form.isRelevant('xc_visit_photo'), true);
    });
    await checkStamp(stage, 'xc_shelter_visit');
    await send(stage, 'xc_shelter_visit', {
      instanceName: 'HH-004512 2025-03-15',
      xc_rent: '900',
      hh_shelter: 'house',
    });
  },
};
