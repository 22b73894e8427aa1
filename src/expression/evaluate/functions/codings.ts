import type { MakeCall } from '../compiler.ts';
import type { Frame } from '../frame.ts';
import { onValues, refusal, textAt, valuesOf } from './define.ts';
import { toInt } from '../number-text.ts';
import { toNumber } from '../convert.ts';

const ALGORITHMS: ReadonlyMap<string, string> = new Map(
  ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'].map((name) => [name.replace('-', ''), name]),
);
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const codings: Readonly<Record<string, MakeCall>> = {
  digest: (call, compiler) => {
    const values = valuesOf(call, compiler);
    const refuse = refusal(
      call,
      'digest() takes a text, one of MD5, SHA-1, SHA-256, SHA-384 and SHA-512, and base64 or hex',
    );
    return {
      value: (frame) => {
        const encode = ENCODINGS.get(values[2] ? textAt(values, 2, frame).toUpperCase() : 'BASE64');
        const algorithm = ALGORITHMS.get(textAt(values, 1, frame).toUpperCase().replaceAll('-', ''));
        const bytes = algorithm && frame.host.digest(algorithm, new TextEncoder().encode(textAt(values, 0, frame)));
        return encode && bytes ? encode(bytes) : refuse(frame);
      },
    };
  },
  'base64-decode': (call, compiler) => {
    const values = valuesOf(call, compiler);
    const refuse = refusal(call, 'base64-decode() takes a text in base 64');
    return { value: (frame) => decode(textAt(values, 0, frame)) ?? refuse(frame) };
  },
  uuid: onValues((values, frame) => {
    const [length] = values;
    return length === undefined ? uuid(frame) : letters(frame, toInt(toNumber(length(frame))));
  }),
};

const ENCODINGS: ReadonlyMap<string, (bytes: Uint8Array) => string> = new Map([
  ['BASE64', (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))],
  ['HEX', (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')],
]);

function decode(text: string): string | undefined {
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(text) || text.length % 4 === 1) return undefined;
  return new TextDecoder().decode(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)));
}

const MOST_LETTERS = 10_000;

function letters({ host }: Frame, count: number): string {
  return Array.from({ length: Math.min(Math.max(count, 0), MOST_LETTERS) }, () =>
    LETTERS.charAt(Math.floor(host.random() * LETTERS.length)),
  ).join('');
}

/** Version 4, as RFC 9562 has it. */
function uuid({ host }: Frame): string {
  const digit = (): string => Math.floor(host.random() * 16).toString(16);
  const variant = (): string => '89ab'.charAt(Math.floor(host.random() * 4));
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replaceAll(/[xy]/g, (sign) => (sign === 'x' ? digit() : variant()));
}
