// The displaced people of a site: how many, since when, from where, in what shelter.
import { choosePlace } from './common.mjs';
import { assertExclusive } from './lists.mjs';

const ORIGIN = { admin1: 'loc_origin_admin1', admin2: 'loc_origin_admin2' };
const AGES = ['0_4', '5_11', '12_17', '18_59', '60p'];
const COUNTS = ['loc_idp_hh', 'loc_idp_ind', 'loc_idp_arrival', 'loc_idp_reason', 'loc_idp_shelter', 'loc_idp_f_0_4'];

/** Counts 50 households with 200 people who came from another region. */
export async function countDisplaced(stage) {
  const { form, step, assert } = stage;
  await step('displaced people are counted only where they are', () => {
    for (const name of COUNTS) assert.equal(form.isRelevant(name), false, name);
    form.choose('loc_idp_present', ['no']);
    for (const name of COUNTS) assert.equal(form.isRelevant(name), false, name);
    form.choose('loc_idp_present', ['yes']);
    assert.equal(form.isRelevant('loc_idp_hh'), true);
  });

  await step('there are no fewer people than households', () => {
    form.answer('loc_idp_hh', 50).answer('loc_idp_ind', 49);
    assert.equal(form.violation('loc_idp_ind'), 'At least as many people as households (50), and at most 500,000.');
    form.answer('loc_idp_ind', 200);
    assert.equal(form.violation('loc_idp_ind'), null);
  });

  await step('sex and age add up, or the form says that they do not', () => {
    for (const group of AGES.flatMap((age) => [`loc_idp_f_${age}`, `loc_idp_m_${age}`])) {
      form.answer(group, 201);
      assert.equal(form.violation(group), 'Between 0 and the number of displaced people (200).');
      form.clear(group);
    }
    form.answer('loc_idp_f_0_4', 60).answer('loc_idp_m_18_59', 90);
    assert.equal(form.value('loc_idp_age_total'), '150');
    assert.match(form.label('idp_sex_age_differs'), /add up to 150, but 200 displaced people/u);
    assert.equal(form.isRelevant('idp_sex_age_differs'), true);
    form.answer('loc_idp_f_60p', 50);
    assert.equal(form.isRelevant('idp_sex_age_differs'), false);
  });

  await step('arrival is not after the interview', () => {
    form.answer('loc_idp_arrival', '2025-04-01').choose('loc_idp_reason', ['flood']);
    assert.match(form.violation('loc_idp_arrival'), /^Not after the date of the interview/u);
    form.answer('loc_idp_arrival', '2024-11-01');
    assert.equal(form.violation('loc_idp_arrival'), null);
  });

  await step('the origin is asked for another region only', () => {
    form.choose('loc_origin_scope', ['same_district']);
    for (const name of Object.values(ORIGIN)) assert.equal(form.isRelevant(name), false, name);
    form.choose('loc_origin_scope', ['other_region']);
    assert.equal(form.isRelevant('loc_origin_admin1'), true);
  });
  await choosePlace(stage, ORIGIN);
  await step('the region of origin is another than that of the site', () => {
    assert.equal(form.violation('loc_origin_admin1'), 'You said that they came from another region.');
    form.choose('loc_origin_admin1', ['XA03']).choose('loc_origin_admin2', ['XA0302']);
    assert.equal(form.violation('loc_origin_admin1'), null);
  });

  await step('three kinds of shelter at most, and no other beside "does not know"', () => {
    form.choose('loc_idp_shelter', ['house', 'tent', 'hosted', 'container']);
    assert.match(form.violation('loc_idp_shelter'), /Choose three at most/u);
    assert.equal(form.options('loc_idp_shelter').includes('plastic_sheet'), false, 'a retired code is not offered');
    assertExclusive(stage, 'loc_idp_shelter', 'dnk', 'tent');
    form.choose('loc_idp_shelter', ['tent', 'other']).answer('loc_idp_shelter_other', 'The mill');
    assert.equal(form.violation('loc_idp_shelter'), null);
  });
}

/** What is required of a site with displaced people, returnees and departures, and the limits of its numbers. */
export async function leaveCountsEmpty({ form, step, assert }) {
  await step('where people are, they are counted', () => {
    form.choose('loc_idp_present', ['yes']);
    assert.equal(form.isRequired('loc_origin_scope'), true);
    form.clear('loc_idp_present');
    const before = form.unanswered();
    for (const name of ['loc_idp_present', 'loc_ret_present', 'loc_dep_present']) form.choose(name, ['yes']);
    form.choose('loc_origin_scope', ['other_region']).choose('wash_source', ['truck']);
    const origin = ['loc_idp_reason', 'loc_origin_admin1', 'loc_origin_admin2', 'loc_idp_shelter'];
    const returnees = ['loc_ret_hh', 'loc_ret_ind', 'loc_ret_reason'];
    assert.deepEqual(
      form.unanswered().filter((name) => !before.includes(name)),
      ['loc_idp_hh', 'loc_idp_ind', 'loc_idp_arrival', ...origin, ...returnees, 'loc_dep_ind', 'wash_time'],
    );
  });
  await step('numbers have limits', () => {
    form.answer('loc_site_name', 'x').answer('loc_idp_hh', 0).answer('loc_ret_hh', 5).answer('loc_ret_ind', 4);
    assert.equal(form.violation('loc_site_name'), 'Between 2 and 80 characters.');
    assert.equal(form.violation('loc_idp_hh'), 'Between 1 and 50,000 households.');
    assert.equal(form.violation('loc_ret_ind'), 'At least as many people as households (5), and at most 500,000.');
    form.answer('wash_latrines', 10001).answer('loc_ret_hh', 0);
    assert.equal(form.violation('loc_ret_hh'), 'Between 1 and 50,000 households.');
    assert.equal(form.violation('wash_latrines'), 'Between 0 and 10,000.');
  });
}
