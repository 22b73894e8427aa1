// A submission as the two servers deliver it, made of the XML that a form engine sends. What they do is documented:
// KoboToolbox (kpi, xform_instance_parser.py) drops empty elements and flattens groups, every answer stays text;
// ODK Central (central-backend, odata.js) keeps the groups, fills what is blank with null and reads numbers and places.

export const servers = { kobo: koboSubmission, odata: odataSubmission };

const UUID = '5f0f5b16-9c3e-4d1b-9d5f-3a0f5c1c9f11';

/** @param xml the submission; @param form from {@link import('./xform.mjs').readXForm} */
function koboSubmission(xml, form) {
  return {
    _id: 101,
    'formhub/uuid': 'f0c1f0c1f0c1f0c1f0c1f0c1f0c1f0c1',
    ...koboEntries(rootOf(xml), form),
    __version__: 'vAbcdefghijklmnopqrstuv',
    'meta/rootUuid': `uuid:${UUID}`,
    _xform_id_string: 'aXyz',
    _uuid: UUID,
    _attachments: [
      {
        download_url: 'https://kf.example/attachments/att1/',
        mimetype: 'image/jpeg',
        filename: 'a/b.jpg',
        media_file_basename: 'b.jpg',
        uid: 'att1',
        is_deleted: false,
        question_xpath: 'photo',
      },
    ],
    _status: 'submitted_via_web',
    _geolocation: [null, null],
    _submission_time: '2026-08-02T09:00:00',
    _validation_status: {},
    _submitted_by: null,
    _something_new: 'KoboToolbox adds keys over time',
  };
}

/** Keys are whole paths, inside the entries of a repeat too; what is empty is not there. */
function koboEntries(element, node) {
  const entries = {};
  for (const child of element.children) {
    const known = node.children.find(({ name }) => name === child.nodeName);
    if (known.kind === 'leaf') {
      if (child.textContent !== '') entries[known.path] = child.textContent;
      continue;
    }
    const inner = koboEntries(child, known);
    if (known.kind === 'group') Object.assign(entries, inner);
    else if (Object.keys(inner).length > 0) (entries[known.path] ??= []).push(inner);
  }
  return entries;
}

function odataSubmission(xml, form) {
  return {
    __id: `uuid:${UUID}`,
    __system: {
      submissionDate: '2026-08-02T09:00:00.123Z',
      updatedAt: null,
      submitterId: '12',
      submitterName: 'enumerator',
      attachmentsPresent: 0,
      attachmentsExpected: 0,
      status: null,
      reviewState: null,
      deviceId: null,
      edits: 0,
      formVersion: '1',
      deletedAt: null,
    },
    ...odataEntries(rootOf(xml), form),
  };
}

function odataEntries(element, node) {
  const entries = {};
  for (const known of node.children) {
    const name = odataName(known.name);
    const found = [...(element?.children ?? [])].filter(({ nodeName }) => nodeName === known.name);
    if (known.kind === 'leaf') entries[name] = odataValue(found[0]?.textContent ?? '', known.type);
    else if (known.kind === 'group') entries[name] = odataEntries(found[0], known);
    else if (found.length > 0) {
      entries[name] = found.map((entry, index) => ({ __id: `${index}`.repeat(40), ...odataEntries(entry, known) }));
      entries[`${name}@odata.navigationLink`] = `Submissions('uuid%3A${UUID}')/${name}`;
    }
  }
  return entries;
}

export function odataName(name) {
  return name
    .replace(/^.*:/u, '')
    .replace(/^([^a-z_])/iu, '_$1')
    .replaceAll(/[^a-z0-9_]+/giu, '_');
}

/** Through JSON, because that is where a number that is none becomes null. */
function odataValue(text, type) {
  if (text === '') return null;
  if (type === 'int') return JSON.parse(JSON.stringify(Number.parseInt(text, 10)));
  if (type === 'decimal') return JSON.parse(JSON.stringify(Number.parseFloat(text)));
  if (type === 'geopoint') {
    const { position, accuracy } = pointOf(text);
    return { type: 'Point', coordinates: position, properties: { accuracy } };
  }
  if (type === 'geotrace' || type === 'geoshape') return lineOf(text, type);
  return text;
}

function lineOf(text, type) {
  const points = text
    .split(/; ?/u)
    .filter((point) => point !== '')
    .map(pointOf);
  const positions = points.map(({ position }) => position);
  return {
    type: type === 'geotrace' ? 'LineString' : 'Polygon',
    coordinates: type === 'geotrace' ? positions : [positions],
    properties: { accuracies: points.map(({ accuracy }) => accuracy) },
  };
}

function pointOf(text) {
  const [latitude, longitude, altitude = 0, accuracy = 0] = text.split(/\s+/u).map(Number.parseFloat);
  return { position: [longitude, latitude, altitude], accuracy };
}

function rootOf(xml) {
  return new DOMParser().parseFromString(xml, 'text/xml').documentElement;
}
