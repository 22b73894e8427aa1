import { describe, expect, test } from 'vitest';
import { formOf, findingsOn, linesOn } from './conforming.ts';

const YAML = `codelists:
  area: { codes: { n: North, s: South } }
variables:
  interviewer: { type: text, label: Who asks?, role: enumerator }
  camp: { type: select_one area, label: Where?, role: site }
  size: { type: integer, label: How many?, constraint: . < 50 }
  name: { type: text, label: Name, sensitivity: personal }
  age: { type: integer, label: Age }
  greeting: { type: calculate, calculation: "concat(\${name}, '!')", sensitivity: personal }
  photo: { type: image, label: Photo }
forms:
  household:
    title: Household
    metadata: [start, end, today]
    items: [interviewer, camp, size, photo, { repeat: member, label: Member, relevant: "\${size} > 0", items: [name, age, greeting] }]
`;
const form = formOf(YAML);
const MANIFEST = 'lexiform: 1\ndictionary: test\nversion: 2.0.0\nlanguages: { en: English }\nprofiles: [kobo, odk]\n';

const kobo = {
  _id: 7,
  _uuid: '4f1b',
  'meta/rootUuid': 'uuid:4f1b',
  'formhub/uuid': 'f0c1',
  __version__: 'vAbc',
  _submission_time: '2026-03-14T09:00:00',
  _attachments: [],
  lexiform_stamp: form.stamp,
};

describe('a submission', () => {
  test('as KoboToolbox delivers it is no finding, whatever it adds', () => {
    const answers = {
      size: '2',
      camp: 'n',
      member: [{ 'member/name': 'A', 'member/age': '3', 'member/greeting': 'A!' }],
    };
    expect(linesOn(form, [{ ...kobo, ...answers }], { shape: 'kobo' })).toEqual([]);
  });

  test('is counted by who asked, where, and on which day', () => {
    const [finding] = findingsOn(form, [{ ...kobo, interviewer: 'E7', camp: 'n', today: '2026-03-13', size: 'many' }]);
    expect(finding?.subject).toEqual({
      key: '4f1b',
      number: 1,
      line: undefined,
      link: undefined,
      version: form.number,
      enumerator: 'E7',
      site: 'n',
      day: '2026-03-13',
    });
  });

  test('that is there twice is told the second time', () => {
    expect(linesOn(form, [kobo, { ...kobo, _id: 8 }, { ...kobo, 'meta/rootUuid': 'uuid:5' }])).toEqual([
      'error record-twice: The same submission is number 1 already.',
    ]);
  });

  test('without a version is left out of exports', () => {
    const { __version__: _, ...without } = kobo;
    expect(linesOn(form, [without], { shape: 'kobo' })).toEqual([
      'warning record-left-out: The submission names no version of its form (__version__).',
    ]);
    expect(linesOn(form, [{ ...without, _version__001: 'v1' }], { shape: 'kobo' })).toEqual([]);
  });

  test('with a number where KoboToolbox writes text went through another program', () => {
    expect(linesOn(form, [{ ...kobo, size: 3 }], { shape: 'kobo' })).toEqual([
      'size warning record-shape: What stands at "size" is to be a text.',
    ]);
    expect(linesOn(form, [{ ...kobo, size: 3 }])).toEqual([]);
  });

  test('with keys that do something to JavaScript is only of unknown questions', () => {
    const hostile: Record<string, unknown> = JSON.parse(
      '{"__proto__": {"size": "1"}, "constructor": "x", "toString": "y", "member": [{"__proto__": 1}]}',
    );
    expect(linesOn(form, [{ ...kobo, ...hostile }])).toEqual([
      '__proto__ warning answer-unknown: The form has no question "__proto__". Did you mean "photo"?',
      'constructor warning answer-unknown: The form has no question "constructor".',
      'toString warning answer-unknown: The form has no question "toString".',
      '__proto__ warning answer-unknown: The form has no question "__proto__". Did you mean "photo"?',
    ]);
    expect(Reflect.get({}, 'size')).toBeUndefined();
  });
});

describe('entries of a repeat', () => {
  test('are named by their number, and personal answers are not shown', () => {
    const member = [{ 'member/age': '3' }, { 'member/age': 'three', 'member/name': 'Amal', 'member/greeting': 'Bye' }];
    expect(
      linesOn(form, [{ ...kobo, size: '2', member: [{ ...member[0], 'member/greeting': '!' }, member[1]] }]),
    ).toEqual([
      'member[2]/age error answer-type: "age" is "three", which is not a whole number. -> 8:16',
      'member[2]/greeting warning answer-calculation: The answer to "greeting", not shown here, differs from what the answers give. -> 9:45',
    ]);
  });

  test('show personal answers where somebody asks for them', () => {
    const member = [{ 'member/name': 'Amal', 'member/greeting': 'Bye' }];
    expect(linesOn(form, [{ ...kobo, size: '2', member }], { showAll: true })).toEqual([
      'member[1]/greeting warning answer-calculation: "greeting" is "Bye", but the answers give "Amal!". -> 9:45',
    ]);
  });

  test('of a repeat that was not shown are told one by one, and what is computed of them is not', () => {
    const member = [{ 'member/name': 'Amal', 'member/greeting': 'Amal!' }];
    expect(linesOn(form, [{ ...kobo, member }], { showAll: true })).toEqual([
      'member[1]/name error answer-not-asked: "name" is "Amal", but the question was not asked: ${size} > 0 of "member" does not hold. -> 15:88',
      'member[1]/greeting error answer-not-asked: "greeting" is "Amal!", but the question was not asked: ${size} > 0 of "member" does not hold. -> 15:88',
    ]);
  });
});

describe('files', () => {
  test('that did not arrive are told', () => {
    expect(linesOn(form, [{ ...kobo, photo: 'a b.jpg' }])).toEqual([
      'photo warning media-missing: The file of "photo" is not on the server. -> 10:18',
    ]);
  });

  test.each([
    { filename: 'x/attachments/a_b.jpg', media_file_basename: 'a_b.jpg' },
    { filename: 'x/attachments/a_b_9fA.jpg', question_xpath: 'photo' },
  ])('that the server renamed are there: %o', (attachment) => {
    expect(linesOn(form, [{ ...kobo, photo: 'a b.jpg', _attachments: [attachment] }])).toEqual([]);
  });

  test('are only counted by ODK Central', () => {
    const counted = { __id: 'uuid:1', lexiform_stamp: form.stamp, photo: 'a.jpg' };
    expect(linesOn(form, [{ ...counted, __system: { attachmentsExpected: 3, attachmentsPresent: 1 } }])).toEqual([
      'warning media-missing: 2 of the files of this submission are not on the server.',
    ]);
  });
});

/** A submission as ODK Central delivers it. */
function central(formVersion: string): object {
  return { __id: 'uuid:1', __system: { formVersion } };
}

describe('versions', () => {
  const newer = formOf(
    YAML.replace('. < 50', '. < 10')
      .replace('size:', 'hh_size:')
      .replaceAll('{size}', '{hh_size}')
      .replace('camp, size', 'camp, hh_size'),
    'kobo',
    MANIFEST,
  );

  test('a submission is held against the form that made it', () => {
    expect(linesOn(newer, [{ ...kobo, size: '20' }], { also: [form] })).toEqual([]);
    expect(linesOn(newer, [{ ...kobo, size: '60' }], { also: [form] })).toEqual([
      'size error answer-constraint: "size" is "60", which . < 50 refuses. -> 6:56',
    ]);
  });

  test('of a version that is not at hand it is told, and what is wrong with it is one level lower', () => {
    const stamp = 'test household 1.3.0 aabbccddeeff';
    const [version, ...others] = linesOn(newer, [{ ...kobo, hh_size: '20', lexiform_stamp: stamp, photo: 'x.jpg' }]);
    expect(version).toContain('answer-constraint');
    expect(version).toMatch(/^hh_size warning/);
    expect(others).toEqual([
      'photo warning media-missing: The file of "photo" is not on the server. -> 10:18',
      `lexiform_stamp warning record-version: The form of version "1.3.0-aabbccdd" made it; at hand is "${newer.number}".`,
    ]);
  });

  test('ODK Central tells the version of a form without a stamp', () => {
    const plain = formOf(
      YAML.replace('title: Household', 'title: Household\n    stamp: no\n    settings: { version: v5 }'),
      'odk',
    );
    expect(linesOn(plain, [{ ...central('v5') }])).toEqual([]);
    expect(linesOn(plain, [{ ...central('v4') }])).toEqual([
      'warning record-version: The form of version "v4" made it; at hand is "v5".',
    ]);
  });
});

test('of each entry it is told by itself what is missing', () => {
  const roster = formOf(`variables:
  age: { type: integer, label: Age, required: yes }
  adult: { type: calculate, calculation: "\${age} >= 18" }
forms:
  visit: { title: Visit, items: [{ repeat: member, label: Member, items: [age, adult] }] }
`);
  const member = [{ adult: 'false' }, { age: 'x' }, { age: '30', adult: 'false' }, { age: '31', adult: 'false' }];
  expect(linesOn(roster, [{ member }])).toEqual([
    'member[2]/age error answer-type: "age" is "x", which is not a whole number. -> 2:16',
    'member[1]/age error answer-missing: "age" is required and was asked, but has no answer. -> 2:47',
  ]);
  expect(linesOn(roster, [{ member: member.slice(2) }])).toEqual([
    'member[1]/adult warning answer-calculation: "adult" is "false", but the answers give "true". -> 3:42',
    'member[2]/adult warning answer-calculation: "adult" is "false", but the answers give "true". -> 3:42',
  ]);
});

test('nothing follows from a blank that is computed of answers that cannot be read', () => {
  const chain = formOf(`variables:
  age: { type: integer, label: Age }
  months: { type: calculate, calculation: "\${age} * 12" }
  weight: { type: integer, label: Weight, relevant: "\${months} < 60" }
  adults: { type: calculate, calculation: 1 + 1, relevant: "\${age} > 17" }
  work: { type: text, label: Work, relevant: "\${adults} = 2" }
forms:
  visit: { title: Visit, items: [age, months, weight, adults, work] }
`);
  expect(linesOn(chain, [{ age: 'two', weight: '11', work: 'Farm' }])).toEqual([
    'age error answer-type: "age" is "two", which is not a whole number. -> 2:16',
  ]);
});

test('a range offers nothing outside of its scale', () => {
  const scale = formOf(`variables:
  pain: { type: range, label: Pain, parameters: start=1 end=5 step=1 }
forms:
  visit: { title: Visit, items: [pain] }
`);
  expect(linesOn(scale, [{ pain: '5' }, { pain: 3 }])).toEqual([]);
  expect(linesOn(scale, [{ pain: '6' }, { pain: 0 }])).toEqual([
    'pain error answer-constraint: "pain" is "6", which start=1 end=5 step=1 refuses. -> 2:49',
    'pain error answer-constraint: "pain" is "0", which start=1 end=5 step=1 refuses. -> 2:49',
  ]);
});
