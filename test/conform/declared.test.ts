import { describe, expect, test } from 'vitest';
import { formOf, linesOn } from './conforming.ts';

const form = formOf(`variables:
  hh_size: { type: integer, label: How many?, soft: [{ when: ". > 20", message: Very large household }] }
  children: { type: integer, label: How many children? }
  income: { type: integer, label: Income, sensitivity: sensitive, soft: [{ when: ". > 9000" }] }
  age: { type: integer, label: Age }
  grade: { type: integer, label: Grade }
checks:
  too_many_children: { when: "\${children} > \${hh_size}", severity: error, message: "\${children} children among \${hh_size} people" }
  early_school: { when: "\${grade} > \${age}", severity: info, message: More years at school than of age }
forms:
  visit: { title: Visit, items: [hh_size, children, income, { repeat: member, label: Member, items: [age, grade] }] }
`);

describe('what the dictionary asks for beyond the form', () => {
  test('soft limits name the answer, unless it is personal', () => {
    expect(linesOn(form, [{ hh_size: '25', income: '10000' }])).toEqual([
      'hh_size warning answer-implausible: "hh_size" is "25": Very large household. -> 2:62',
      'income warning answer-implausible: The answer to "income", not shown here, is worth a second look: It should not be that . > 9000. -> 4:82',
    ]);
  });

  test('checks have their own severity, and stand in each entry', () => {
    const member = [{ age: '12', grade: '6' }, { age: '5', grade: '8' }, { grade: '3' }];
    expect(linesOn(form, [{ hh_size: '3', children: '4', member }])).toEqual([
      'children error record-check: 4 children among 3 people (check "too_many_children"). -> 8:30',
      'member[2]/grade info record-check: More years at school than of age (check "early_school"). -> 9:25',
    ]);
  });

  test('nothing follows from an answer that cannot be read', () => {
    expect(linesOn(form, [{ hh_size: 'three', children: '4' }])).toEqual([
      'hh_size error answer-type: "hh_size" is "three", which is not a whole number. -> 2:20',
    ]);
  });
});
