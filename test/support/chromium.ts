import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { installDebian } from './debian.ts';

/** How long a bare machine may take to install the browser. */
export const INSTALL_MINUTES = 10;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ADVICE =
  'The pages of the codebook are tested in Chromium, and none was found. Install Chromium or Google Chrome so that ' +
  '"chromium" is on the PATH (Debian, as root: apt-get install --no-install-recommends chromium), then test again.';

/** The path of a browser; installs Debian's where there is none and this run may do so. */
export function findChromium(): string {
  const found = onPath();
  if (found !== undefined) return found;
  installDebian('chromium', INSTALL_MINUTES - 1, ADVICE);
  const installed = onPath();
  if (installed === undefined) throw new Error(ADVICE);
  return installed;
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const applications = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))), applications];
  return candidates.find((file) => existsSync(file));
}

type Params = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

type Listener = (method: string, params: Params) => void;

/** The DevTools protocol over two pipes: JSON messages, each ended by a zero byte. */
interface Connection {
  send(method: string, params?: Params, sessionId?: string): Promise<Params>;
  /** Calls a listener for each event of a session. */
  listen(sessionId: string, listener: Listener): void;
}

function connect(input: Writable, output: Readable): Connection {
  const waiting = new Map<number, (message: Message) => void>();
  const listeners = new Map<string, Listener>();
  let rest = '';
  let last = 0;
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const message: Message = JSON.parse(part);
      if (message.id === undefined)
        listeners.get(message.sessionId ?? '')?.(message.method ?? '', message.params ?? {});
      else waiting.get(message.id)?.(message);
    }
  });
  return {
    send: (method, params = {}, sessionId) => {
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ result, error }) => {
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result ?? {});
        });
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
      });
    },
    listen: (sessionId, listener) => listeners.set(sessionId, listener),
  };
}

export interface Browser {
  /** Opens an address in a page of its own and waits until it is loaded. */
  open(address: string, window?: Window): Promise<Page>;
  close(): Promise<void>;
}

/** Size and preferences of the window that a page is shown in. */
export interface Window {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly javascript?: boolean;
}

export interface Page {
  /** The value of a JavaScript expression in the page. */
  evaluate(expression: string): Promise<unknown>;
  /** Types a text where the cursor is. */
  type(text: string): Promise<void>;
  /** Presses a key, by its name in the DOM. */
  press(key: string): Promise<void>;
  /** The page, or what is in sight of it, as a PNG image. */
  screenshot(whole?: boolean): Promise<Uint8Array>;
  pdf(): Promise<Uint8Array>;
  close(): Promise<void>;
  /** Addresses that the page asked for. */
  readonly requests: readonly string[];
  /** Errors, exceptions and what the browser refused. */
  readonly problems: readonly string[];
}

/** Starts a browser without a window, with a profile of its own that goes when it is closed. */
export function startBrowser(executable: string): Browser {
  const profile = mkdtempSync(path.join(tmpdir(), 'lexiform-chromium-'));
  const flags = ['--headless', '--remote-debugging-pipe', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  const quiet = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-extensions',
  ];
  const child = spawn(executable, [...flags, ...quiet, '--hide-scrollbars', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , input, output] = child.stdio;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connection = connect(input as Writable, output as Readable);
  return {
    open: (address, window = {}) => openPage(connection, address, window),
    close: async () => {
      // A killed browser leaves helpers that go on writing into the profile, so it is asked to end first.
      void connection.send('Browser.close').catch(() => undefined);
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPage(connection: Connection, address: string, window: Window): Promise<Page> {
  const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  const session = String(sessionId);
  const send = (method: string, params?: Params): Promise<Params> => connection.send(method, params, session);
  const requests: string[] = [];
  const problems: string[] = [];
  const loaded = new Promise<void>((resolve) => {
    connection.listen(session, (method, params) => {
      if (method === 'Page.loadEventFired') resolve();
      note(method, params, requests, problems);
    });
  });
  for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await send(`${domain}.enable`);
  await dress(send, window);
  await send('Page.navigate', { url: address });
  await loaded;
  return {
    ...hands(send),
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', {
        expression,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { value?: unknown }).value;
    },
    screenshot: async (whole = false) =>
      bytesOf(await send('Page.captureScreenshot', { captureBeyondViewport: whole })),
    pdf: async () => bytesOf(await send('Page.printToPDF', { preferCSSPageSize: true })),
    close: async () => void (await connection.send('Target.closeTarget', { targetId })),
    requests,
    problems,
  };
}

type Send = (method: string, params?: Params) => Promise<Params>;

async function dress(
  send: Send,
  { width = 1280, height = 900, dark = false, javascript = true }: Window,
): Promise<void> {
  const mobile = width < 600;
  await send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile });
  await send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }],
  });
  if (!javascript) await send('Emulation.setScriptExecutionDisabled', { value: true });
}

function hands(send: Send): Pick<Page, 'type' | 'press'> {
  return {
    type: async (text) => void (await send('Input.insertText', { text })),
    press: async (key) => {
      const text = key.length === 1 ? { text: key } : {};
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...text });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key });
    },
  };
}

function bytesOf({ data }: Params): Uint8Array {
  return Buffer.from(String(data), 'base64');
}

function note(method: string, params: Params, requests: string[], problems: string[]): void {
  const told = (): void => void problems.push(`${method} ${JSON.stringify(params)}`);
  if (method === 'Network.requestWillBeSent') requests.push(String((params['request'] as { url?: string }).url));
  if (method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded') told();
  if (method === 'Runtime.consoleAPICalled') told();
}
