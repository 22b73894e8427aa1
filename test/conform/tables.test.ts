import { expect, test } from 'vitest';
import { conformFiles } from '../../src/conform/conform-files.ts';
import type { KnownForm } from '../../src/conform/versions.ts';
import { deviceAt } from '../support/device.ts';
import { fileOf } from '../submissions/table/tables.ts';
import { formOf, lineOf } from './conforming.ts';

const form = formOf(`variables:
  consent: { type: text, label: Do you agree? }
  size: { type: integer, label: How many?, required: yes, relevant: "\${consent} = 'yes'" }
  rooms: { type: integer, label: How many rooms?, required: yes }
  each: { type: calculate, calculation: "\${size} div \${rooms}" }
forms:
  visit: { title: Visit, items: [consent, size, rooms, each] }
`);

async function linesOf(known: KnownForm, csv: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const told = await conformFiles([fileOf('data.csv', csv)], {
    forms: [known],
    countries: [],
    host: deviceAt('2026-03-15T10:30:00'),
    showAll: true,
    sink: (finding) => lines.push(lineOf(finding)),
    report: (rule) => lines.push(rule),
    looked: () => undefined,
    pick: (submissions) => submissions,
  });
  expect(told).toEqual([]);
  return lines;
}

test('where a table has no column for a question, nothing follows from that', async () => {
  expect(await linesOf(form, 'size,_uuid\n4,a\n,b\nfew,c\n')).toEqual([
    'size error answer-type: "size" is "few", which is not a whole number. -> 3:17',
    'missing-columns',
  ]);
});

test('an empty column is another matter', async () => {
  expect(await linesOf(form, 'consent,size,rooms,each,_uuid\nyes,4,,4,a\nno,4,2,2,b\n')).toEqual([
    'rooms error answer-missing: "rooms" is required and was asked, but has no answer. -> 4:61',
    'size error answer-not-asked: "size" is "4", but the question was not asked: ${consent} = \'yes\' does not hold. -> 3:69',
    'each warning answer-calculation: "each" is "2", but the answers give no number. -> 5:41',
  ]);
});

test('a column that is none of the form is told once, and not of each submission', async () => {
  expect(await linesOf(form, 'consent,size,rooms,each,weight\nno,,2,,1.5\nno,,3,,1.5\n')).toEqual([
    'unknown-data-column',
  ]);
});
