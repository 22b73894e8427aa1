// The browser that ODK's form engine expects, as little of it as does.
import { Console } from 'node:console';
import { JSDOM } from 'jsdom';

const BROWSER = ['document', 'DOMParser', 'XMLSerializer', 'Node', 'Element', 'Document'];

/** Makes Node look like a browser to the engine; to be called before the engine is imported. */
export function prepareDom() {
  const { window } = new JSDOM('');
  const globals = {
    ...Object.fromEntries(BROWSER.map((name) => [name, window[name]])),
    localStorage: storage(),
    __dirname: '', // the bundled grammar parser believes itself in a CommonJS module and joins paths to this
    console: new Console(process.stderr, process.stderr), // standard output carries results
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}

/** Where the engine keeps the identifier of the device. */
function storage() {
  const stored = new Map();
  return {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => stored.set(key, String(value)),
    removeItem: (key) => stored.delete(key),
  };
}
