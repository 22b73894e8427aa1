import { describe, expect, it } from 'vitest';
import { createCollector } from '../../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { compileProject } from '../../../src/dictionary/compile.ts';
import { type Dictionaries, dictionariesOf } from '../../../src/remote/servers/dictionaries.ts';
import { readServers } from '../../../src/remote/servers/read-servers.ts';
import type { Server } from '../../../src/remote/servers/server.ts';
import { type FileTree, memoryTree } from '../../../src/source/files.ts';
import { manifest } from '../../cli/project.ts';

const FORMS = `forms:
  household: { title: Household, items: [{ ask: hh_size, type: integer, label: { en: How many?, fr: Combien ? } }] }
`;

const COUNTRIES = {
  'countries/afg/country.yaml': 'country: afg\ntitle: Afghanistan\n',
  'countries/xb/country.yaml': 'country: xb\ntitle: Xylia\nforms: { household: }\n',
};

function dictionariesIn(tree: FileTree): Dictionaries {
  const { dictionary, countries } = compileProject(tree);
  const all = dictionariesOf(dictionary, countries, (country) => [...(all.of(country)?.forms.keys() ?? [])]);
  return all;
}

function read(servers: string): { servers: readonly Server[]; findings: readonly Diagnostic[] } {
  const files = { 'dictionary.yaml': manifest, 'forms.yaml': FORMS, 'afg/sites.csv': 'name,label\n', ...COUNTRIES };
  const tree = memoryTree({ ...files, 'servers.yaml': servers });
  const { report, diagnostics } = createCollector();
  const result = readServers(tree, dictionariesIn(tree), report);
  return { servers: result.servers, findings: diagnostics() };
}

/** `rule: the words that it marks` */
function marked(servers: string): readonly string[] {
  return read(servers).findings.map(({ rule, location }) => {
    const words = location.kind === 'text' ? location.source.text.slice(location.start, location.end) : '';
    return `${rule}: ${words.split('\n')[0] ?? ''}`;
  });
}

const ONE = 'kobo:\n  url: https://kf.example.org\n  token_env: KOBO_TOKEN\n';
const HEX = '0123456789abcdef0123456789abcdef01234567';

describe('servers.yaml', () => {
  it('names servers, and what the dictionary owns there', () => {
    const { servers, findings } = read(`kobo-prod:
  kind: kobo
  url: https://kf.example.org/
  token_env: KOBO_TOKEN
  ca_file: agency.pem
  projects:
    - form: household
      uid: aXyz9
      country: afg
      name: Household registration
      collection: HQ standard
      permissions:
        alice: [view_submissions, validate_submissions]
        anyone: [add_submissions]
      media: { sites.csv: ./afg/sites.csv }
    - form: household
`);
    expect(findings).toEqual([]);
    expect(servers).toMatchObject([
      { name: 'kobo-prod', kind: 'kobo', url: 'https://kf.example.org', tokenEnv: 'KOBO_TOKEN', caFile: 'agency.pem' },
    ]);
    expect(servers[0]?.projects).toMatchObject([
      {
        server: 'kobo-prod',
        key: 'household@afg',
        uid: 'aXyz9',
        country: 'afg',
        name: 'Household registration',
        collection: 'HQ standard',
        permissions: new Map([
          ['alice', ['view_submissions', 'validate_submissions']],
          ['anyone', ['add_submissions']],
        ]),
        media: new Map([['sites.csv', 'afg/sites.csv']]),
      },
      { key: 'household', uid: undefined, permissions: undefined },
    ]);
  });

  it.each([
    ['an unknown key', `${ONE}  tokenenv: X\n`, 'unknown-key: tokenenv'],
    ['another kind', `${ONE}  kind: odk\n`, 'wrong-value: odk'],
    ['a list in place of a map', '- kobo\n', 'wrong-shape: - kobo'],
    ['a text in place of a server', 'kobo: https://kf.example.org\n', 'wrong-shape: https://kf.example.org'],
    ['an address with a port and a path is fine', ONE.replace('.org', '.org:8443/kobo'), undefined],
    ['a variable that is none', ONE.replace('KOBO_TOKEN', 'my token'), 'wrong-value: my token'],
    ['a right that there is not', project('permissions: { alice: [view_submission] }'), 'wrong-value: view_submission'],
    [
      'a right of another kind',
      project('permissions: { alice: { view_asset: yes } }'),
      'wrong-shape: { view_asset: yes }',
    ],
    ['no rights at all', project('permissions: { alice: [] }'), undefined],
    ['a file that is not there', project('media: { sites.csv: sites.csv }'), 'missing-file: sites.csv'],
    [
      'an address in place of a uid',
      project('uid: https://kf.example.org/#/forms/aXyz9xxxxxxxxxxxxxxxxx/summary'),
      'wrong-value: https://kf.example.org/#/forms/aXyz9xxxxxxxxxxxxxxxxx/summary',
    ],
    ['a key of an object', project('constructor: x'), 'unknown-key: constructor'],
    ['a server called __proto__', ONE.replace('kobo', '__proto__'), undefined],
    ['the same server twice', ONE + ONE, 'duplicate-key: kobo'],
    ['a country that there is not', project('country: xc'), 'server-country: xc'],
    ['a form that the country leaves out', project('country: xb'), 'server-form: household'],
    ['a form twice, for a country', `${project('name: A')}    - { form: household, country: afg }\n`, undefined],
    ['a file with a form twice', `${project('name: A')}    - form: household\n`, 'project-twice: household'],
  ])('%s', (_, servers, finding) => {
    expect(marked(servers)).toEqual(finding === undefined ? [] : [finding]);
  });

  it('takes the uid out of an address as a suggestion', () => {
    const [finding] = read(project('uid: https://kf.example.org/#/forms/aXyz9xxxxxxxxxxxxxxxxx/summary')).findings;
    expect(finding?.message).toContain('Did you mean "aXyz9xxxxxxxxxxxxxxxxx"?');
  });

  it('gives no server that cannot be reached as it is written', () => {
    expect(read(ONE.replace('https', 'http')).servers).toEqual([]);
    expect(read('kobo: { url: https://kf.example.org }').servers).toEqual([]);
  });

  it('says nothing of forms where part of the dictionary could not be read', () => {
    const files = memoryTree({ 'dictionary.yaml': manifest, 'servers.yaml': project('name: A') });
    const tree = { ...files, unreadable: [{ path: 'forms', reason: 'you have no permission to open it' }] };
    const { report, diagnostics } = createCollector();
    readServers(tree, dictionariesIn(tree), report);
    expect(diagnostics()).toEqual([]);
  });
});

describe('a secret in servers.yaml', () => {
  it.each([
    ['a token under its own name', `${ONE}  token: ${HEX}\n`],
    ['a token in place of a variable', ONE.replace('KOBO_TOKEN', HEX)],
    ['a token in a comment', `${ONE}# it is ${HEX}\n`],
    ['a key in one line', `kobo: { url: https://kf.example.org, token_env: KOBO_TOKEN, api_key: "hunter2-${HEX}" }\n`],
    ['a password', `${ONE}  password: hunter2 and more\n`],
    ['a password in an address', ONE.replace('kf.', 'jo:hunter2@kf.')],
  ])('is an error and never shown: %s', (_, servers) => {
    const { findings } = read(servers);
    expect(findings.map(({ rule }) => rule)).toContain('token-in-file');
    expect(JSON.stringify(findings)).not.toMatch(/0123456789abcdef|hunter2|and more/);
    expect(findings.some(({ fix }) => fix)).toBe(false);
  });

  it('is none where only a variable is named', () => {
    expect(marked(`${ONE}# token_env: the key of the account\n`)).toEqual([]);
  });
});

/** A project with one more key. */
function project(line: string): string {
  return `${ONE}  projects:\n    - form: household\n      ${line}\n`;
}
