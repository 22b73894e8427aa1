import { expect, onTestFinished } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';
import { hostOf, type Outcome, tempFolder, writeFiles } from '../cli/project.ts';
import { type FakeKobo, type FakeOptions, startFakeKobo } from '../kobo/fake-kobo.ts';
import type { Asset } from '../kobo/state.ts';

/** A dictionary of three forms, one with lists, groups, a repeat, a file and two languages. */
export const dictionary = {
  'dictionary/dictionary.yaml': `lexiform: 1
dictionary: office
version: 1.0.0
languages: { en: English, fr: Français }
default_language: en
profiles: [kobo]
`,
  'dictionary/lists.yaml': `codelists:
  needs:
    label: { en: Needs, fr: Besoins }
    codes:
      food: { en: Food, fr: Nourriture }
      water: { en: Water, fr: Eau }
      shelter: { en: Shelter, fr: Abri }
`,
  'dictionary/visit.yaml': `forms:
  visit:
    title: { en: Visit, fr: Visite }
    metadata: [start, end]
    items:
      - ask: respondent
        type: text
        label: { en: Who answers?, fr: Qui répond ? }
      - group: household
        label: { en: Household, fr: Ménage }
        items:
          - { ask: hh_size, type: integer, label: { en: How many people?, fr: Combien de personnes ? }, constraint: . > 0, constraint_message: { en: More than 0, fr: Plus de 0 } }
          - { ask: needs, type: select_multiple needs, label: { en: Which needs?, fr: Quels besoins ? } }
      - repeat: member
        label: { en: Member, fr: Membre }
        items:
          - { ask: member_age, type: integer, label: { en: Age, fr: Âge } }
`,
  'dictionary/call.yaml': `forms:
  call:
    title: { en: Call, fr: Appel }
    items:
      - { ask: answered, type: select_one needs, label: { en: What was needed?, fr: De quoi a-t-on besoin ? } }
`,
  'dictionary/sites.yaml': `forms:
  sites:
    title: { en: Sites, fr: Sites }
    attachments: [map.csv]
    items:
      - { ask: site, type: text, label: { en: Which site?, fr: Quel site ? } }
`,
  'dictionary/media/map.csv': 'name,label\na,A\n',
} as const;

/** A project folder and the KoboToolbox that it is pushed to. */
export interface Office {
  readonly folder: string;
  readonly kobo: FakeKobo;
  readonly token: string;
  /** Runs the command line there, with an answer for each question that is asked. */
  readonly run: (
    words: string,
    answers?: readonly string[],
    token?: string,
  ) => Promise<Outcome & { readonly asked: readonly string[] }>;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** The only project of a name. */
  readonly project: (name: string) => Asset;
  /** The requests that write, since the last time that this was asked. */
  readonly writes: () => readonly string[];
}

export const FORMS = ['visit', 'call', 'sites'];

/** A servers.yaml with these forms; `more` is written under each, as it stands. */
export function serversYaml(url: string, forms: readonly string[] = FORMS, more = ''): string {
  const projects = forms.map((form) => `    - form: ${form}\n${more}`).join('');
  return `kobo:\n  url: ${url}\n  token_env: KOBO_TOKEN\n  projects:\n${projects}`;
}

export async function openOffice(
  options: FakeOptions = { convert: 'off', importPolls: 0 },
  project: Readonly<Record<string, string>> = dictionary,
): Promise<Office> {
  const kobo = await startFakeKobo(options);
  onTestFinished(() => kobo.close());
  const { token } = kobo.addUser('amina');
  const folder = tempFolder({ ...project, 'dictionary/servers.yaml': serversYaml(kobo.url) });
  return {
    folder,
    kobo,
    token,
    run: async (words, answers = [], other = token) => runIn(folder, other, words.split(' '), answers),
    write: (files) => writeFiles(folder, files),
    project: (name) => onlyOne(kobo, name),
    writes: () => {
      const writing = kobo.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${path}`);
      kobo.forgetRequests();
      return writing;
    },
  };
}

export async function runIn(
  folder: string,
  token: string,
  words: readonly string[],
  answers: readonly string[],
): Promise<Outcome & { readonly asked: readonly string[] }> {
  let [out, err] = ['', ''];
  const asked: string[] = [];
  const host: Host = {
    ...hostOf(folder),
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env: (name) => (name === 'KOBO_TOKEN' ? token : undefined),
    ask: (question) => Promise.resolve(answers[asked.push(question) - 1]),
  };
  const code = await main(words, host, '0.0.0');
  return { code, out, err, asked };
}

function onlyOne({ state }: FakeKobo, name: string): Asset {
  const [asset, ...others] = [...state.assets.values()].filter((each) => each.name === name);
  if (!asset || others.length > 0)
    throw new Error(`There are ${others.length + (asset ? 1 : 0)} projects called ${name}`);
  return asset;
}

/** An office whose three projects are as the dictionary says. */
export async function pushedOffice(): Promise<Office> {
  const office = await openOffice();
  expect(await office.run('push --yes')).toMatchObject({ code: 0, err: '' });
  office.writes();
  return office;
}

/** The dictionary with another text in one question. */
export const changedVisit = {
  'dictionary/visit.yaml': dictionary['dictionary/visit.yaml'].replace('Who answers?', 'Who is it?'),
};
