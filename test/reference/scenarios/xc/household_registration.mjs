// The country that removes, changes and adds.
import { ENGLISH, SPANISH, DAY } from '../steps/common.mjs';
import { checkLeftOut, chooseDown, compareLanguages } from '../steps/countries.mjs';

const GONE = ['mem_photo', 'mem_id_number', 'hh_card_code', 'hh_gps'];

export const scenarios = {
  'what the country asks otherwise': async (stage) => {
    const { form, step, assert } = stage;
    await checkLeftOut(stage, GONE);
    form.answer('assessment_date', DAY).choose('consent', ['granted']);
    await step('a note opens the registration', () => {
      const names = form.texts().map(([what]) => what);
      const at = names.indexOf('registration label');
      assert.deepEqual(names.slice(at, at + 3), [
        'registration label',
        'xc_registration_note label',
        'hh_number label',
      ]);
    });
    await chooseDown(stage, [
      { name: 'admin1', code: 'XC111', label: 'Bubamora', offered: 5 },
      { name: 'admin2', code: 'XC2038', label: 'Los Altos de Trimolena', offered: 6 },
      { name: 'admin3', code: 'XC3161', label: 'Brutamora', offered: 5 },
    ]);
    await step('levels bear the names of the country, and the place is filled in', () => {
      assert.equal(form.label('admin1'), '¿En qué departamento se encuentra la vivienda actual del hogar?');
      form.choose('hh_pop_group', ['idp']).choose('hh_from_abroad', ['no']);
      assert.equal(form.label('origin_admin2'), '¿En qué municipio se encuentra la vivienda que el hogar dejó?');
      form.clear('hh_from_abroad').clear('hh_pop_group');
    });
    await step('messages can be written where there is a number', () => {
      assert.equal(form.isRelevant('xc_whatsapp'), false);
      form.answer('hh_phone', '61234567').choose('hh_phone_owner', ['head']);
      assert.equal(form.label('xc_whatsapp'), '¿Se puede escribir mensajes al número 61234567?');
    });
    await step('rent is asked for where rent is paid', () => {
      form.choose('hh_shelter', ['xc_stilt_house']).choose('hh_tenure', ['owned']);
      assert.equal(form.isRelevant('xc_rent'), false);
      form.choose('hh_tenure', ['rented_verbal']).answer('xc_rent', 0);
      assert.match(form.violation('xc_rent'), /^Entre 1 y 100,000/u);
      form.answer('xc_rent', 850);
      assert.equal(form.violation('xc_rent'), null);
    });
    await step('who is asked most often comes first; smaller households', () => {
      assert.deepEqual(form.options('hh_pop_group').slice(0, 3), ['host_community', 'refugee', 'asylum_seeker']);
      form.answer('hh_size', 31);
      assert.equal(form.violation('hh_size'), 'De 1 a 30 personas.');
      form.answer('hh_size', 26);
      assert.equal(form.repeats('member'), 25, 'what the form of the core fills in, not the default of the country');
      form.answer('hh_size', 1);
      assert.equal(form.violation('hh_size'), null);
    });
    await compareLanguages(stage, [SPANISH, ENGLISH], ['XC']);
  },
};
