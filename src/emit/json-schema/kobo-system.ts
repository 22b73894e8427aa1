import { patterns } from './patterns.ts';
import type { JsonSchema } from './schema.ts';

const string: JsonSchema = { type: 'string' };
const coordinate: JsonSchema = { type: ['number', 'null'] };

const attachment: JsonSchema = {
  type: 'object',
  properties: {
    uid: string,
    filename: string,
    media_file_basename: string,
    mimetype: string,
    question_xpath: string,
    download_url: string,
    is_deleted: { type: 'boolean' },
  },
};

/** What KoboToolbox adds to each submission (kpi: parsed_instance.py, base_backend.py). Other keys with `_` may join them. */
export const koboSystem: JsonSchema = {
  _id: { title: 'Number of the submission on its server', type: 'integer' },
  _uuid: { title: 'Id of the submission, another one after each edit', type: 'string' },
  'meta/instanceID': { title: 'Id of the submission, another one after each edit', type: 'string' },
  'meta/rootUuid': { title: 'Id of the submission, the same after each edit', type: 'string' },
  'meta/deprecatedID': { title: 'Id of the submission before its last edit', type: 'string' },
  'formhub/uuid': { title: 'Id of the form on its server', type: 'string' },
  _xform_id_string: { title: 'Id of the form', type: 'string' },
  __version__: { title: 'Version of the form that KoboToolbox counts', type: 'string' },
  _status: { title: 'How the submission came', type: 'string' },
  _submission_time: {
    title: 'When the server received the submission, in UTC',
    type: 'string',
    pattern: patterns.dateTime,
  },
  _submitted_by: { title: 'Account that sent the submission, null where none did', type: ['string', 'null'] },
  _geolocation: {
    title: 'Latitude and longitude of the first point that was answered',
    type: 'array',
    prefixItems: [coordinate, coordinate],
    items: false,
    minItems: 2,
  },
  _attachments: { title: 'Files of the submission', type: 'array', items: attachment },
  _validation_status: {
    title: 'What a reviewer decided; empty where none did',
    type: 'object',
    properties: { uid: string, label: string, by_whom: string, timestamp: { type: 'number' } },
  },
};
