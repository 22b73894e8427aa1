import { describe, expect, it } from 'vitest';
import { schemaOf, trying } from './schemas.ts';

const form = `
forms:
  f:
    items:
      - { ask: q, type: integer, label: Q }
      - group: g
        label: Group
        items:
          - { ask: a-b, type: integer, label: A }
          - repeat: member
            label: Member
            items:
              - { ask: age, type: integer, label: Age }
              - { repeat: visit, label: Visit, items: [{ ask: day, type: date, label: Day }] }
`;

describe('a submission from KoboToolbox', () => {
  const errors = trying(form, 'kobo', 'kobo');

  it('has flat keys, and arrays of entries whose keys are whole paths', () => {
    const member = { 'g/member/age': '4', 'g/member/visit': [{ 'g/member/visit/day': '2026-01-02' }] };
    expect(errors({ q: '1', 'g/a-b': '2', 'g/member': [member, {}] })).toEqual([]);
    expect(errors({ 'g/member': [{ age: '4' }] })).toEqual(['/g~1member/0/age: must NOT have additional properties']);
    expect(errors({ 'g/member': {} })).toEqual(['/g~1member: must be array']);
    expect(errors({ g: { 'a-b': '2' } })).toEqual(['/g: must NOT have additional properties']);
  });

  it('has nothing but its ids for certain, because what is asked depends on answers', () => {
    expect(schemaOf(form, 'kobo')['required']).toEqual(['_id', '_uuid']);
    expect(errors({})).toEqual([]);
    expect(errors({ _id: undefined })).toEqual([": must have required property '_id'"]);
  });

  it('has the keys of the server, and those that it may add', () => {
    const known = {
      'formhub/uuid': 'x',
      'meta/instanceID': 'uuid:1',
      'meta/rootUuid': 'uuid:1',
      'meta/deprecatedID': 'uuid:0',
      __version__: 'v',
      _xform_id_string: 'a',
      _status: 'submitted_via_web',
      _submission_time: '2026-08-02T09:00:00',
      _submitted_by: null,
      _geolocation: [12.5, -1.5],
      _attachments: [{ uid: 'a', is_deleted: false, more: 1 }],
      _validation_status: { uid: 'validation_status_on_hold', timestamp: 1, label: 'On Hold', by_whom: 'x' },
      _notes: [],
      _version__001: 'v',
      _supplementalDetails: {},
    };
    expect(errors(known)).toEqual([]);
    expect(errors({ _geolocation: [null, null], _validation_status: {} })).toEqual([]);
    expect(errors({ _geolocation: [1] })).toEqual(['/_geolocation: must NOT have fewer than 2 items']);
    expect(errors({ _geolocation: [1, 2, 3] })).toEqual(['/_geolocation: must NOT have more than 2 items']);
    expect(errors({ _submission_time: 'yesterday', _submitted_by: 1 })).toHaveLength(2);
    expect(errors({ '_odd/key': 'x', unknown: 'x' })).toHaveLength(2);
    expect(errors({ 'g/member': [{ _index: 1 }] })).toEqual([]);
  });
});

describe('a submission from OData', () => {
  const errors = trying(form, 'odata');

  it('has an object a group and an array a repeat, under names that OData allows', () => {
    const member = { __id: 'x', age: 4, visit: [{ __id: 'y', day: null }], 'visit@odata.navigationLink': 'x' };
    const all = { q: 1, g: { a_b: 2, member: [member], 'member@odata.navigationLink': 'x' } };
    expect(errors(all)).toEqual([]);
    expect(errors({ g: null })).toEqual(['/g: must be object']);
    expect(errors({ g: { 'a-b': 2 } })).toEqual(['/g/a-b: must NOT have additional properties']);
    expect(errors({ g: { member: {} } })).toEqual(['/g/member: must be array']);
    expect(errors({ g: { member: [{ name: 'x' }] } })).toEqual([
      '/g/member/0/name: must NOT have additional properties',
    ]);
  });

  it('has the keys of the server, and those that it may add', () => {
    const system = {
      submissionDate: '2026-08-02T09:00:00.123Z',
      updatedAt: null,
      edits: 0,
      reviewState: 'approved',
      more: 1,
    };
    expect(errors({ __system: system, __more: 1, '@odata.context': 'x' })).toEqual([]);
    expect(errors({ __system: { reviewState: 'odd', edits: 'many' } })).toHaveLength(2);
    expect(errors({ meta: { instanceID: 'uuid:1' } })).toEqual([]);
    expect(errors({ meta: { more: 1 } })).toHaveLength(1);
    expect(errors({ _more: 1 })).toHaveLength(1);
    expect(errors({ __id: undefined })).toEqual([": must have required property '__id'"]);
  });
});

const odd = (name: string): string =>
  `forms:\n  f: { items: [{ ask: ${name}, type: integer, label: Q }, { ask: q, type: text, label: Q }] }\n`;

describe('questions whose names look like keys of a server', () => {
  it.each(['_odd', '__odd', '_a.b', 'constructor', 'toString', 'hasOwnProperty', '__version__1'])('%s', (name) => {
    const kobo = trying(odd(name), 'kobo', 'kobo');
    expect(kobo({ [name]: '1' })).toEqual([]);
    expect(kobo({ [name]: 'x' })).toHaveLength(1);
    const odata = trying(odd(name), 'odata');
    const key = name.replace('.', '_');
    expect(odata({ [key]: 1 })).toEqual([]);
    expect(odata({ [key]: 'x' })).toHaveLength(1);
  });

  it.each([
    ['_id', 'kobo', 1],
    ['_uuid', 'kobo', 'u'],
    ['__id', 'odata', 'u'],
  ] as const)('%s is the server’s: %s', (name, shape, value) => {
    const errors = trying(odd(name), shape, 'odk');
    expect(errors({ [name]: value })).toEqual([]);
  });

  it('__proto__ does no harm', () => {
    expect(trying(odd('__proto__'), 'kobo', 'kobo')({ q: 'x' })).toEqual([]);
    expect(trying(odd('__proto__'), 'odata')({ q: 'x' })).toEqual([]);
  });
});
