// One conversation about the protection of people in an area: no names, no position, no third level.
import {
  ARABIC,
  ENGLISH,
  FRENCH,
  SPANISH,
  askConsent,
  beginInterview,
  checkStamp,
  choosePlace,
  readSubmission,
  send,
} from './steps/common.mjs';
import { assertExclusive, checkExclusive, checkOther } from './steps/lists.mjs';

const AREA = { admin1: 'admin1', admin2: 'admin2' };
const ABILITIES = ['see', 'hear', 'walk', 'remember', 'selfcare', 'communicate'];
const CONCERNS = ['prot_concern', 'prot_separation', 'prot_child_work', 'prot_gbv_service'];

export const scenarios = {
  'a conversation in private': async (stage) => {
    const { form, step, assert } = stage;
    await beginInterview(stage);
    await choosePlace(stage, AREA);
    await step('the form knows neither a name nor the third level', () => {
      for (const name of ['admin3', 'assessment_round', 'ki_name', 'loc_gps']) {
        assert.throws(() => form.value(name), /no question named/u);
      }
      assert.equal(form.label('admin2'), 'In which district is the place you are talking about?');
    });
    await askConsent(stage, 'resp_sex');

    await step('only adults are asked', () => {
      form.choose('resp_sex', ['female']).answer('resp_age', 17);
      assert.equal(form.violation('resp_age'), 'Only adults from 18 to 110 years are interviewed.');
      form.answer('resp_age', 45).choose('resp_pop_group', ['idp']);
      assert.equal(form.violation('resp_age'), null);
      assert.equal(form.label('resp_pop_group'), 'To which population group do you belong?');
    });

    await step('six questions about the person who answers', () => {
      assert.match(form.label('resp_wg_intro'), /difficulties that you may have/u);
      for (const ability of ABILITIES) form.choose(`resp_wg_${ability}`, ['some']);
      assert.equal(form.value('resp_wg_disability'), 'no');
      form.choose('resp_wg_see', ['a_lot']);
      assert.equal(form.value('resp_wg_disability'), 'yes');
    });

    await step('unsafe places are asked for where people feel unsafe', () => {
      form.choose('prot_safety_day', ['safe']).choose('prot_safety_night', ['safe']);
      assert.equal(form.isRelevant('prot_unsafe_place'), false);
      form.choose('prot_safety_night', ['very_unsafe']);
      assert.equal(form.isRelevant('prot_unsafe_place'), true);
      form.choose('prot_unsafe_place', ['road', 'other']).answer('prot_unsafe_place_other', 'The bridge');
      assertExclusive(stage, 'prot_movement', 'none', 'curfew');
      form.choose('prot_movement', ['curfew', 'cost']);
      assert.equal(form.value('prot_movement'), 'curfew cost');
    });

    await step('the reason for missing documents is asked where some are missing', () => {
      form.choose('prot_docs_missing', ['none_0']);
      assert.equal(form.isRelevant('prot_docs_reason'), false);
      form.choose('prot_docs_missing', ['few_25']).choose('prot_docs_reason', ['lost', 'other']);
      form.answer('prot_docs_reason_other', 'Burnt');
      assert.equal(form.isRelevant('prot_docs_reason_other'), true);
    });

    await step('what is most sensitive is asked in private only', () => {
      for (const name of CONCERNS) assert.equal(form.isRelevant(name), false, name);
      form.choose('prot_private', ['no']);
      for (const name of CONCERNS) assert.equal(form.isRelevant(name), false, name);
      form.choose('prot_private', ['yes']);
      for (const name of CONCERNS) assert.equal(form.isRelevant(name), true, name);
    });

    await step('who is affected is asked when there is a concern; "everyone" stands alone', () => {
      assert.equal(form.isRelevant('prot_concern_group'), false);
      assertExclusive(stage, 'prot_concern', 'none', 'eviction');
      assert.equal(form.isRelevant('prot_concern_group'), false);
      form.choose('prot_concern', ['eviction', 'other']).answer('prot_concern_other', 'Dogs');
      assert.equal(form.isRelevant('prot_concern_group'), true);
      assertExclusive(stage, 'prot_concern_group', 'everyone', 'women');
      form.choose('prot_concern_group', ['women', 'girls']);
      assert.equal(form.violation('prot_concern_group'), null);
    });

    await step('satisfaction is a number from 0 to 10', () => {
      form.answer('aap_satisfaction', 7);
      assert.equal(form.value('aap_satisfaction'), '7');
      form.choose('prot_referral', ['yes']).choose('interview_interrupted', ['no']);
      assert.equal(form.isRequired('interview_interrupted'), true);
    });

    await step('all of it in Arabic', () => {
      form.language(ARABIC);
      assert.equal(form.label('prot_safety_day'), 'ما مدى شعور الناس هنا بالأمان خلال النهار؟');
      form.answer('resp_age', 17);
      assert.equal(form.violation('resp_age'), 'تُجرى المقابلة مع الراشدين من 18 إلى 110 سنوات فقط.');
      form.answer('resp_age', 45).language(ENGLISH);
      assert.equal(form.label('prot_safety_day'), 'How safe do people feel here during the day?');
    });

    await step('all of it in French and in Spanish (converters write a no-break space as a plain one)', () => {
      form.language(FRENCH);
      assert.equal(form.label('resp_wg_see'), 'Avez-vous des difficultés à voir, même en portant des lunettes ?');
      form.language(SPANISH);
      assert.equal(form.label('resp_wg_see'), '¿Tiene usted dificultad para ver, incluso si usa lentes?');
      form.language(ENGLISH);
      assert.equal(form.label('resp_wg_see'), 'Do you have difficulty seeing, even if wearing glasses?');
    });

    await checkStamp(stage, 'protection_monitoring');
    await send(stage, 'protection_monitoring', {
      instanceName: 'XA0101 2025-03-15',
      resp_wg_disability: 'yes',
      prot_concern: 'eviction other',
    });
  },

  'a conversation that others hear': async (stage) => {
    const { form, step, assert } = stage;
    await step('what was said about concerns before is not sent', async () => {
      form.answer('enum_code', 'CD456').choose('interview_mode', ['in_person']);
      form.choose('admin1', ['XA02']).choose('admin2', ['XA0203']).choose('prot_private', ['yes']);
      form.choose('consent', ['granted']).choose('resp_sex', ['male']).answer('resp_age', 60);
      form.choose('resp_pop_group', ['host_community']);
      for (const ability of ABILITIES) form.choose(`resp_wg_${ability}`, ['no_difficulty']);
      form.choose('prot_safety_day', ['safe']).choose('prot_safety_night', ['safe']);
      form.choose('prot_movement', ['none']).choose('prot_docs_missing', ['dnk']).choose('prot_concern', ['eviction']);
      form.choose('prot_referral', ['yes']).choose('interview_interrupted', ['yes']).choose('prot_private', ['no']);
      const sent = readSubmission(await form.submission());
      assert.deepEqual([sent.texts('prot_concern'), sent.texts('prot_private')], [[], ['no']]);
    });
    await step('what comes back in private is what was said', () => {
      form.choose('prot_private', ['yes']);
      assert.equal(form.value('prot_concern'), 'eviction');
    });
  },

  'what may stay empty and what may not': async (stage) => {
    const { form, step, assert } = stage;
    await step('before consent', () => {
      form.clear('assessment_date');
      const details = ['enum_code', 'assessment_date', 'interview_mode'];
      assert.deepEqual(form.unanswered(), [...details, 'admin1', 'admin2', 'prot_private', 'consent']);
    });
    await step('after consent', () => {
      form.choose('consent', ['granted']).choose('prot_private', ['yes']);
      assert.equal(form.isRelevant('resp_wg_see'), false, 'the six questions wait for the age');
      form.answer('resp_age', 30);
      const respondent = ['resp_sex', 'resp_pop_group', ...ABILITIES.map((ability) => `resp_wg_${ability}`)];
      const area = ['prot_safety_day', 'prot_safety_night', 'prot_movement', 'prot_docs_missing'];
      const expected = [...respondent, ...area, 'prot_referral', 'interview_interrupted'];
      assert.deepEqual(form.unanswered().slice(-expected.length), expected);
      assert.equal(form.clear('resp_age').unanswered().includes('resp_age'), true);
    });
    form.choose('prot_safety_day', ['unsafe']).choose('prot_docs_missing', ['some_50']);
    await checkOther(stage, ['prot_unsafe_place', 'prot_movement', 'prot_docs_reason', 'prot_concern']);
    await checkExclusive(stage, { prot_unsafe_place: ['dnk', 'pnta'], prot_docs_reason: ['dnk', 'pnta'] });
  },
};
