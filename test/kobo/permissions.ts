import { assetFor, may, need } from './access.ts';
import { requestData, requestList } from './fields.ts';
import { type Call, Refusal, denied, invalid, json, notFound, nothing } from './http.ts';
import { type Kobo, type Route, route } from './kobo.ts';
import { page } from './page.ts';
import { assignmentJson, permissionAddress } from './permission-json.ts';
import {
  CODENAMES,
  CONTRADICTORY,
  IMPLIED,
  assign,
  giveOwner,
  passOn,
  revoke,
  shownAssignments,
} from './permission-rules.ts';
import { ANONYMOUS, type Asset, type Assignment, type Row } from './state.ts';

const BASE = '/api/v2/assets/:uid/permission-assignments/';
const OWNER = "Owner's permissions cannot be assigned explicitly";

export const permissionRoutes: readonly Route[] = [
  route('GET', '/api/v2/permissions/', (kobo, call) =>
    json(
      200,
      page(call, CODENAMES, kobo.pageCap, (name) => permissionJson(call, name)),
    ),
  ),
  route('GET', BASE, (kobo, call, uid) => list(call, assetFor(kobo.state, call, uid ?? '', 'view_asset'))),
  route('POST', BASE, create),
  route('POST', `${BASE}bulk/`, replaceAll),
  route('DELETE', `${BASE}bulk/`, revokeAll),
  route('PATCH', `${BASE}clone/`, copyAll),
  route('GET', `${BASE}:assignment/`, (kobo, call, uid = '', id = '') => {
    const asset = assetFor(kobo.state, call, uid, 'view_asset');
    return json(200, assignmentJson(call, asset, found(asset, call, id)));
  }),
  route('DELETE', `${BASE}:assignment/`, revokeOne),
];

function permissionJson(call: Call, codename: string): object {
  const addresses = (names: readonly string[] = []): string[] => names.map((name) => permissionAddress(call, name));
  return {
    url: permissionAddress(call, codename),
    codename,
    implied: addresses(IMPLIED[codename]),
    contradictory: addresses(CONTRADICTORY[codename]),
    name: codename.replace('_', ' '),
  };
}

function list(call: Call, asset: Asset): ReturnType<typeof json> {
  return json(
    200,
    shownAssignments(asset, call.user).map((one) => assignmentJson(call, asset, one)),
  );
}

interface Wanted {
  readonly user: string;
  readonly codename: string;
  readonly partial?: Assignment['partial'];
}

/** Reads `{user, permission}`, both addresses. */
function wanted(kobo: Kobo, value: unknown): Wanted {
  const row = (typeof value === 'object' && value !== null ? value : {}) as Row;
  const user = lastPart(row['user'], 'users');
  const codename = lastPart(row['permission'], 'permissions');
  if (row['user'] === undefined) throw invalid({ user: ['This field is required.'] });
  if (row['permission'] === undefined) throw invalid({ permission: ['This field is required.'] });
  if (user === undefined || (user !== ANONYMOUS && !kobo.state.users.has(user))) throw noObject('user');
  if (codename === undefined || !(CODENAMES as readonly string[]).includes(codename)) throw noObject('permission');
  return codename === 'partial_submissions' ? { user, codename, partial: partialOf(row) } : { user, codename };
}

function noObject(field: string): Refusal {
  return invalid({ [field]: ['Invalid hyperlink - Object does not exist.'] });
}

function partialOf(row: Row): NonNullable<Assignment['partial']> {
  const given = row['partial_permissions'];
  if (!Array.isArray(given) || given.length === 0) {
    const text = "This field is required for the 'partial_submissions' permission";
    throw invalid({ partial_permissions: text });
  }
  return Object.fromEntries(
    (given as Row[]).map(({ url, filters }) => {
      const codename = lastPart(url, 'permissions');
      if (codename === undefined) throw invalid({ partial_permissions: 'Invalid `url`' });
      if (!Array.isArray(filters)) throw invalid({ partial_permissions: 'Invalid `filters`' });
      return [codename, filters as Row[]];
    }),
  );
}

function lastPart(address: unknown, kind: string): string | undefined {
  return new RegExp(`/api/v2/${kind}/([^/]+)/?$`).exec(String(address))?.[1];
}

async function create(kobo: Kobo, call: Call, uid = ''): Promise<ReturnType<typeof json>> {
  const asset = assetFor(kobo.state, call, uid, 'manage_asset');
  const { user, codename, partial } = wanted(kobo, await requestData(call));
  if (user === asset.owner) throw invalid({ user: OWNER });
  const assignment = assign(asset, user, codename, partial);
  passOn(kobo.state, asset);
  return json(201, assignmentJson(call, asset, assignment));
}

/** What is not in the list is revoked, inherited or not; what stays keeps its address. */
async function replaceAll(kobo: Kobo, call: Call, uid = ''): Promise<ReturnType<typeof json>> {
  const asset = assetFor(kobo.state, call, uid, 'manage_asset');
  const all = (await requestList(call)).map((value) => wanted(kobo, value));
  if (all.some(({ user }) => user === asset.owner)) throw invalid({ user: OWNER });
  const before = asset.assignments;
  asset.assignments = before.filter(({ user }) => user === asset.owner);
  try {
    for (const { user, codename, partial } of all) assign(asset, user, codename, partial);
  } catch (error) {
    asset.assignments = before;
    throw error;
  }
  asset.assignments = asset.assignments.map((one) => before.find((known) => isSame(known, one)) ?? one);
  passOn(kobo.state, asset);
  return list(call, asset);
}

function isSame(left: Assignment, right: Assignment): boolean {
  return wordsOf(left) === wordsOf(right);
}

function wordsOf({ user, codename, partial }: Assignment): string {
  return JSON.stringify([user, codename, partial]);
}

async function revokeAll(kobo: Kobo, call: Call, uid = ''): Promise<ReturnType<typeof nothing>> {
  const asset = assetFor(kobo.state, call, uid, 'view_asset');
  const { username } = await requestData(call);
  if (!may(call.user, 'manage_asset', asset) && call.user?.name !== username) throw denied();
  if (!username) throw invalid({ username: 'This field is required' });
  if (username === asset.owner) throw new Refusal(409, { detail: "Owner's permissions cannot be deleted" });
  asset.assignments = asset.assignments.filter(({ user }) => user !== username);
  passOn(kobo.state, asset);
  return nothing();
}

async function copyAll(kobo: Kobo, call: Call, uid = ''): Promise<ReturnType<typeof json>> {
  const asset = assetFor(kobo.state, call, uid, 'manage_asset');
  const source = kobo.state.assets.get(String((await requestData(call))['clone_from']));
  if (!source) throw notFound();
  need(call, 'view_asset', source);
  if (source.type !== asset.type) {
    throw invalid({ detail: "Source and destination objects don't seem to have the same type" });
  }
  asset.assignments = [];
  giveOwner(asset);
  for (const { user, codename, partial } of source.assignments) {
    if (user !== source.owner && user !== asset.owner) assign(asset, user, codename, partial);
  }
  return list(call, asset);
}

function found(asset: Asset, call: Call, id: string): Assignment {
  const assignment = shownAssignments(asset, call.user).find(({ uid }) => uid === id);
  if (!assignment) throw notFound();
  return assignment;
}

function revokeOne(kobo: Kobo, call: Call, uid = '', id = ''): ReturnType<typeof nothing> {
  const asset = assetFor(kobo.state, call, uid, 'view_asset');
  const { user, codename } = found(asset, call, id);
  if (!may(call.user, 'manage_asset', asset) && call.user?.name !== user) throw denied();
  if (user === asset.owner) throw new Refusal(409, { detail: "Owner's permissions cannot be deleted" });
  revoke(asset, user, codename);
  passOn(kobo.state, asset);
  return nothing();
}
