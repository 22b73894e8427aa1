import { expect, test } from 'vitest';
import { textPieces } from '../../src/formats/text-pieces.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Uint8Array, size: number): Promise<{ text: string; lines: readonly number[] }> {
  let text = '';
  const lines: number[] = [];
  for await (const piece of textPieces(inPieces(bytes, size), ({ line }) => lines.push(line))) text += piece;
  return { text, lines };
}

const TEXT = 'naïve,سلام\nd€,😀\n';

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['UTF-16, the other way', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', Buffer.from('ab,c\n', 'utf16le')],
])('%s, in pieces of any size', async (name, bytes) => {
  const text = name.endsWith('without a mark') ? 'ab,c\n' : TEXT;
  for (const size of [1, 2, 3, 5, 7, 1000]) expect(await read(bytes, size)).toEqual({ text, lines: [] });
});

test('what is no UTF-8 is read as Windows-1252, each letter for itself, and the first is told', async () => {
  const bytes = Buffer.concat([
    Buffer.from('é\n'),
    Buffer.from('caf\u00E9 \u0080\n', 'latin1'),
    Buffer.from('سلام é\n'),
  ]);
  for (const size of [1, 2, 3, 4, 1000])
    expect(await read(bytes, size)).toEqual({ text: 'é\ncafé €\nسلام é\n', lines: [2] });
});

test('a character that is cut off at the end of the file', async () => {
  expect(await read(Buffer.from([0x61, 0xd8]), 10)).toEqual({ text: 'aØ', lines: [1] });
});

test('nothing', async () => {
  expect(await read(new Uint8Array(), 10)).toEqual({ text: '', lines: [] });
});
