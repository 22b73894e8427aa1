import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authenticate } from './access.ts';
import { accountRoutes } from './account.ts';
import { assetRoutes } from './assets.ts';
import { dataRoutes } from './data.ts';
import { deploymentRoutes } from './deployments.ts';
import { type Fault, type Faults, type Hook, newFaults, sendCut, suffer } from './faults.ts';
import { fileRoutes } from './files.ts';
import { type Call, Refusal, type Reply, json, readBody } from './http.ts';
import { importRoutes } from './imports.ts';
import type { Kobo } from './kobo.ts';
import { openRosaRoutes } from './openrosa.ts';
import { permissionRoutes } from './permissions.ts';
import { preparePyxform, pyxformConverter } from './pyxform.ts';
import { type Received, type SentFile, receive } from './receive.ts';
import { router } from './router.ts';
import { snapshotRoutes } from './snapshots.ts';
import { type Asset, type KoboState, newHex } from './state.ts';
import type { Make } from './submission-store.ts';
import { validationRoutes } from './validation.ts';
import { versionRoutes } from './versions.ts';

export type { Fault } from './faults.ts';
export type { KoboState } from './state.ts';

/** One request that reached the server; `status` 0 for one whose connection was reset. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
  readonly user: string | null;
  /** Of a 500: the exception that KoboToolbox keeps to itself. */
  readonly cause?: string;
}

export interface FakeKobo {
  /** `http://127.0.0.1:PORT`, for the interface and for devices. */
  readonly url: string;
  readonly state: KoboState;
  readonly requests: readonly SeenRequest[];
  forgetRequests(): void;
  addUser(name: string, options?: UserOptions): { readonly name: string; readonly token: string };
  /** The next requests that match go wrong. */
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Called with each request before it is worked on. */
  onRequest(hook: Hook): void;
  /** Sends a submission without a request, by the owner of the form where no user is named. */
  submit(asset: string, xml: string, options?: SubmitOptions): Received['submission'];
  /**
   * Puts many submissions under a deployed form, made when they are read: `make` gives the answers of one by its number, from 0,
   * as `/data/` shows them, and always the same. Returns the `_id` of the first one.
   */
  seed(asset: string, count: number, make: Make): number;
  close(): Promise<void>;
}

export interface SubmitOptions {
  readonly user?: string;
  readonly files?: readonly SentFile[];
  readonly time?: Date;
}

export interface UserOptions {
  readonly token?: string;
  readonly password?: string;
  readonly superuser?: boolean;
}

export interface FakeOptions {
  readonly pageCap?: number;
  readonly importPolls?: number;
  /** Whether deployment converts with the real pyxform, or takes any form. */
  readonly convert?: 'pyxform' | 'off';
}

/** How long a start may take where pyxform is not there yet: the limit of a hook that starts a server. */
export const STARTING_MS = 600_000;

const LONGEST_REQUEST_MS = 120_000; // as on the public servers

const work = router([
  ...accountRoutes,
  ...assetRoutes,
  ...importRoutes,
  ...versionRoutes,
  ...deploymentRoutes,
  ...permissionRoutes,
  ...fileRoutes,
  ...validationRoutes,
  ...dataRoutes,
  ...snapshotRoutes,
  ...openRosaRoutes,
]);

/** A KoboToolbox that lives in memory, on a port of its own. */
export async function startFakeKobo(options: FakeOptions = {}): Promise<FakeKobo> {
  const { pageCap = 1000, importPolls = 1, convert = 'pyxform' } = options;
  if (convert === 'pyxform') await preparePyxform();
  const state = newState();
  const converter = convert === 'pyxform' ? pyxformConverter() : null;
  const inside: Inside = {
    kobo: { state, pageCap, importPolls, converter },
    faults: newFaults(),
    requests: [],
    hooks: [],
  };
  const server = createServer((request, response) => void serve(inside, request, response));
  server.requestTimeout = LONGEST_REQUEST_MS;
  const url = await listen(server);
  return {
    url,
    state,
    requests: inside.requests,
    forgetRequests: () => void inside.requests.splice(0),
    addUser: (name, user = {}) => addUser(state, name, user),
    fault: (fault) => inside.faults.add(fault),
    clearFaults: () => inside.faults.clear(),
    onRequest: (hook) => void inside.hooks.push(hook),
    submit: (asset, xml, sent = {}) => submit(state, asset, xml, sent),
    seed: (asset, count, make) => assetOf(state, asset).submissions.seed(count, make),
    close: () => {
      converter?.close();
      return stop(server);
    },
  };
}

type Seen = { -readonly [Key in keyof SeenRequest]: SeenRequest[Key] };

interface Inside {
  readonly kobo: Kobo;
  readonly faults: Faults;
  readonly requests: SeenRequest[];
  readonly hooks: Hook[];
}

function newState(): KoboState {
  return { users: new Map(), assets: new Map(), imports: new Map(), snapshots: new Map(), counter: { next: 1 } };
}

function addUser(state: KoboState, name: string, options: UserOptions): { name: string; token: string } {
  const { token = newHex(20), password = newHex(8), superuser = false } = options;
  state.users.set(name, { name, token, password, superuser });
  return { name, token };
}

function assetOf(state: KoboState, uid: string): Asset {
  const asset = state.assets.get(uid);
  if (!asset) throw new Error(`There is no asset ${uid}`);
  return asset;
}

function submit(state: KoboState, uid: string, xml: string, options: SubmitOptions): Received['submission'] {
  const { user: name = assetOf(state, uid).owner, files = [], time } = options;
  const user = state.users.get(name) ?? null;
  return receive(state, { xml, files, user, ...(time && { time }) }).submission;
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function serve(inside: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const { method = 'GET' } = request;
  const seen: Seen = { method, path: address.pathname, query: address.search, status: 0, user: null };
  inside.requests.push(seen);
  try {
    const body = await readBody(request);
    const run = async (): Promise<Reply> => reply(inside, request, address, body, seen);
    const fault = inside.faults.take(method, address.pathname);
    const result = fault ? await suffer(fault, request.socket, run) : { reply: await run(), cut: false };
    if (!result) return;
    seen.status = result.reply.status;
    if (result.reply.cause !== undefined) seen.cause = result.reply.cause;
    if (result.cut) sendCut(response, result.reply);
    else send(response, result.reply);
  } catch (error) {
    if (request.destroyed && !request.complete) return; // whoever sent it went away
    seen.status = error instanceof Refusal ? error.reply.status : 500;
    send(response, error instanceof Refusal ? error.reply : defect(error));
  }
}

async function reply(
  { kobo, hooks }: Inside,
  request: IncomingMessage,
  address: URL,
  body: Uint8Array,
  seen: Seen,
): Promise<Reply> {
  const headers = request.headers as Readonly<Record<string, string | undefined>>;
  const user = authenticate(kobo.state, headers['authorization']);
  seen.user = user?.name ?? null;
  const { method = 'GET' } = request;
  const { pathname: path, searchParams: query, origin } = address;
  const call: Call = { method, path, query, headers, user, origin, body, address };
  for (const hook of hooks) await hook(call);
  return work(kobo, call);
}

function send(response: ServerResponse, { status, headers = {}, body = '' }: Reply): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

/** A mistake of the fake itself: it says so, where KoboToolbox would show a page. */
function defect(error: unknown): Reply {
  return json(500, { error: `the fake server failed: ${error instanceof Error ? error.stack : String(error)}` });
}
