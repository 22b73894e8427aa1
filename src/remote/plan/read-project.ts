import { quote } from '../../diagnostics/quote.ts';
import { formOfContent } from '../content/of-content.ts';
import type { Asset, AssetContent } from '../kobo/assets.ts';
import type { Kobo } from '../kobo/kobo.ts';
import type { ProjectState } from '../state/state.ts';
import type { OnServer } from './on-server.ts';
import type { Blocked } from './project-plan.ts';
import type { Base } from './three-way.ts';
import { contentHash, type Wanted } from './wanted.ts';

export type Found =
  | { readonly kind: 'there'; readonly there: OnServer; readonly base: Base | undefined }
  | { readonly kind: 'absent' }
  | { readonly kind: 'blocked'; readonly blocked: Blocked };

/** Who asks, and what else belongs to the dictionary on this server: projects of one name can be told by their uid. */
export interface Reading {
  readonly kobo: Kobo;
  readonly knownUids: ReadonlySet<string>;
  /** Waits for a workbook that an earlier push handed over. */
  readonly settle: (uid: string) => Promise<unknown>;
}

/** Looks for a project and reads all of it that a plan is made from. Nothing is written. */
export async function readProject(wanted: Wanted, state: ProjectState | undefined, reading: Reading): Promise<Found> {
  const { project } = wanted;
  const uid = project.uid ?? state?.uid;
  if (uid === undefined) return lookForName(wanted, reading);
  const { import: handed } = state?.unfinished ?? {};
  if (handed !== undefined) await reading.settle(handed);
  const asset = await reading.kobo.asset(uid, { content: true });
  if (asset === undefined) return { kind: 'blocked', blocked: gone(uid, project.server, project.uid !== undefined) };
  if (asset.assetType !== 'survey') return { kind: 'blocked', blocked: noProject(asset) };
  const there = await whole(asset, wanted, reading.kobo);
  return { kind: 'there', there, base: await baseOf(there, state, reading.kobo) };
}

/** A project that bears the name is never taken for ours by that alone. */
async function lookForName({ name }: Wanted, { kobo, knownUids }: Reading): Promise<Found> {
  const other = (await kobo.assetsNamed(name, 'survey')).find(({ uid }) => !knownUids.has(uid));
  if (!other) return { kind: 'absent' };
  return {
    kind: 'blocked',
    blocked: {
      message: `There is a project called ${quote(name)} already (${other.uid}, of ${other.owner}), and nothing says that it is this one.`,
      help: `If it is, write it into servers.yaml: uid: ${other.uid} If not, give this one another name there, by: name: …`,
    },
  };
}

function gone(uid: string, server: string, written: boolean): Blocked {
  const where = written ? 'take its uid out of servers.yaml' : `take it out of servers.state.json`;
  return {
    message: `The project ${uid} is not on ${quote(server)}, or the token may not see it.`,
    help: `If it was deleted on purpose, ${where}, and the next push makes a new one. If not, ask its owner to share it.`,
  };
}

function noProject({ uid, assetType }: Asset): Blocked {
  return {
    message: `${uid} is a ${assetType} of the library, and no project.`,
    help: 'Write the uid of a project into servers.yaml: it stands in the address of the project, behind /forms/.',
  };
}

const NOTHING: AssetContent = { survey: [], choices: [], settings: {}, translations: [], others: {} };

async function whole(asset: Asset, { project }: Wanted, kobo: Kobo): Promise<OnServer> {
  return {
    asset,
    form: formOfContent(asset.content ?? NOTHING),
    media: await kobo.media(asset.uid),
    assignments: project.permissions ? await kobo.assignments(asset.uid) : undefined,
    collection: await wantedCollection(asset, project.collection, kobo),
  };
}

async function wantedCollection(
  { parent }: Asset,
  wanted: string | undefined,
  kobo: Kobo,
): Promise<string | undefined> {
  if (wanted === undefined || parent === undefined) return undefined;
  const collections = await kobo.assetsNamed(wanted, 'collection');
  return collections.some(({ uid }) => parent.includes(`/${uid}/`)) ? wanted : undefined;
}

/** What was pushed last: the same as now, or what the server still has of that version. */
async function baseOf(there: OnServer, state: ProjectState | undefined, kobo: Kobo): Promise<Base | undefined> {
  const { version, content, name } = state ?? {};
  if (version === undefined || name === undefined || state?.uid !== there.asset.uid) return undefined;
  if (content === contentHash(there.form, there.asset.name)) return { form: there.form, name };
  const kept = await kobo.version(there.asset.uid, version);
  return kept && { form: formOfContent(kept), name };
}
