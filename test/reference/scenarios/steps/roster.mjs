// The members of a household: a mother, a son of four, a grandfather.
import { assertExclusive } from './lists.mjs';

export const ABILITIES = ['wg_see', 'wg_hear', 'wg_walk', 'wg_remember', 'wg_selfcare', 'wg_communicate'];

/** Lists three members and checks what each is asked; returns their entries. */
export async function fillRoster({ form, step, assert }) {
  await step('the roster has as many entries as the household members', () => {
    assert.equal(form.repeats('member'), 0);
    form.answer('hh_size', 0);
    assert.equal(form.violation('hh_size'), 'Between 1 and 40 people.');
    form.answer('hh_size', 26);
    assert.equal(form.repeats('member'), 25);
    assert.equal(form.isRelevant('roster_limit'), true);
    assert.equal(form.label('roster_limit'), 'Only the first 25 members are listed here.');
    form.answer('hh_size', 3);
    assert.equal(form.repeats('member'), 3);
    assert.equal(form.isRelevant('roster_limit'), false);
  });

  const [mother, son, grandfather] = [1, 2, 3].map((number) => form.in('member', number));

  await step('labels speak of the member by name', () => {
    mother.answer('mem_given_name', 'R');
    assert.equal(mother.violation('mem_given_name'), 'Between 2 and 60 letters.');
    mother.answer('mem_given_name', 'Rana').answer('mem_family_name', 'Haddad');
    son.answer('mem_given_name', 'Sami').answer('mem_family_name', 'Haddad');
    grandfather.answer('mem_given_name', 'Omar').answer('mem_family_name', 'Haddad');
    assert.equal(mother.label('mem_sex'), 'What is the sex of Rana?');
    assert.equal(grandfather.label('mem_sex'), 'What is the sex of Omar?');
  });

  await step('the first member is the head, and the only one', () => {
    mother.choose('mem_relationship', ['spouse']);
    son.choose('mem_relationship', ['head']);
    const message = 'The first member is the head of household, and there is only one.';
    assert.deepEqual(
      [mother, son].map((member) => member.violation('mem_relationship')),
      [message, message],
    );
    mother.choose('mem_relationship', ['head']);
    son.choose('mem_relationship', ['child']);
    grandfather.choose('mem_relationship', ['parent']);
    assert.deepEqual(
      [mother, son].map((member) => member.violation('mem_relationship')),
      [null, null],
    );
  });

  await step('age is computed from the date of birth, or estimated', () => {
    mother.choose('mem_sex', ['female']).choose('mem_dob_known', ['yes']).answer('mem_dob', '2025-03-16');
    assert.match(mother.violation('mem_dob'), /^Not after the date of the interview/u);
    assert.equal(mother.isRelevant('mem_age_years'), false);
    mother.answer('mem_dob', '1990-06-01');
    assert.equal(mother.value('mem_age'), '34');
    son.choose('mem_sex', ['male']).choose('mem_dob_known', ['yes']).answer('mem_dob', '2021-01-20');
    assert.equal(son.value('mem_age'), '4');
    grandfather.choose('mem_sex', ['male']).choose('mem_dob_known', ['no']).answer('mem_age_years', 121);
    assert.equal(grandfather.violation('mem_age_years'), 'Between 0 and 120 years.');
    grandfather.answer('mem_age_years', 70);
    assert.equal(grandfather.value('mem_age'), '70');
  });

  await step('each age has its own questions', () => {
    const asked = (name) => [mother, son, grandfather].map((member) => member.isRelevant(name));
    assert.deepEqual(asked('mem_marital'), [true, false, true]);
    assert.deepEqual(asked('mem_birth_reg'), [false, true, false]);
    assert.deepEqual(asked('mem_pregnant'), [true, false, false]);
    assert.deepEqual(asked('wg_see'), [true, false, true]);
    assert.deepEqual(asked('mem_photo'), [true, false, false]);
    son.answer('mem_dob', '2018-01-20');
    assert.deepEqual(asked('mem_birth_reg'), [false, false, false]);
    assert.deepEqual(asked('mem_edu_attending'), [false, true, false]);
    assert.deepEqual(asked('wg_see'), [true, true, true]);
    son.answer('mem_dob', '2021-01-20');
  });

  await step('documents: none alone, another one specified, a number for those that are', () => {
    assertExclusive({ form: mother, assert }, 'mem_id_doc', 'none', 'passport');
    assert.equal(mother.isRelevant('mem_id_number'), false);
    mother.choose('mem_id_doc', ['passport', 'other']).answer('mem_id_doc_other', 'A letter');
    mother.answer('mem_id_number', '?');
    assert.equal(mother.violation('mem_id_number'), 'Three to twenty letters or digits.');
    mother.answer('mem_id_number', 'P-1234');
    son.choose('mem_id_doc', ['birth_certificate']);
    grandfather.choose('mem_id_doc', ['none']);
    assert.equal(mother.violation('mem_id_number'), null);
    assert.equal(son.isRelevant('mem_id_doc_other'), false);
  });

  await step('six questions tell a disability', () => {
    assert.match(mother.label('wg_intro'), /difficulties that Rana may have/u);
    assert.equal(mother.label('wg_see'), 'Does Rana have difficulty seeing, even if wearing glasses?');
    for (const ability of ABILITIES) {
      mother.choose(ability, ['some']);
      grandfather.choose(ability, ['no_difficulty']);
    }
    grandfather.choose('wg_walk', ['cannot']);
    assert.equal(mother.value('wg_disability'), 'no');
    assert.equal(grandfather.value('wg_disability'), 'yes');
  });

  await step('specific needs fit the age', () => {
    assert.deepEqual([offersNeed(son, 'out_of_school'), offersNeed(mother, 'out_of_school')], [true, false]);
    assert.deepEqual([offersNeed(son, 'single_parent'), offersNeed(mother, 'single_parent')], [false, true]);
    assert.deepEqual([offersNeed(son, 'illness'), offersNeed(mother, 'illness')], [true, true]);
    mother.choose('mem_specific_need', ['none']);
    assert.equal(mother.isRelevant('mem_referral'), false);
    assertExclusive({ form: grandfather, assert }, 'mem_specific_need', 'none', 'illness');
    grandfather.choose('mem_specific_need', ['older_alone', 'other']).answer('mem_specific_need_other', 'Diet');
    grandfather.choose('mem_referral', ['yes']);
    assert.equal(grandfather.value('mem_specific_need'), 'older_alone other');
  });

  await step('the household adds up', () => {
    assert.equal(form.value('hh_members_listed'), '3');
    assert.equal(form.value('hh_children_u5'), '1');
    assert.equal(form.value('hh_females'), '1');
    assert.equal(form.value('hh_dependents'), '2');
    assert.equal(form.value('hh_dependency'), '2');
    assert.equal(form.value('hh_head_name'), 'Rana');
    assert.match(form.label('roster_summary'), /^The household of Rana has 3 members, 1 of them women/u);
  });

  return [mother, son, grandfather];
}

/** Completed years on the day of the interview, where a year of 365.25 days would be one short or one too many. */
const BIRTHDAYS = [
  ['2007-03-15', '2025-03-15', '18'],
  ['2007-03-16', '2025-03-15', '17'],
  ['2020-03-15', '2025-03-15', '5'],
  ['2020-03-16', '2025-03-15', '4'],
  ['2024-03-15', '2025-03-15', '1'],
  ['2024-03-16', '2025-03-15', '0'],
  ['2025-03-15', '2025-03-15', '0'],
  ['2004-02-29', '2025-02-28', '20'],
  ['2004-02-29', '2025-03-01', '21'],
  ['2004-02-29', '2024-02-29', '20'],
  ['1999-12-31', '2025-01-01', '25'],
  ['1900-01-01', '2025-01-01', '125'],
];

/** Asks for the age on and around birthdays. */
export async function checkBirthdays({ form, step, assert }, member) {
  for (const [born, day, years] of BIRTHDAYS) {
    await step(`who was born on ${born} has completed ${years} years on ${day}`, () => {
      form.answer('assessment_date', day);
      member.answer('mem_dob', born);
      assert.equal(member.violation('mem_dob'), null);
      assert.equal(member.value('mem_age'), years);
    });
  }
  await step('without a day of the interview there is no age, and neither child nor adult', () => {
    form.clear('assessment_date');
    assert.equal(member.value('mem_age'), '');
    assert.equal(member.value('mem_life_stage'), '');
  });
}

function offersNeed(member, code) {
  return member.options('mem_specific_need').includes(code);
}
