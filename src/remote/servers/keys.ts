import { keys } from '../../dictionary/language/key.ts';

/** What `servers.yaml` says of a server. */
export const serverKeys = keys([
  {
    name: 'kind',
    kind: 'choice',
    values: ['kobo'],
    doc: 'What runs there; left out: kobo.',
    example: 'kobo',
  },
  {
    name: 'url',
    kind: 'plain',
    doc: 'The address where one logs in.',
    example: 'https://kf.example.org',
    required: true,
  },
  {
    name: 'token_env',
    kind: 'name',
    doc: 'The environment variable that holds the API key; never the key itself.',
    example: 'KOBO_TOKEN',
    required: true,
  },
  {
    name: 'ca_file',
    kind: 'plain',
    doc: 'Certificates (PEM) of an authority that only the organisation knows, as a file beside servers.yaml.',
    example: 'agency-ca.pem',
  },
  {
    name: 'projects',
    kind: 'list',
    doc: 'The projects that the dictionary owns there.',
    example: '[{ form: household_registration }]',
  },
]);

/** What it says of a project on a server. */
export const projectKeys = keys([
  { name: 'form', kind: 'name', doc: 'The form that is deployed.', example: 'household_registration', required: true },
  { name: 'country', kind: 'name', doc: 'The country layer that it is built with.', example: 'afg' },
  {
    name: 'uid',
    kind: 'name',
    doc: 'The project that was there before, by the end of its address; left out, the first push makes one.',
    example: 'aXyz9',
  },
  { name: 'name', kind: 'plain', doc: 'What people see; left out: the title of the form.', example: 'Registration' },
  { name: 'collection', kind: 'plain', doc: 'The collection that it lies in, by name.', example: 'HQ standard' },
  {
    name: 'permissions',
    kind: 'map',
    doc: 'What people may do, by user name; left out, rights are left alone. anyone: people without an account.',
    example: '{ alice: [view_submissions, validate_submissions], anyone: [add_submissions] }',
  },
  {
    name: 'media',
    kind: 'cells',
    doc: 'Files of this project in place of those of the dictionary, by the name that the form knows.',
    example: '{ sites.csv: afg/sites.csv }',
  },
]);
