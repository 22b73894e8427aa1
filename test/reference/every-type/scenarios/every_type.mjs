// A question of each type is answered, so that what engines send of it is held against the schemas.

const ANSWERS = {
  name: ['Text <b> & "more"', 'Text <b> & "more"'],
  whole: [7, '7'],
  part: [1.5, '1.5'],
  steps: [3, '3'],
  tenths: [0.3, '0.3'],
  day: ['2026-01-02', '2026-01-02'],
  clock: ['10:11:12', '10:11:12'],
  moment: ['2026-01-02T10:11:12+01:00', '2026-01-02T10:11:12+01:00'],
  one: ['w.c', 'w.c'],
  several: [['food', 'w.c'], 'food w.c'],
  or_so: ['other', 'other'],
  or_so_other: ['Larger', 'Larger'],
  order: [['w.c', 'food'], 'w.c food'],
  site: ['b2', 'b2'],
  point: [place(12.5, -1.5), '12.5 -1.5 3.0 4.2'],
  trace: [[place(12.5, -1.5), place(13, 1)], '12.5 -1.5 3.0 4.2;13.0 1.0 3.0 4.2'],
  shape: [
    [place(12, 1), place(13, 1), place(13, 2), place(12, 1)],
    '12.0 1.0 3.0 4.2;13.0 1.0 3.0 4.2;13.0 2.0 3.0 4.2;12.0 1.0 3.0 4.2',
  ],
  barcode: ['4006381333931', '4006381333931'],
  agreed: [true, 'OK'],
  bound: [5, '5'],
  first_row: ['small', 'small'],
};

function place(latitude, longitude) {
  return { latitude, longitude, altitude: 3, accuracy: 4.2 };
}

export const scenarios = {
  'an answer of each type': async ({ form, step, assert }) => {
    for (const [name, [answer, stored]] of Object.entries(ANSWERS)) {
      await step(name, () => assert.equal(form.answer(name, answer).value(name), stored));
    }

    await step('a photo', () => {
      form.answer('photo', new File(['x'], 'my photo.jpg', { type: 'image/jpeg' }));
      assert.equal(form.value('photo'), 'my photo.jpg');
    });

    await step('a division by zero', () => assert.equal(form.value('share'), 'Infinity'));

    await step('repeats in repeats', () => {
      const person = form.in('person', 1).answer('a-b', 4);
      person.in('visit', 1).answer('on_day', '2026-01-01');
      person.addRepeat('visit').in('visit', 2).answer('on_day', '2026-01-02');
      assert.equal(person.repeats('visit'), 2);
    });
  },
};
