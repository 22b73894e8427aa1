// One site, one round, one key informant.
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
import { countDisplaced, leaveCountsEmpty } from './steps/displaced.mjs';

const PLACE = { admin1: 'admin1', admin2: 'admin2', admin3: 'admin3' };

const WITH_OTHER = [
  ['loc_site_type', 'ki_type', 'loc_idp_reason', 'loc_idp_shelter', 'loc_ret_reason', 'top_needs', 'wash_source'],
  ['wash_sanitation', 'hlth_services', 'hlth_barrier', 'fsl_food_source', 'fsl_livelihood', 'comm_channel'],
  ['assist_type', 'edu_barrier'],
].flat();
const EXCLUSIVE = {
  loc_ret_reason: ['dnk'],
  wash_sanitation: ['none', 'dnk'],
  hlth_services: ['none', 'dnk'],
  hlth_barrier: ['none', 'dnk'],
  fsl_livelihood: ['none', 'dnk', 'pnta'],
  comm_channel: ['dnk', 'pnta'],
  assist_type: ['dnk'],
  edu_barrier: ['dnk'],
};

/** What the server holds of the last round: one site, with its count. */
export const fromServer = { 'previous_round.csv': 'site_code,idp_individuals\nS10022,240\n' };

export const scenarios = {
  'a camp with displaced people': async (stage) => {
    const { form, step, assert } = stage;
    await beginInterview(stage);
    await step('the round has a letter and two digits', () => {
      form.answer('assessment_round', '7');
      assert.equal(form.violation('assessment_round'), 'The letter R and two digits, for example R07.');
      form.answer('assessment_round', 'R07');
      assert.equal(form.violation('assessment_round'), null);
    });
    await choosePlace(stage, PLACE);
    await step('labels name the place that the form asks for', () => {
      assert.equal(form.label('admin1'), 'In which region is the site?');
      assert.equal(form.label('admin3'), 'In which sub-district is the site?');
    });

    await step('the site register knows the code, or says that it does not', () => {
      assert.equal(form.isRelevant('register_missing'), false);
      form.answer('loc_site_code', '10022');
      assert.equal(form.violation('loc_site_code'), 'The letter S and five digits, for example S10012.');
      assert.equal(form.isRelevant('register_missing'), true);
      form.answer('loc_site_code', 'S10022');
      assert.equal(form.value('register_name'), 'Site North-1-B');
      assert.equal(form.isRelevant('register_missing'), false);
      assert.equal(form.label('register_found'), 'The site register knows this code as Site North-1-B.');
    });

    await step('another type of site is specified', () => {
      form.answer('loc_site_name', 'Old mill').choose('loc_setting', ['rural']);
      form.choose('loc_site_type', ['camp_planned']);
      assert.equal(form.isRelevant('loc_site_type_other'), false);
      form.choose('loc_site_type', ['other']).answer('loc_site_type_other', 'A mill');
      assert.equal(form.value('loc_site_type_other'), 'A mill');
    });

    await step('coordinates are taken where the site was reached', () => {
      form.choose('loc_access', ['no']);
      assert.equal(form.isRelevant('loc_gps'), false);
      form.choose('loc_access', ['limited']).answer('loc_gps', '12.5 44.25 0 5');
      assert.match(form.value('loc_gps'), /^12\.5 44\.25/u);
    });

    await askConsent(stage, 'ki_type');

    await step('the key informant, and the count of the last round', () => {
      form.choose('ki_type', ['other']).answer('ki_type_other', 'Miller').choose('ki_sex', ['male']);
      form.answer('ki_phone', '12');
      assert.match(form.violation('ki_phone'), /^Seven to fifteen digits/u);
      form.answer('ki_phone', '+123 456 789').choose('ki_sex', ['female']);
      assert.equal(form.violation('ki_phone'), null);
      assert.match(form.label('previous_idp_note'), /240 displaced people/u);
    });

    await countDisplaced(stage);

    await step('no returnees, some departures', () => {
      form.choose('loc_ret_present', ['no']).choose('loc_dep_present', ['yes']).answer('loc_dep_ind', 0);
      assert.equal(form.isRelevant('loc_ret_ind'), false);
      assert.equal(form.violation('loc_dep_ind'), 'Between 1 and 500,000 people.');
      form.answer('loc_dep_ind', 12);
      assert.equal(form.isRequired('loc_dep_admin1'), false);
    });

    await step('needs: three at most, "none" alone, another one specified', () => {
      assertExclusive(stage, 'top_needs', 'none', 'food');
      form.choose('top_needs', ['food', 'water', 'cash', 'health']);
      assert.match(form.violation('top_needs'), /Choose three at most/u);
      form.choose('top_needs', ['food', 'other']).answer('top_needs_other', 'Seeds');
      assert.equal(form.violation('top_needs'), null);
      form.choose('assist_last', ['never']);
      assert.equal(form.isRelevant('assist_type'), false);
    });

    await step('water: the source decides what is asked', () => {
      form.choose('wash_source', ['piped_home']);
      assert.equal(form.value('wash_source_improved'), 'yes');
      assert.equal(form.isRelevant('wash_time'), false);
      form.choose('wash_source', ['surface']).choose('wash_time', ['under_30']);
      assert.equal(form.value('wash_source_improved'), 'no');
      assert.equal(form.isRelevant('wash_source_unsafe'), true);
    });

    await step('toilets are counted where there are some', () => {
      form.choose('wash_sanitation', ['none']);
      assert.equal(form.isRelevant('wash_latrines'), false);
      form.choose('wash_sanitation', ['bucket', 'flush']).answer('wash_latrines', 6);
      assert.equal(form.value('wash_people_per_latrine'), '33');
    });

    await step('health and school', () => {
      form.choose('hlth_services', ['pharmacy']).choose('hlth_time', ['over_60']).choose('edu_share', ['all_100']);
      assert.equal(form.isRelevant('edu_barrier'), false);
      form.choose('edu_share', ['some_50']).choose('edu_barrier', ['other']).answer('edu_barrier_other', 'Harvest');
      assert.equal(form.isRelevant('edu_barrier_other'), true);
    });

    await step('all of it in Arabic', () => {
      form.language(ARABIC);
      assert.equal(form.label('loc_idp_ind'), 'كم عدد النازحين الذين يعيشون هنا؟');
      assert.equal(form.optionLabel('admin2', 'XA0101'), 'الشمال 1');
      form.answer('loc_idp_ind', 1);
      assert.equal(form.violation('loc_idp_ind'), 'لا يقل عدد الأشخاص عن عدد الأسر (50) ولا يزيد على 500,000.');
      form.answer('loc_idp_ind', 200).language(ENGLISH);
      assert.equal(form.label('loc_idp_ind'), 'How many displaced people live here?');
    });

    await step('all of it in French and in Spanish (converters write a no-break space as a plain one)', () => {
      form.language(FRENCH);
      assert.equal(form.label('loc_idp_ind'), 'Combien de personnes déplacées vivent ici ?');
      assert.equal(form.optionLabel('admin2', 'XA0101'), 'Nord-1');
      assert.equal(form.label('admin1'), 'Dans quelle région se trouve le site ?');
      form.language(SPANISH);
      assert.equal(form.label('loc_idp_ind'), '¿Cuántas personas desplazadas viven aquí?');
      assert.equal(form.optionLabel('admin2', 'XA0101'), 'Norte-1');
      form.language(ENGLISH);
    });

    form.choose('data_credibility', ['mostly_credible']);
    await checkStamp(stage, 'location_assessment');
    await send(stage, 'location_assessment', {
      instanceName: 'S10022 R07',
      loc_idp_ind: '200',
      loc_ret_ind: [],
      top_needs: 'food other',
      refusal_reason: [],
    });
  },

  'a site where nobody wants to talk': async (stage) => {
    const { form, step, assert } = stage;
    await step('the interview ends with the refusal', () => {
      form.answer('enum_code', 'CD456').answer('assessment_round', 'R08').choose('interview_mode', ['by_phone']);
      form.choose('admin1', ['XA04']).choose('admin2', ['XA0403']).choose('admin3', ['XA040301']);
      form.answer('loc_site_code', 'S99999').answer('loc_site_name', 'New site').choose('loc_site_type', ['other']);
      form.answer('loc_site_type_other', 'Not known').choose('loc_access', ['no']).choose('consent', ['refused']);
      assert.equal(form.isRelevant('register_missing'), true);
      assert.equal(form.isRelevant('assessment'), false);
    });
    await send(stage, 'location_assessment', { consent: 'refused', assessment: [], top_needs: [] });
  },

  'what may stay empty and what may not': async (stage) => {
    const { form, step, assert } = stage;
    await step('before consent', () => {
      const place = ['admin1', 'admin2', 'admin3', 'loc_site_code', 'loc_site_name', 'loc_site_type', 'loc_access'];
      form.clear('assessment_date');
      const details = ['enum_code', 'assessment_date', 'assessment_round', 'interview_mode'];
      assert.deepEqual(form.unanswered(), [...details, ...place, 'consent']);
      for (const name of ['register_found', 'loc_photo']) assert.equal(form.isRelevant(name), false, name);
    });
    await step('after consent', () => {
      const before = form.unanswered().length;
      form.choose('consent', ['granted']);
      const always = ['loc_idp_present', 'loc_ret_present', 'loc_dep_present', 'top_needs', 'wash_source'];
      const sectors = ['hlth_services', 'edu_share', 'data_credibility'];
      assert.deepEqual(form.unanswered().slice(before - 1), ['ki_type', 'ki_sex', ...always, ...sectors]);
    });
    await step('nothing is asked about answers that were not given', () => {
      const hidden = ['previous_idp_note', 'loc_dep_admin1', 'wash_source_unsafe', 'hlth_time'];
      for (const name of hidden) assert.equal(form.isRelevant(name), false, name);
    });
    await leaveCountsEmpty(stage);
    form.choose('assist_last', ['m1_3']).choose('edu_share', ['some_50']);
    await checkOther(stage, WITH_OTHER);
    await checkExclusive(stage, EXCLUSIVE);
  },
};
