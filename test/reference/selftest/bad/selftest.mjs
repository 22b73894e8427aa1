// Scenarios that must fail, each in its own way; ../../selftest.mjs looks for what is said about them.

export const layers = ['core', 'nowhere'];

export const scenarios = {
  'wrong steps': async ({ form, step, assert }) => {
    await step('a wrong expectation', () => assert.equal(form.label('region'), 'Province'));
    await step('a wrong name', () => assert.equal(form.value('regin'), 'n'));
    await step('no assertion', () => form.choose('region', ['n']));
    await step('a right one goes on', () => assert.equal(form.value('region'), 'n'));
  },
  'no step at all': () => {},
  'a defect between the steps': ({ form }) => form.nonsense(),
};
