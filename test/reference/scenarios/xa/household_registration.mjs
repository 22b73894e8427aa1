// The right-to-left country: two levels of places, Dari first.
import { ENGLISH, DAY, checkStamp } from '../steps/common.mjs';
import { ARABIC_SCRIPT, DARI, PASHTO, checkLeftOut, chooseDown, walkLanguages } from '../steps/countries.mjs';

export const scenarios = {
  'in Dari, Pashto and English': async (stage) => {
    const { form, step, assert } = stage;
    await step('Dari opens first', () => {
      assert.equal(form.label('hh_number'), 'شمارهٔ ثبت خانواده');
      assert.match(form.label('consent_intro'), /ثبت خانوادهٔ شما/u);
      form.language(PASHTO);
      assert.match(form.label('consent_intro'), /ستاسو د کورنۍ د ثبت/u);
      assert.equal(form.label('refusal_reason_other'), 'مهرباني وکړئ مشخص یې کړئ');
    });
    form.choose('consent', ['granted']).answer('hh_size', 1).choose('admin1', ['XA01']);
    form.choose('hh_pop_group', ['idp']).choose('hh_from_abroad', ['no']).choose('origin_admin1', ['XA04']);
    await walkLanguages(stage, { [DARI]: ARABIC_SCRIPT, [PASHTO]: ARABIC_SCRIPT, [ENGLISH]: /[a-z]/iu });
    await step('a name stands inside a sentence of each language', () => {
      const member = form.in('member', 1).answer('mem_given_name', 'Zarlasht');
      form.language(DARI);
      assert.equal(member.label('mem_sex'), 'جنسیت Zarlasht چیست؟');
      form.language(PASHTO);
      assert.equal(member.label('mem_sex'), 'د Zarlasht جنس څه دی؟');
    });
  },

  'what the country asks otherwise': async (stage) => {
    const { form, step, assert } = stage;
    await checkLeftOut(stage, ['admin3', 'origin_admin3', 'mem_photo']);
    form.answer('assessment_date', DAY).choose('consent', ['granted']).language(ENGLISH);
    await chooseDown(stage, [
      { name: 'admin1', code: 'XA02', label: 'Nushvar', offered: 6 },
      { name: 'admin2', code: 'XA0203', label: 'Shorakuk', offered: 3 },
    ]);
    await step('the card is scanned first, and contact comes before the residence', () => {
      const names = form.texts().map(([what]) => what);
      const order = ['hh_card_code', 'hh_number', 'contact', 'hh_phone', 'residence', 'admin1'].map((name) =>
        names.indexOf(`${name} label`),
      );
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
      assert.equal(order.includes(-1), false);
    });
    await step('a telephone number has the pattern of the country', () => {
      form.answer('hh_phone', '+123 456 789');
      assert.match(form.violation('hh_phone'), /^Ten digits that begin with 07/u);
      form.language(DARI);
      assert.match(form.violation('hh_phone'), /با 07 شروع/u);
      form.language(ENGLISH).answer('hh_phone', '0701234567').choose('hh_phone_owner', ['head']);
      assert.equal(form.violation('hh_phone'), null);
      form.choose('hh_phone_more', ['yes']).answer('hh_phone_2', '123');
      assert.match(form.violation('hh_phone_2'), /^Ten digits/u);
      form.choose('hh_phone_more', ['no']);
    });
    await step('kinds of shelter: two more, one less, in the order of the country, "other" still last', () => {
      const offered = form.options('hh_shelter');
      assert.deepEqual(offered.slice(0, 4), ['xa_mud_house', 'house', 'tent', 'xa_goat_hair_tent']);
      assert.deepEqual(offered.slice(-2), ['other', 'dnk']);
      assert.equal(offered.includes('container'), false);
      assert.equal(form.optionLabel('hh_shelter', 'hosted'), 'Room with relatives or a host family');
    });
    await step('how the home is heated', () => {
      form.choose('hh_shelter', ['xa_mud_house']);
      assert.equal(form.isRequired('xa_heating'), true);
      form.choose('xa_heating', ['dung']);
      assert.equal(form.isRelevant('xa_heating_other'), false);
      form.choose('xa_heating', ['other']).answer('xa_heating_other', 'Straw');
      assert.equal(form.value('xa_heating_other'), 'Straw');
    });
    await step('the six questions keep their words, and get another hint', () => {
      const member = form.answer('hh_size', 1).in('member', 1);
      assert.match(member.hint('mem_wg_walk'), /^Read all four answers\. Speak to the person/u);
      assert.match(member.label('mem_wg_walk'), /difficulty walking or climbing steps/u);
    });
    await checkStamp(stage, 'xa_household_registration');
  },
};
