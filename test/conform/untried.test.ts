import { expect, test } from 'vitest';
import { createConformer } from '../../src/conform/conform.ts';
import { knownForm } from '../../src/conform/known-form.ts';
import { deviceAt } from '../support/device.ts';
import { reading } from '../support/tester.ts';

test.each([
  ['what only the device knows is worth knowing', '. >= ${last-saved#visits}', 'info'],
  ['a mistake of the form is a warning', '. >= no_such_function(1)', 'warning'],
  ['so is a condition that cannot be read', '. >= (1', 'warning'],
])('%s', (_, constraint, severity) => {
  const { dictionary, form } = reading.compile(`variables:
  visits: { type: integer, label: Visits, constraint: "${constraint}" }
forms:
  visit: { title: Visit, items: [visits] }
`);
  const conformer = createConformer({
    forms: [knownForm(dictionary, form(), 'kobo')],
    countries: [],
    host: deviceAt('2026-03-15T10:30:00'),
    showAll: false,
    sink: ({ diagnostic }) => expect(diagnostic).toBeUndefined(),
  });
  for (const number of [1, 2])
    conformer.check({ number, line: number, answers: { visits: '3' } }, { name: 'data', shape: 'xml' });
  expect(conformer.finish().map((found) => [found.rule, found.severity])).toEqual([['check-not-possible', severity]]);
});
