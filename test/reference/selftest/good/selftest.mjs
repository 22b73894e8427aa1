// The words of form.mjs, each used on the survey of ../workbook.mjs.

export const scenarios = {
  'a household of two': async ({ form, step, assert }) => {
    await step('districts follow the region, from the attached lists', () => {
      assert.deepEqual(form.unanswered(), ['region']);
      assert.deepEqual(form.options('region'), ['n', 's']);
      assert.deepEqual(form.options('district'), []);
      form.choose('region', ['n']);
      assert.deepEqual(form.options('district'), ['n1', 'n2']);
      form.choose('district', ['n2']).choose('region', ['s']);
      assert.deepEqual(form.options('district'), ['s1']);
      assert.equal(form.value('district'), '');
      form.answer('/data/location/district', 's1');
      assert.equal(form.optionLabel('district', 's1'), 'South one');
    });

    await step('without consent nothing is asked', () => {
      assert.equal(form.isRelevant('hh_size'), false);
      form.choose('consent', ['yes']);
      assert.equal(form.isRelevant('hh_size'), true);
    });

    await step('a household has people', () => {
      assert.equal(form.repeats('member'), 0);
      form.answer('hh_size', 21);
      assert.equal(form.violation('hh_size'), 'Between 1 and 20');
      form.answer('hh_size', 2);
      assert.equal(form.violation('hh_size'), null);
      assert.equal(form.repeats('member'), 2);
    });

    await step('each member has an own label and skips', () => {
      const child = form.in('member', 1).answer('member_name', 'Sami').answer('member_age', 7);
      const adult = form.in('member', 2).answer('member_name', 'Rana').answer('member_age', 40);
      assert.equal(child.label('member_age'), 'Age of Sami');
      assert.equal(adult.label('member_age'), 'Age of Rana');
      assert.equal(child.isRelevant('school'), true);
      assert.equal(adult.isRelevant('school'), false);
      assert.equal(form.value('minors'), '1');
      assert.equal(form.value('/data/household/member[2]/member_age'), '40');
    });

    await step('an exclusive code stands alone, "other" is specified', () => {
      form.choose('needs', ['food', 'none']);
      assert.equal(form.violation('needs'), 'None stands alone');
      assert.deepEqual(form.violations(), { '/data/household/needs': 'None stands alone' });
      assert.equal(form.isRelevant('needs_other'), false);
      form.clear('needs').choose('needs', ['other']).answer('needs_other', 'Blankets');
      assert.equal(form.violation('needs'), null);
    });

    await step('visits are added by hand', () => {
      assert.equal(form.repeats('visit'), 1);
      form.addRepeat('visit').in('visit', 2).answer('visit_date', '2026-02-03');
      assert.equal(form.in('visit', 2).value('visit_date'), '2026-02-03');
    });

    await step('Arabic, and back', () => {
      form.language('العربية (ar)');
      assert.equal(form.label('consent'), 'هل توافق؟');
      assert.equal(form.optionLabel('consent', 'yes'), 'نعم');
      assert.equal(form.language('English (en)').label('consent'), 'Do you agree?');
    });

    await step('what is sent', async () => {
      const xml = await form.submission();
      assert.match(xml, /<member_name>Rana<\/member_name>/u);
      assert.match(xml, /<stamp>selftest 1<\/stamp>/u);
      assert.equal(form.stamp(), 'selftest 1');
    });
  },

  'mistakes in a scenario are told in words': async ({ form, step, assert }) => {
    const refusals = {
      'form selftest: no question named hh_sise; did you mean hh_size?': () => form.value('hh_sise'),
      'form selftest: no question named xyz': () => form.value('xyz'),
      'form selftest: hh_size cannot be answered: it is not relevant now': () => form.answer('hh_size', 1),
      'form selftest: stamp is a model-value: nobody answers it': () => form.answer('stamp', 'x'),
      'form selftest: region does not offer w now; it offers: n, s': () => form.choose('region', ['w']),
      'form selftest: region takes one code, not n, s': () => form.choose('region', ['n', 's']),
      'form selftest: visit_date does not take "soon"': () => form.answer('visit_date', 'soon'),
      'form selftest: visit_date is no select: use answer': () => form.choose('visit_date', ['x']),
      'form selftest: visit has 1 entries, not 2': () => form.in('visit', 2),
      'form selftest in /data/visit[1]: no question named region': () => form.in('visit', 1).value('region'),
      'form selftest: consent is no repeat': () => form.repeats('consent'),
      'form selftest: the form itself counts the entries of member': () => form.addRepeat('member'),
      'form selftest: location is a group or repeat and has no value': () => form.value('location'),
      'form selftest: no language French (fr); the form has English (en), العربية (ar)': () =>
        form.language('French (fr)'),
    };
    for (const [message, act] of Object.entries(refusals)) {
      await step(message, () => assert.throws(act, { name: 'FormError', message }));
    }
    await step('an interview that lacks a required answer is not sent', async () => {
      const message = 'form selftest: the interview cannot be sent: {"/data/location/region":"(required)"}';
      await assert.rejects(form.submission(), { message });
    });
    await step('the same name in two entries', () => {
      form.addRepeat('visit');
      const message =
        'form selftest: visit_date is there 2 times: /data/visit[1]/visit_date, /data/visit[2]/visit_date';
      assert.throws(() => form.value('visit_date'), { message });
    });
  },
};
