import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { tempFolder, writeFiles } from '../cli/project.ts';
import { asking } from '../kobo/asking.ts';
import { startFakeKobo } from '../kobo/fake-kobo.ts';
import { submissionForm } from '../kobo/projects.ts';
import type { Row } from '../kobo/state.ts';
import { dictionary, runIn, serversYaml } from './office.ts';

/** A server as the command line and devices see it: the fake one, or one that the environment names. */
export interface Server {
  readonly folder: string;
  readonly run: (words: string) => ReturnType<typeof runIn>;
  /** Replaces words of a file of the dictionary. */
  readonly edit: (file: string, words: string, others: string) => void;
  /** Sends answers to a project of that name, as a device does; `answers` is XML. */
  readonly submit: (project: string, answers: string) => Promise<void>;
  /** The validation status of each submission, by the name that its first question gives. */
  readonly statuses: (project: string) => Promise<Readonly<Record<string, string>>>;
}

interface Address {
  readonly url: string;
  /** Where devices send to. */
  readonly devices: string;
  readonly token: string;
}

export async function openServer(): Promise<Server> {
  const { url, devices, token } = await serverAddress();
  const ask = asking({ url }, token);
  const folder = tempFolder({ ...dictionary, 'dictionary/servers.yaml': serversYaml(url) });
  const uids = new Map<string, string>();
  onTestFinished(async () => {
    for (const uid of uids.values()) await ask('DELETE', `/api/v2/assets/${uid}/`);
  });
  const uidOf = async (name: string): Promise<string> => {
    const known = uids.get(name);
    if (known !== undefined) return known;
    const { data } = await ask(
      'GET',
      `/api/v2/assets/?q=${encodeURIComponent(`asset_type:survey AND name:"${name}"`)}`,
    );
    const uid = String((data['results'] as readonly Row[])[0]?.['uid']);
    uids.set(name, uid);
    return uid;
  };
  return {
    folder,
    run: (words) => runIn(folder, token, words.split(' '), []),
    edit: (file, words, others) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      if (!text.includes(words)) throw new Error(`${file} does not say ${words}`);
      writeFiles(folder, { [file]: text.replace(words, others) });
    },
    submit: async (name, answers) => {
      const uid = await uidOf(name);
      const { data } = await ask('GET', `/api/v2/assets/${uid}/`);
      const xml =
        `<${uid} id="${uid}"><formhub><uuid>${String(data['deployment__uuid'])}</uuid></formhub>${answers}${stampIn(data)}` +
        `<__version__>${String(data['deployed_version_id'])}</__version__>` +
        `<meta><instanceID>uuid:${randomUUID()}</instanceID></meta></${uid}>`;
      const { status, text } = await ask('POST', `${devices}/submission`, submissionForm(xml));
      if (status !== 201) throw new Error(`${status} ${text}`);
    },
    statuses: async (name) => {
      const { data } = await ask('GET', `/api/v2/assets/${await uidOf(name)}/data/?limit=1000`);
      const rows = data['results'] as readonly Row[];
      return Object.fromEntries(
        rows.map((row) => [String(row['respondent']), String((row['_validation_status'] as Row)['uid'] ?? '')]),
      );
    },
  };
}

/** What the form computes on a device: which form of which dictionary it is. */
function stampIn(asset: Row): string {
  const { survey } = asset['content'] as { readonly survey: readonly Row[] };
  const stamp = survey.find((row) => row['name'] === 'lexiform_stamp');
  return `<lexiform_stamp>${String(stamp?.['calculation']).replaceAll("'", '')}</lexiform_stamp>`;
}

async function serverAddress(): Promise<Address> {
  const { LEXIFORM_KOBO_URL: url, LEXIFORM_KOBO_DEVICES: devices, LEXIFORM_KOBO_TOKEN: token } = process.env;
  if (url !== undefined && token !== undefined) return { url, devices: devices ?? url, token };
  const kobo = await startFakeKobo();
  onTestFinished(() => kobo.close());
  return { url: kobo.url, devices: kobo.url, token: kobo.addUser('amina').token };
}
