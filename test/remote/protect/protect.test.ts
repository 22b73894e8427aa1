import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataNodes } from '../../../src/model/columns/columns.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import { protectionOf } from '../../../src/remote/protect/protection.ts';
import { createProtector, type Protector } from '../../../src/remote/protect/protector.ts';
import { pseudonymsBy } from '../../../src/remote/protect/pseudonym.ts';
import { memoryKobo, record } from '../pull/memory-kobo.ts';
import { pull, rowsIn, scratch } from '../pull/pulling.ts';
import { reading } from '../../support/tester.ts';

type Json = Record<string, unknown>;

const FORM = `
codelists:
  yn: { codes: { yes: Yes, no: No } }
variables:
  hoh_name: { type: text, label: Name, sensitivity: personal, identifies: direct, was: [head_name] }
  phone: { type: text, label: Phone, sensitivity: personal, identifies: direct }
  hiv: { type: select_one yn, label: HIV, sensitivity: sensitive, purpose: Care }
  hh_size: { type: integer, label: Size, was: [old_size] }
forms:
  household:
    title: Household
    settings: { instance_name: "concat(\${hoh_name}, ' ', \${hh_size})" }
    metadata: [start, deviceid, phonenumber, start-geopoint, audit]
    items:
      - hoh_name
      - phone
      - hiv
      - hh_size
      - { calculate: greeting, calculation: "concat('Dear ', \${hoh_name})" }
      - { calculate: long_greeting, calculation: "concat(\${greeting}, '!')" }
      - { calculate: initial, calculation: "substr(\${hoh_name}, 0, 1)", sensitivity: internal }
      - { calculate: double, calculation: "\${hh_size} * 2" }
      - { ask: home, type: geopoint, label: Home, sensitivity: personal }
      - { ask: school, type: geopoint, label: School }
      - { ask: face, type: image, label: Face, sensitivity: personal }
      - { ask: tent, type: image, label: Tent }
      - { ask: alias, type: text, label: Alias, default: "\${hoh_name}" }
      - repeat: member
        label: Member
        items:
          - { ask: member_name, type: text, label: Name, sensitivity: personal, identifies: direct }
          - { ask: age, type: integer, label: Age }
      - { ask: eldest, type: "select_one \${member_name}", label: Who is the eldest? }
`;

/** Each stands for an answer that nobody may read. */
const CANARY = 'CANARY';

const SENT = Object.fromEntries(Object.entries(record(1)).filter(([key]) => key !== 'grp/size'));

const SUBMISSION: Json = {
  ...SENT,
  hoh_name: 'CANARY Ahmad',
  head_name: 'CANARY before',
  phone: 'CANARY 0700',
  hiv: 'CANARY yes',
  hh_size: '4',
  old_size: '3',
  greeting: 'Dear CANARY',
  long_greeting: 'Dear CANARY!',
  initial: 'A',
  double: '8',
  home: '1 2 CANARY 0',
  school: '3 4 0 0',
  face: 'CANARY.jpg',
  tent: 'tent.jpg',
  alias: 'CANARY',
  start: '2026-08-02T09:00:00',
  deviceid: 'device-7',
  phonenumber: 'CANARY 0800',
  'start-geopoint': '1 2 CANARY',
  'meta/audit': 'CANARY.csv',
  'meta/instanceName': 'CANARY Ahmad 4',
  eldest: 'CANARY Zia',
  drifted: 'CANARY somebody',
  'other_group/hh_size': 'CANARY elsewhere',
  member: [{ 'member/member_name': 'CANARY Zia', 'member/age': '9', 'member/nick': 'CANARY' }, 'CANARY'],
  _geolocation: [1, 'CANARY'],
  _supplementalDetails: { face: 'CANARY said' },
  _notes: ['CANARY'],
  _submitted_by: 'enumerator',
  _attachments: [
    { uid: 'a1', question_xpath: 'face', media_file_basename: 'CANARY.jpg', filename: 'bob/CANARY.jpg' },
    { uid: 'a2', question_xpath: 'tent', media_file_basename: 'tent.jpg', filename: 'CANARY/tent.jpg' },
    { uid: 'a3', question_xpath: 'meta/audit', media_file_basename: 'audit.csv' },
    { uid: 'a4', media_file_basename: 'CANARY.bin' },
  ],
};

function protector(pseudonyms: readonly string[] = [], key = 'k'.repeat(32)): Protector {
  const { dictionary, form } = reading.compile(FORM);
  const nodes = dataNodes(deliver(dictionary, form(), 'kobo'), dictionary);
  return createProtector(protectionOf(nodes, form(), dictionary, new Set(pseudonyms)), pseudonymsBy(key));
}

function passed(submission: Json, by = protector()): Json {
  return JSON.parse(by.door({ text: JSON.stringify(submission), json: submission }).text) as Json;
}

function filesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(path.join(each.parentPath, each.name), 'latin1'))
    .join('\n');
}

describe('protection at the door', () => {
  it('lets in what is neither personal nor made of it, and nothing else', () => {
    expect(passed(SUBMISSION)).toEqual({
      _id: 1,
      _uuid: '00001',
      'meta/rootUuid': 'uuid:00001',
      'meta/instanceID': 'uuid:00001',
      __version__: 'v1',
      _submission_time: '2026-08-02T09:00:00',
      _validation_status: {},
      _submitted_by: 'enumerator',
      hh_size: '4',
      old_size: '3',
      initial: 'A',
      double: '8',
      school: '3 4 0 0',
      tent: 'tent.jpg',
      start: '2026-08-02T09:00:00',
      deviceid: 'device-7',
      member: [{ 'member/age': '9' }],
      _attachments: [{ uid: 'a2', question_xpath: 'tent', media_file_basename: 'tent.jpg' }],
    });
  });

  it('counts keys that the dictionary does not know', () => {
    const by = protector();
    passed(SUBMISSION, by);
    expect([...by.unknown]).toEqual([
      ['drifted', 1],
      ['other_group/hh_size', 1],
      ['member/nick', 1],
    ]);
  });

  it('puts the same pseudonym for the same answer where that is asked for', () => {
    const one = passed(SUBMISSION, protector(['hoh_name', 'member_name', 'hiv']));
    const other = passed({ ...SUBMISSION, hoh_name: ' CANARY Zia ' }, protector(['hoh_name']));
    expect(one['hoh_name']).toMatch(/^p[\da-f]{24}$/);
    expect((one['member'] as Json[])[0]?.['member/member_name']).toBe(other['hoh_name']);
    expect(one).not.toHaveProperty('hiv');
    expect(passed(SUBMISSION, protector(['hoh_name'], 'another key'))['hoh_name']).not.toBe(one['hoh_name']);
  });

  it('reads groups that are objects inside each other, and no objects where an answer is', () => {
    const kept = passed({
      ...record(1),
      hh_size: { CANARY: 'x' },
      meta: { instanceName: CANARY, instanceID: 'uuid:1' },
    });
    expect(kept).not.toHaveProperty('hh_size');
    expect(kept['meta']).toEqual({ instanceID: 'uuid:1' });
  });
});

describe('a protected store', () => {
  const GUARD = { protect: true, keyMark: undefined };

  it('has nothing of what is protected in any file, at any time', async () => {
    const folder = scratch();
    const file = path.join(folder, 'store.duckdb');
    const many = Array.from({ length: 300 }, (_each, index): Json => ({
      ...SUBMISSION,
      ...record(index + 1),
      hoh_name: `CANARY ${index}`,
    }));
    const kobo = memoryKobo(many);
    const seen: string[] = [];
    kobo.before = () => void seen.push(filesIn(folder));
    const { door } = protector();
    await pull(file, kobo, { door }, GUARD);
    many[3] = { ...many[3], phone: 'CANARY 2', hh_size: '5', _uuid: 'edited' };
    await pull(file, kobo, { door }, GUARD);
    expect([...seen, filesIn(folder)].filter((text) => text.includes(CANARY)).length).toBe(0);
    const everything = await Promise.all(
      ['submissions', 'history', 'paths', 'pulls', 'projects', 'about'].map((table) =>
        rowsIn(file, `SELECT * FROM lexiform.${table}`),
      ),
    );
    expect(everything.flat().length).toBeGreaterThan(300);
    const text = JSON.stringify(everything, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
    expect(text).not.toContain(CANARY);
  });

  it('would show it to the same search without protection', async () => {
    const folder = scratch();
    const kobo = memoryKobo([SUBMISSION]);
    const seen: string[] = [];
    kobo.before = () => void seen.push(filesIn(folder));
    await pull(path.join(folder, 'store.duckdb'), kobo);
    expect([...seen, filesIn(folder)].filter((text) => text.includes(CANARY)).length).toBeGreaterThan(1);
  });

  it('stays protected, and an unprotected one is not protected by halves', async () => {
    const guarded = path.join(scratch(), 'store.duckdb');
    await pull(guarded, memoryKobo([SUBMISSION]), { door: protector().door }, GUARD);
    await expect(pull(guarded, memoryKobo([]))).rejects.toThrow('is protected, and nothing comes in unprotected');
    const open = path.join(scratch(), 'store.duckdb');
    await pull(open, memoryKobo([SUBMISSION]));
    await expect(pull(open, memoryKobo([]), {}, GUARD)).rejects.toThrow('holds unprotected answers already');
  });

  it('takes pseudonyms of one key only', async () => {
    const file = path.join(scratch(), 'store.duckdb');
    await pull(file, memoryKobo([]), {}, { protect: true, keyMark: 'one' });
    await expect(pull(file, memoryKobo([]), {}, { protect: true, keyMark: 'two' })).rejects.toThrow('another key');
  });
});
