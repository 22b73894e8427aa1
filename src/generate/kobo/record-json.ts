import { sha256 } from '../../core/hash.ts';
import type { Draft } from '../draft.ts';
import type { Device } from '../fill/device.ts';
import { pathOf } from '../../model/record/places.ts';
import { answersIn } from '../places.ts';
import type { Plan } from '../plan/plan.ts';
import type { Step } from '../plan/step.ts';
import { mimetypeOf } from '../values/media.ts';

/** A submission while it is being written: faults change what no form can say. */
export type KoboRecord = Record<string, unknown>;

/** How long a submission waits on the device, in milliseconds. */
const ON_THE_WAY = 90_000;

/**
 * A record as KoboToolbox's data API (v2) delivers it: whole paths as keys, every answer a text, blanks left out, and what the
 * server adds (kpi: parsed_instance.py, base_backend.py).
 * @param id the number that the server gives it
 */
export function koboRecord(plan: Plan, record: Draft, device: Device, id: number): KoboRecord {
  const uuid = device.instanceId.replace('uuid:', '');
  const form = sha256(`${plan.formId} ${plan.version}`);
  const attachments = attachmentsOf(plan, record, uuid);
  return {
    _id: id,
    'formhub/uuid': form.slice(0, 32),
    ...answersOf(plan.steps, record),
    __version__: `v${form.slice(32, 53)}`,
    'meta/instanceID': device.instanceId,
    'meta/rootUuid': device.instanceId,
    _xform_id_string: plan.formId,
    _uuid: uuid,
    _attachments: attachments,
    _status: 'submitted_via_web',
    _geolocation: locationOf(plan, record),
    _submission_time: new Date(device.end + ON_THE_WAY).toISOString().slice(0, 19),
    _validation_status: {},
    _submitted_by: device.user,
  };
}

function answersOf(steps: readonly Step[], row: Draft): KoboRecord {
  const answers: KoboRecord = {};
  for (const step of steps) {
    const { slot } = step.node;
    if (step.kind === 'group') Object.assign(answers, answersOf(step.steps, row));
    else if (step.kind === 'answer') {
      const text = row.texts[slot] ?? '';
      if (text !== '') answers[step.key] = text;
    } else {
      const entries = row.repeats[slot] ?? [];
      if (entries.length > 0) answers[step.key] = entries.map((entry) => answersOf(step.steps, entry));
    }
  }
  return answers;
}

function attachmentsOf(plan: Plan, record: Draft, uuid: string): readonly KoboRecord[] {
  return answersIn(plan.steps, record).flatMap(({ step, row }) => {
    const file = row.texts[step.node.slot] ?? '';
    if (step.column.answer !== 'media' || file === '') return [];
    return [
      {
        download_url: `https://kobo.example.org/attachments/${uuid}/${file}`,
        mimetype: mimetypeOf(file),
        filename: `sample/attachments/${plan.formId}/${uuid}/${file}`,
        media_file_basename: file,
        uid: `att${sha256(`${uuid} ${pathOf(step.node, row)}`).slice(0, 19)}`,
        is_deleted: false,
        question_xpath: pathOf(step.node, row),
      },
    ];
  });
}

/** The first point that was answered. */
function locationOf(plan: Plan, record: Draft): readonly (number | null)[] {
  const point = answersIn(plan.steps, record)
    .filter(({ step }) => step.column.answer === 'geopoint')
    .map(({ step, row }) => row.texts[step.node.slot] ?? '')
    .find((text) => text !== '');
  const [north = Number.NaN, east = Number.NaN] = point?.split(' ').map(Number) ?? [];
  return Number.isFinite(north) && Number.isFinite(east) ? [north, east] : [null, null];
}
