// What the interviews of several forms do alike.

export const ENGLISH = 'English (en)';
export const FRENCH = 'Français (fr)';
export const SPANISH = 'Español (es)';
export const ARABIC = 'العربية (ar)';

/** A day in the past that all scenarios share: no answer depends on the day on which they are played. */
export const DAY = '2025-03-15';

/** Answers the details with which every form begins, and checks what they refuse. */
export async function beginInterview({ form, step, assert }) {
  await step('the day of the interview is today, and not in the future', () => {
    assert.match(form.value('today'), /^\d{4}-\d{2}-\d{2}$/u);
    assert.equal(form.value('assessment_date'), form.value('today'));
    form.answer('assessment_date', '2999-01-01');
    assert.equal(form.violation('assessment_date'), 'The date cannot be in the future.');
    form.answer('assessment_date', DAY);
    assert.equal(form.violation('assessment_date'), null);
  });

  await step('the enumerator gives a code of the agreed shape', () => {
    assert.equal(form.isRequired('enum_code'), true);
    form.answer('enum_code', 'ab123');
    assert.equal(form.violation('enum_code'), 'Two capital letters and three digits, for example AB123.');
    form.answer('enum_code', 'AB123').choose('enum_sex', ['female']).choose('interview_mode', ['in_person']);
    assert.equal(form.violation('enum_code'), null);
  });
}

/** Asks for consent and gets it; `gated` names what nobody may see before. */
export async function askConsent({ form, step, assert }, gated) {
  await step('without consent nothing else is asked', () => {
    const message = 'The interview cannot go on without an answer to this question.';
    assert.equal(form.violation('consent'), message);
    assert.deepEqual(form.options('consent'), ['granted', 'refused'], 'a retired code is not offered');
    assert.equal(form.isRelevant(gated), false);
  });

  await step('a refusal asks for its reason and ends the interview', () => {
    assert.equal(form.isRelevant('consent_refused_note'), false);
    form.choose('consent', ['refused']);
    assert.equal(form.isRelevant('consent_refused_note'), true);
    assert.equal(form.isRelevant('refusal_reason_other'), false);
    form.choose('refusal_reason', ['other']).answer('refusal_reason_other', 'The bus leaves');
    assert.equal(form.isRelevant('refusal_reason_other'), true);
    assert.equal(form.isRelevant(gated), false);
  });

  await step('consent opens the interview and notes the moment', () => {
    form.choose('consent', ['granted']);
    assert.equal(form.isRelevant(gated), true);
    assert.equal(form.isRelevant('refusal_reason'), false);
    assert.equal(form.isRelevant('refusal_reason_other'), false);
    assert.match(form.value('consent_time'), /^\d{4}-\d{2}-\d{2}T/u);
  });
}

/** Chooses a place level by level: each list holds what belongs to the answer above it, and nothing before. */
export async function choosePlace({ form, step, assert }, { admin1, admin2, admin3 = undefined }) {
  await step(`${admin2} follows ${admin1}`, () => {
    assert.deepEqual(form.options(admin1), ['XA01', 'XA02', 'XA03', 'XA04']);
    assert.deepEqual(form.options(admin2), []);
    form.choose(admin1, ['XA02']);
    assert.deepEqual(form.options(admin2), ['XA0201', 'XA0202', 'XA0203']);
    form.choose(admin2, ['XA0202']).choose(admin1, ['XA01']);
    assert.equal(form.value(admin2), '', 'an answer that is no longer offered is gone');
    form.choose(admin2, ['XA0101']);
    assert.equal(form.optionLabel(admin2, 'XA0101'), 'North-1');
  });

  if (admin3 === undefined) return;
  await step(`${admin3} follows ${admin2}, from the attached file`, () => {
    assert.deepEqual(form.options(admin3), ['XA010101', 'XA010102', 'XA010103']);
    form.choose(admin2, ['XA0103']);
    assert.deepEqual(form.options(admin3), ['XA010301', 'XA010302', 'XA010303']);
    form.choose(admin2, ['XA0101']).choose(admin3, ['XA010102']);
    assert.equal(form.optionLabel(admin3, 'XA010102'), 'North-1-B');
  });
}

/** The form says what it is: name, version and hash of what made it. */
export async function checkStamp({ form, step, assert }, name) {
  await step('the form says what made it', () => {
    assert.ok(form.stamp().includes(name), `"${form.stamp()}" names ${name}`);
    assert.match(form.stamp(), /\d+\.\d+\.\d+/u);
  });
}

/**
 * Sends the interview.
 * @param name of the form
 * @param expected what the server gets: text by name of the element; a list where there are several or none
 */
export async function send({ form, step, assert }, name, expected) {
  await step('the interview can be sent', async () => {
    assert.deepEqual(form.violations(), {});
    const sent = readSubmission(await form.submission());
    assert.equal(sent.form, name);
    for (const [element, texts] of Object.entries(expected))
      assert.deepEqual(sent.texts(element), [texts].flat(), element);
  });
}

/** The name of the form, and the text of each element of a name. */
export function readSubmission(xml) {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  const elements = [...root.getElementsByTagName('*')];
  const texts = (name) => elements.filter(({ localName }) => localName === name).map(({ textContent }) => textContent);
  return { form: root.getAttribute('id'), texts };
}
