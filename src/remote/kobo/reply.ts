import { isRecord } from '../../core/is-record.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Http, HttpReply } from '../http/http.ts';
import { RemoteError } from '../remote-error.ts';

/** One place in a reply of a server, which is believed nothing that was not looked at. */
export class Field {
  readonly value: unknown;
  readonly #path: string;
  readonly #source: Source;

  constructor(value: unknown, path: string, source: Source) {
    this.value = value;
    this.#path = path;
    this.#source = source;
  }

  /** A member that need not be there. */
  at(key: string): Field {
    const value = isRecord(this.value) && Object.hasOwn(this.value, key) ? this.value[key] : undefined;
    return new Field(value, this.#path === '' ? key : `${this.#path}.${key}`, this.#source);
  }

  get isThere(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.fail('a text');
  }

  /** Undefined for what is not there, and for null. */
  maybeText(): string | undefined {
    return this.isThere ? this.text() : undefined;
  }

  count(): number {
    const { value } = this;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : this.fail('a whole number');
  }

  record(): Readonly<Record<string, unknown>> {
    return isRecord(this.value) ? this.value : this.fail('a set of named values');
  }

  list(): readonly Field[] {
    if (!Array.isArray(this.value)) return this.fail('a list');
    return this.value.map((item: unknown, index) => new Field(item, `${this.#path}[${index}]`, this.#source));
  }

  /** A name that the server gave to something; it becomes part of addresses. */
  uid(): string {
    const text = this.text();
    return UID.test(text) ? text : this.fail('the name of something');
  }

  /** What stands there is not repeated: it can be anything. */
  fail(wanted: string): never {
    const where = this.#path === '' ? 'it' : quote(this.#path);
    throw notUnderstood(this.#source, `${where} is not ${wanted}`);
  }
}

/** What a reply answers. */
interface Source {
  readonly http: Http;
  readonly doing: string;
}

const UID = /^[\w-]{1,64}$/;

/** @throws RemoteError for a reply that is not JSON */
export function fieldOf({ text }: HttpReply, http: Http, doing: string): Field {
  try {
    return new Field(JSON.parse(text), '', { http, doing });
  } catch {
    throw notUnderstood({ http, doing }, 'it is not JSON');
  }
}

export function notUnderstood({ http: { server }, doing }: Source, what: string): RemoteError {
  return new RemoteError(
    'not-understood',
    `Cannot ${doing}: the answer of ${quote(server)} is not understood: ${what}.`,
    {
      help: 'The server may be of another version than Lexiform knows: it knows KoboToolbox of 2026.',
    },
  );
}

/** Part of an address. @throws RemoteError where that would lead elsewhere */
export function part(name: string, http: Http, doing: string): string {
  if (UID.test(name)) return name;
  throw new RemoteError(
    'not-found',
    `Cannot ${doing}: ${quote(http.server)} can have nothing by the name of ${quote(name)}.`,
    {
      help: 'Names that KoboToolbox gives are letters and digits, such as aXyz9.',
    },
  );
}
