// From the country down to a village, and back up again.

const ARABIC = 'العربية (ar)';

export const scenarios = {
  'a village in five answers': async ({ form, step, assert }) => {
    await step('each level offers what lies in the place above, and nothing before', () => {
      assert.deepEqual(form.options('admin1'), []);
      form.choose('admin0', ['XA']);
      assert.deepEqual(form.options('admin1'), ['XA1', 'XA2', 'XA3', 'XA4']);
      form.choose('admin1', ['XA2']);
      assert.deepEqual(form.options('admin2'), ['XA21', 'XA22', 'XA23']);
      form.choose('admin2', ['XA23']);
      assert.deepEqual(form.options('admin3'), ['XA231', 'XA232', 'XA233', 'XA234', 'XA235']);
      form.choose('admin3', ['XA231']);
      assert.equal(form.options('admin4').length, 12);
      form.choose('admin4', ['XA23112']);
      assert.equal(form.value('admin4'), 'XA23112');
    });

    await step('a list on the sheet shows the names of a language, a long one those of the default language', () => {
      const english = form.optionLabel('admin3', 'XA231');
      form.language(ARABIC);
      assert.match(form.optionLabel('admin3', 'XA231'), /\p{Script=Arabic}/u);
      assert.match(form.optionLabel('admin4', 'XA23112'), /^[A-Z][a-z]+ \d+$/u);
      assert.notEqual(form.optionLabel('admin3', 'XA231'), english);
    });

    await step('another region leaves nothing of the old one on offer', () => {
      form.choose('admin1', ['XA4']);
      assert.deepEqual(form.options('admin2'), ['XA41', 'XA42', 'XA43']);
      form.choose('admin2', ['XA41']).choose('admin3', ['XA415']).choose('admin4', ['XA41501']);
      assert.deepEqual(form.violations(), {});
    });
  },
};
