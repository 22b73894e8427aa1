import { describe, expect, it } from 'vitest';
import { chosenProjects } from '../../../src/cli/remote/chosen.ts';
import { tokenFor } from '../../../src/cli/remote/token.ts';
import { authoritiesFor } from '../../../src/cli/remote/trust.ts';
import { connect } from '../../../src/cli/remote/connect.ts';
import { type Host, UsageError } from '../../../src/cli/host.ts';
import type { Project, Server } from '../../../src/remote/servers/server.ts';
import { startOf } from '../../../src/core/location.ts';
import { hostOf, tempFolder } from '../project.ts';

const location = startOf({ path: 'servers.yaml', text: '' });

function server(name: string, ...forms: readonly string[]): Server {
  const projects = forms.map((key): Project => {
    const [form = ''] = key.split('@');
    const nothing = {
      country: undefined,
      uid: undefined,
      name: undefined,
      collection: undefined,
      permissions: undefined,
    };
    return { server: name, key, form, ...nothing, media: new Map(), location };
  });
  const url = 'https://kf.example.org';
  return { name, kind: 'kobo', url, tokenEnv: 'KOBO_TOKEN', caFile: undefined, projects, location };
}

const SERVERS = [server('kobo-prod', 'household', 'household@afg'), server('kobo-test', 'household', 'sites')];

function chosen(...words: readonly string[]): readonly string[] {
  return chosenProjects(SERVERS, words).flatMap(({ projects }) => projects.map((each) => `${each.server}/${each.key}`));
}

function mistakeOf(work: () => unknown): UsageError {
  try {
    work();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('there was no mistake');
}

function hostWith(variables: Readonly<Record<string, string | undefined>>): Host {
  return { ...hostOf('.'), env: (name) => variables[name] };
}

function tokenIn(value: string | undefined): string {
  return tokenFor(server('kobo-prod'), hostWith({ KOBO_TOKEN: value }));
}

describe('the words of a command line', () => {
  it('mean everything, a server, or a project', () => {
    expect(chosen()).toHaveLength(4);
    expect(chosen('kobo-test')).toEqual(['kobo-test/household', 'kobo-test/sites']);
    expect(chosen('kobo-prod/household@afg', 'kobo-test/sites')).toEqual([
      'kobo-prod/household@afg',
      'kobo-test/sites',
    ]);
    expect(chosen('kobo-prod', 'kobo-prod/household')).toHaveLength(2);
  });

  it.each([
    ['kobo-prd', 'Did you mean "kobo-prod"?'],
    ['kobo-test/site', 'Did you mean "kobo-test/sites"?'],
    ['sites', 'Did you mean "kobo-test/sites"?'],
    [
      'other',
      'It has: "kobo-prod", "kobo-test", "kobo-prod/household", "kobo-prod/household@afg", "kobo-test/household" and 1 more.',
    ],
  ])('that mean nothing are told: %s', (word, help) => {
    const error = mistakeOf(() => chosen(word));
    expect(error.message).toBe(`servers.yaml has no server and no project "${word}".`);
    expect(error.help).toBe(help);
  });
});

describe('the token', () => {
  it('comes from the environment, with blanks at its ends taken away', () => {
    expect(tokenIn(' c0ffee\r\n')).toBe('c0ffee');
  });

  it.each([undefined, '', '  '])('that is not there is told, with how to set it (%j)', (value) => {
    const error = mistakeOf(() => tokenIn(value));
    expect(error.message).toBe(
      'The environment variable KOBO_TOKEN is not set: it holds the API key of your account on "kobo-prod".',
    );
    expect(error.help).toContain('Windows PowerShell   $env:KOBO_TOKEN = Read-Host');
    expect(error.help).toContain('read -rs KOBO_TOKEN && export KOBO_TOKEN');
  });

  it.each(['Token c0ffee', '"c0ffee"', 'c0f\nfee', 'ключ'])(
    'that is none is told without a letter of it (%j)',
    (value) => {
      const error = mistakeOf(() => tokenIn(value));
      expect(error.message).toContain('KOBO_TOKEN');
      expect(`${error.message} ${error.help}`).not.toMatch(/c0f|ключ/);
    },
  );
});

describe('the proxy', () => {
  const variables = { KOBO_TOKEN: 'c0ffee' };
  const connectWith = (proxy: string): unknown =>
    connect([{ server: server('kobo-prod'), projects: [] }], '.', hostWith({ ...variables, HTTPS_PROXY: proxy }));

  it('may be any of HTTP', () => {
    expect(connectWith('http://jo:me@proxy:3128')).toHaveLength(1);
    expect(connectWith('proxy:3128')).toHaveLength(1);
  });

  it.each(['socks5://jo:s3cret@proxy:1080', 'http://', 'http://jo:s3cret@:x'])(
    'that is another is told (%s)',
    (proxy) => {
      const error = mistakeOf(() => connectWith(proxy));
      expect(error.message).toContain('HTTPS_PROXY');
      expect(`${error.message} ${error.help}`).not.toContain('s3cret');
    },
  );
});

describe('a file of certificates', () => {
  it.each([
    ['gone.pem', /cannot be read: there is no such file/],
    ['empty.pem', /holds no certificate/],
    ['broken.pem', /holds no certificate/],
  ])('%s', (caFile, words) => {
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    const folder = tempFolder({ 'empty.pem': '', 'broken.pem': broken });
    const read = (): unknown => authoritiesFor({ ...server('kobo-prod'), caFile }, folder, hostOf(folder));
    expect(mistakeOf(read).message).toMatch(words);
  });

  it('is not needed', () => {
    expect(authoritiesFor(server('kobo-prod'), '.', hostOf('.'))).toBeUndefined();
  });
});
