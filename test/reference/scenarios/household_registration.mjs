// One household with all its members.
import {
  ARABIC,
  ENGLISH,
  FRENCH,
  SPANISH,
  askConsent,
  beginInterview,
  checkStamp,
  choosePlace,
  send,
} from './steps/common.mjs';
import { assertExclusive, checkExclusive, checkOther } from './steps/lists.mjs';
import { ABILITIES, checkBirthdays, fillRoster } from './steps/roster.mjs';

const HOME = { admin1: 'admin1', admin2: 'admin2', admin3: 'admin3' };
const ORIGIN = { admin1: 'origin_admin1', admin2: 'origin_admin2', admin3: 'origin_admin3' };

export const scenarios = {
  'a displaced family of three': async (stage) => {
    const { form, profile, step, assert } = stage;
    await beginInterview(stage);
    await step('the form leaves out what it does not need', () => {
      assert.throws(() => form.value('assessment_round'), /no question named assessment_round/u);
      assert.match(form.label('consent_intro'), /to register your household/u);
    });
    await askConsent(stage, 'hh_number');
    await choosePlace(stage, HOME);

    await step('the registration number has its shape', () => {
      form.answer('hh_number', 'HH4512');
      assert.equal(form.violation('hh_number'), 'HH, a dash and six digits, for example HH-004512.');
      form.answer('hh_number', 'HH-004512').answer('hh_card_code', 'X-1').choose('hh_reg_status', ['new']);
      assert.equal(form.violation('hh_number'), null);
    });

    await step('a second telephone only where there is one', () => {
      assert.equal(form.isRelevant('hh_phone_owner'), false);
      form.answer('hh_phone', '123 456 789').choose('hh_phone_owner', ['head']);
      assert.equal(form.isRelevant('hh_phone_2'), false);
      form.choose('hh_phone_more', ['yes']).answer('hh_phone_2', 'none');
      assert.match(form.violation('hh_phone_2'), /^Seven to fifteen digits/u);
      assert.equal(form.isRelevant('hh_phone_owner_2'), true);
      form.choose('hh_phone_more', ['no']);
      assert.equal(form.isRelevant('hh_phone_owner_2'), false);
    });

    await step('displacement is asked of displaced households', () => {
      assert.equal(form.isRelevant('hh_disp_date'), false);
      for (const group of ['host_community', 'dnk', 'pnta']) {
        form.choose('hh_pop_group', [group]);
        assert.equal(form.isRelevant('hh_disp_date'), false, group);
      }
      form.choose('hh_pop_group', ['idp']);
      assert.equal(form.isRelevant('hh_disp_date'), true);
    });

    await step('the household left before the interview', () => {
      form.answer('hh_disp_date', '2025-04-01');
      assert.match(form.violation('hh_disp_date'), /^Not after the date of the interview/u);
      form.answer('hh_disp_date', '2024-02-01').answer('hh_disp_count', 21);
      assert.equal(form.violation('hh_disp_count'), 'Between 0 and 20 times.');
      form.answer('hh_disp_count', 2).choose('hh_disp_reason', ['other']).answer('hh_disp_reason_other', 'Rats');
      assert.equal(form.violation('hh_disp_count'), null);
    });

    await step('the home that was left is asked for inside the country', () => {
      form.choose('hh_from_abroad', ['yes']);
      for (const name of Object.values(ORIGIN)) assert.equal(form.isRelevant(name), false, name);
      form.choose('hh_from_abroad', ['no']);
      assert.equal(form.isRelevant('origin_admin1'), true);
      assert.equal(form.label('origin_admin1'), 'In which region is the home that the household left?');
    });
    await choosePlace(stage, ORIGIN);
    await step('the home that was left does not follow the present one', () => {
      form.choose('origin_admin1', ['XA03']).choose('origin_admin2', ['XA0301']).choose('origin_admin3', ['XA030101']);
      assert.equal(form.value('admin3'), 'XA010102');
    });

    await step('a shelter has faults, the open air has none', () => {
      form.choose('hh_shelter', ['open_air']);
      assert.equal(form.isRelevant('hh_shelter_issue'), false);
      form.choose('hh_shelter', ['other']).answer('hh_shelter_other', 'A bus').choose('hh_tenure', ['hosted_free']);
      assertExclusive(stage, 'hh_shelter_issue', 'none', 'leaks');
      form.choose('hh_shelter_issue', ['leaks', 'no_lock']);
      assert.equal(form.value('hh_shelter_issue'), 'leaks no_lock');
    });

    const [mother] = await fillRoster(stage);

    await step('assistance, in the words of a household', () => {
      assert.equal(form.label('assist_last'), 'When did the household last receive assistance?');
      form.choose('assist_last', ['m1_3']).choose('assist_type', ['other']).answer('assist_type_other', 'Seeds');
      assert.equal(form.isRelevant('assist_type'), true);
      form.choose('consent_share', ['refused']);
    });

    await step('all of it in Arabic', () => {
      form.language(ARABIC);
      assert.equal(form.label('hh_size'), 'كم عدد الأشخاص الذين يعيشون في هذه الأسرة؟');
      assert.equal(mother.label('mem_sex'), 'ما جنس Rana؟');
      form.answer('hh_number', 'HH');
      assert.equal(form.violation('hh_number'), 'الحرفان HH ثم شرطة وستة أرقام، مثل HH-004512.');
      form.answer('hh_number', 'HH-004512').language(ENGLISH);
      assert.equal(form.label('hh_size'), 'How many people live in this household?');
    });

    await step('all of it in French and in Spanish (converters write a no-break space as a plain one)', () => {
      form.language(FRENCH);
      assert.equal(form.label('hh_size'), 'Combien de personnes vivent dans ce ménage ?');
      assert.equal(mother.label('mem_sex'), 'Quel est le sexe de Rana ?');
      form.language(SPANISH);
      assert.equal(form.label('hh_size'), '¿Cuántas personas viven en este hogar?');
      assert.equal(mother.label('mem_sex'), '¿Cuál es el sexo de Rana?');
      form.language(ENGLISH);
    });

    await checkStamp(stage, 'household_registration');
    await send(stage, 'household_registration', {
      instanceName: 'HH-004512 2025-03-15',
      origin_admin3: 'XA030101',
      hh_phone_2: [],
      mem_given_name: ['Rana', 'Sami', 'Omar'],
      mem_age: ['34', '4', '70'],
      entity: profile === 'odk' ? 'HH-004512' : [], // KoboToolbox has none
    });
  },

  'ages on birthdays': async (stage) => {
    const { form } = stage;
    form.choose('consent', ['granted']).answer('hh_size', 1);
    const member = form.in('member', 1).choose('mem_dob_known', ['yes']);
    await checkBirthdays(stage, member);
  },

  'a member who leaves takes the answers along': async (stage) => {
    const { form, step, assert } = stage;
    await step('fewer members, fewer entries', () => {
      form.choose('consent', ['granted']).answer('hh_size', 2);
      form.in('member', 1).answer('mem_given_name', 'Rana').choose('mem_sex', ['female']);
      form.in('member', 2).answer('mem_given_name', 'Hala').choose('mem_sex', ['female']);
      assert.equal(form.value('hh_females'), '2');
      form.answer('hh_size', 1);
      assert.equal(form.value('hh_females'), '1');
      assert.equal(form.value('hh_members_listed'), '1');
    });
    await step('a withdrawn consent closes everything', () => {
      form.choose('consent', ['refused']);
      assert.equal(form.isRelevant('registration'), false);
      assert.equal(form.isRelevant('hh_size'), false);
    });
  },

  'what may stay empty and what may not': async (stage) => {
    const { form, step, assert } = stage;
    await step('after consent', () => {
      form.clear('assessment_date').choose('consent', ['granted']);
      const details = ['enum_code', 'assessment_date', 'interview_mode'];
      const registration = ['hh_number', 'hh_reg_status', 'hh_pop_group', 'admin1', 'admin2', 'admin3'];
      const rest = ['hh_shelter', 'hh_size', 'consent_share'];
      assert.deepEqual(form.unanswered(), [...details, ...registration, ...rest]);
    });
    await step('a displaced household with two telephones', () => {
      const before = form.unanswered();
      form.choose('hh_pop_group', ['idp']).choose('hh_from_abroad', ['no']).answer('hh_phone', '1');
      assert.match(form.violation('hh_phone'), /^Seven to fifteen digits/u);
      form.answer('hh_phone', '1234567').choose('hh_phone_more', ['yes']).answer('hh_phone_2', '1234567');
      const origin = ['origin_admin1', 'origin_admin2', 'origin_admin3'];
      assert.deepEqual(
        form.unanswered().filter((name) => !before.includes(name)),
        ['hh_phone_owner', 'hh_phone_owner_2', 'hh_disp_date', 'hh_disp_reason', ...origin],
      );
      form.clear('hh_from_abroad');
      assert.equal(form.isRequired('hh_from_abroad'), true);
    });
    await step('a member', () => {
      const before = form.unanswered();
      const member = form.answer('hh_size', 1).in('member', 1).choose('mem_dob_known', ['yes']);
      const identity = ['mem_given_name', 'mem_family_name', 'mem_relationship', 'mem_sex', 'mem_dob'];
      const added = () => form.unanswered().filter((name) => !before.includes(name));
      assert.deepEqual(added(), [...identity, 'mem_id_doc']);
      member.choose('mem_dob_known', ['no']);
      assert.equal(added().includes('mem_age_years'), true);
      member.answer('mem_age_years', 20).choose('mem_specific_need', ['illness']);
      assert.deepEqual(added().slice(5), [...ABILITIES, 'mem_referral']);
      member.clear('mem_dob_known').answer('mem_father_name', 'x').answer('mem_family_name', 'x');
      assert.equal(member.isRequired('mem_dob_known'), true);
      assert.equal(member.violation('mem_father_name'), 'Between 2 and 60 letters.');
      assert.equal(member.violation('mem_family_name'), 'Between 2 and 60 letters.');
    });
    form.choose('hh_shelter', ['tent']).choose('assist_last', ['last_month']);
    await checkOther(stage, ['hh_disp_reason', 'hh_shelter', 'hh_shelter_issue', 'hh_tenure', 'assist_type']);
    await checkOther({ ...stage, form: form.in('member', 1) }, ['mem_id_doc', 'mem_specific_need']);
    await checkExclusive(stage, { hh_shelter_issue: ['none', 'dnk', 'pnta'], assist_type: ['dnk'] });
    await step('no terms for the open air, no kind of assistance that never came', () => {
      form.choose('hh_shelter', ['open_air']).choose('assist_last', ['never']);
      assert.equal(form.isRelevant('hh_tenure'), false);
      assert.equal(form.isRelevant('assist_type'), false);
    });
  },
};
