import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../src/diagnostics/rule.ts';
import { createHttp } from '../../../src/remote/http/create-http.ts';
import { createKobo } from '../../../src/remote/kobo/create-kobo.ts';
import type { Kobo } from '../../../src/remote/kobo/kobo.ts';
import { carryOut } from '../../../src/remote/mark/carry-out.ts';
import { type MarkPreview, previewMarks } from '../../../src/remote/mark/preview.ts';
import type { Judged, MarkMemory, MarkRules } from '../../../src/remote/mark/status.ts';
import type { Mark } from '../../../src/store/marks.ts';
import type { FakeKobo } from '../../kobo/fake-kobo.ts';
import { openOffice, serversYaml } from '../office.ts';

const USUAL: MarkRules = { errors: 'not-approved', approveClean: false };

/** A project with submissions of which it is known what is wrong. */
interface Project {
  readonly fake: FakeKobo;
  readonly kobo: Kobo;
  readonly uid: string;
  readonly ids: readonly number[];
  readonly judged: Map<string, Judged>;
  readonly marks: Map<string, Mark>;
  readonly preview: (rules?: MarkRules) => Promise<MarkPreview>;
  readonly mark: (rules?: MarkRules) => Promise<number>;
  /** The statuses by the order of the submissions, without the common beginning of their names. */
  readonly statuses: () => Promise<readonly (string | undefined)[]>;
}

async function projectWith(...worst: readonly (Severity | undefined)[]): Promise<Project> {
  const office = await openOffice();
  office.write({ 'dictionary/servers.yaml': serversYaml(office.kobo.url, ['visit']) });
  await office.run('push --yes');
  const { uid } = office.project('Visit');
  const fake = office.kobo;
  const kobo = createKobo(
    createHttp({ server: 'kobo', url: fake.url, token: office.token, tokenEnv: 'KOBO_TOKEN', pause: 1 }),
  );
  const first = fake.seed(uid, worst.length, () => ({ respondent: 'A' }));
  const read = await submissionsOf(kobo, uid);
  const judged = new Map(read.map(({ key, uuid }, index) => [key, { uuid, worst: worst[index] }]));
  const marks = new Map<string, Mark>();
  const memory = memoryOf(marks);
  const known = (rules: MarkRules): Parameters<typeof previewMarks>[2] => ({
    judged,
    marks: new Map(marks),
    rules,
    me: 'amina',
  });
  const preview = (rules = USUAL): Promise<MarkPreview> => previewMarks(kobo, uid, known(rules));
  return {
    fake,
    kobo,
    uid,
    ids: worst.map((_, index) => first + index),
    judged,
    marks,
    preview,
    mark: async (rules = USUAL) =>
      carryOut(await preview(rules), { kobo, uid, known: known(rules), memory, onSet: () => undefined }),
    statuses: async () => (await submissionsOf(kobo, uid)).map(({ status }) => status),
  };
}

function memoryOf(marks: Map<string, Mark>): MarkMemory {
  return {
    write: (more) => {
      for (const [key, mark] of more) marks.set(key, mark);
      return Promise.resolve();
    },
  };
}

interface Read {
  readonly key: string;
  readonly uuid: string;
  readonly status: string | undefined;
}

async function submissionsOf(kobo: Kobo, uid: string): Promise<readonly Read[]> {
  const { texts } = await kobo.submissions(uid, { limit: 1000 });
  return texts.map((text) => {
    const record = JSON.parse(text) as Record<string, string> & { _validation_status?: { uid?: string } };
    const status = (record['_validation_status'] as { uid?: string } | undefined)?.uid;
    const key = String(record['meta/rootUuid']).replace(/^uuid:/, '');
    return { key, uuid: String(record['_uuid']), status: status?.replace('validation_status_', '') };
  });
}

function writesTo({ requests }: FakeKobo): number {
  return requests.filter(({ method, path }) => method === 'PATCH' && path.endsWith('/validation_statuses/')).length;
}

describe('validation statuses from findings', () => {
  it('are set by the gravest, and nothing is done where there is none', async () => {
    const project = await projectWith('error', 'warning', 'info', undefined);
    const { set, left } = await project.preview();
    expect(Object.fromEntries(set)).toEqual({
      validation_status_not_approved: [project.ids[0]],
      validation_status_on_hold: [project.ids[1]],
    });
    expect(left).toMatchObject({ clean: 2, person: 0 });
    expect(writesTo(project.fake)).toBe(0);
    expect(await project.mark()).toBe(2);
    expect(await project.statuses()).toEqual(['not_approved', 'on_hold', undefined, undefined]);
  });

  it('put errors on hold and approve the others, where that is wanted', async () => {
    const project = await projectWith('error', undefined);
    await project.mark({ errors: 'on-hold', approveClean: true });
    expect(await project.statuses()).toEqual(['on_hold', 'approved']);
  });

  it('need no request the second time', async () => {
    const project = await projectWith('error', 'warning');
    await project.mark();
    const before = writesTo(project.fake);
    const { set, left } = await project.preview();
    expect(set.size).toBe(0);
    expect(left.already).toBe(2);
    expect(await project.mark()).toBe(0);
    expect(writesTo(project.fake)).toBe(before);
  });

  it('never take the place of one that a person set', async () => {
    const project = await projectWith('error', 'error');
    await project.kobo.setStatus(project.uid, [project.ids[0] ?? 0], 'validation_status_approved');
    expect((await project.preview()).left.person).toBe(1);
    await project.mark();
    expect(await project.statuses()).toEqual(['approved', 'not_approved']);
  });

  it('leave alone what a person changed after them, and change what they set themselves', async () => {
    const project = await projectWith('warning', 'warning', 'warning');
    await project.mark();
    const [first = 0, second = 0] = project.ids;
    await project.kobo.setStatus(project.uid, [first], 'validation_status_approved');
    await laterByAPerson(project, second);
    for (const [key, judged] of project.judged) project.judged.set(key, { ...judged, worst: 'error' });
    expect((await project.preview()).left.person).toBe(2);
    expect(await project.mark()).toBe(1);
    expect(await project.statuses()).toEqual(['approved', 'on_hold', 'not_approved']);
  });

  it('stay where a finding is gone, until somebody has them approved', async () => {
    const project = await projectWith('warning', 'error');
    await project.mark();
    for (const [key, judged] of project.judged) project.judged.set(key, { ...judged, worst: undefined });
    expect((await project.preview()).left.stale).toBe(2);
    expect(await project.mark()).toBe(0);
    expect(await project.mark({ ...USUAL, approveClean: true })).toBe(2);
    expect(await project.statuses()).toEqual(['approved', 'approved']);
  });

  it('are not for what was edited, or came, or went since the last pull', async () => {
    const project = await projectWith('error', 'error', 'error');
    const [edited = '', unknown = ''] = project.judged.keys();
    project.judged.set(edited, { uuid: 'another', worst: 'error' });
    project.judged.delete(unknown);
    project.judged.set('gone', { uuid: 'gone', worst: 'error' });
    const { left, gone } = await project.preview();
    expect(left).toMatchObject({ edited: 1, 'not-pulled': 1 });
    expect(gone).toBe(1);
    await project.mark();
    expect(await project.statuses()).toEqual([undefined, undefined, 'not_approved']);
  });

  it('are set though others go, or are judged by a person, between preview and writing', async () => {
    const project = await projectWith('error', 'error', 'error');
    const preview = await project.preview();
    const [first = 0, second = 0] = project.ids;
    await project.kobo.setStatus(project.uid, [first], 'validation_status_approved');
    project.fake.state.assets.get(project.uid)?.submissions.remove(second);
    const known = { judged: project.judged, marks: project.marks, rules: USUAL, me: 'amina' };
    const work = {
      kobo: project.kobo,
      uid: project.uid,
      known,
      memory: memoryOf(project.marks),
      onSet: () => undefined,
    };
    expect(await carryOut(preview, work)).toBe(1);
    expect(await project.statuses()).toEqual(['approved', 'not_approved']);
  });

  it('are set though one goes in the very moment', async () => {
    const project = await projectWith('error', 'error');
    let isFirst = true;
    project.fake.onRequest(({ method, path }) => {
      if (!isFirst || method !== 'PATCH' || !path.endsWith('/validation_statuses/')) return;
      isFirst = false;
      project.fake.state.assets.get(project.uid)?.submissions.remove(project.ids[0] ?? 0);
    });
    expect(await project.mark()).toBe(1);
    expect(await project.statuses()).toEqual(['not_approved']);
  });

  it('are known as ours where the answer was lost, and are changed later', async () => {
    const project = await projectWith('warning');
    project.fake.fault({ method: 'PATCH', path: /validation_statuses/, times: 9, kind: 'half' });
    await expect(project.mark()).rejects.toMatchObject({ kind: 'unreachable' });
    project.fake.clearFaults();
    expect(await project.statuses()).toEqual(['on_hold']);
    for (const [key, judged] of project.judged) project.judged.set(key, { ...judged, worst: 'error' });
    expect(await project.mark()).toBe(1);
    expect(await project.statuses()).toEqual(['not_approved']);
  });

  it('go out in pieces, and none is lost between them', async () => {
    const project = await projectWith(...Array.from({ length: 701 }, () => 'warning' as const));
    expect(await project.mark()).toBe(701);
    expect(writesTo(project.fake)).toBe(3);
    expect(new Set(await project.statuses())).toEqual(new Set(['on_hold']));
    expect(
      [...project.marks.values()].every(({ timestamp, meant }) => timestamp !== undefined && meant === undefined),
    ).toBe(true);
  });
});

/** Somebody sets the status that is there already, a moment later. */
async function laterByAPerson({ fake, kobo, uid }: Project, id: number): Promise<void> {
  await kobo.setStatus(uid, [id], 'validation_status_on_hold');
  const status = fake.state.assets.get(uid)?.submissions.get(id)?.validation;
  if (status) Object.assign(status, { timestamp: Number(status['timestamp']) + 60 });
}
