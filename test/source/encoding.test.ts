import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';

const utf16 = (text: string, littleEndian: boolean, mark = true): Uint8Array => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].join('');
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), littleEndian);
  return bytes;
};

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const brokenOff = (text: string): Uint8Array => utf16(text, true).slice(0, -1);

const zeros = (): Uint8Array => new Uint8Array(1000);

const YAML = 'variables:\n  nom: { type: text, label: "Été, العمر, 😀" }\n';

describe('A file is read whatever Windows made of it', () => {
  it.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 little endian', (text: string) => utf16(text, true)],
    ['UTF-16 big endian', (text: string) => utf16(text, false)],
    ['UTF-16 little endian without a mark', (text: string) => utf16(text, true, false)],
    ['UTF-16 big endian without a mark', (text: string) => utf16(text, false, false)],
    ['CRLF', (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'))],
  ])('%s', (_name, encode) => {
    const label = reading.expect({ 'a.yaml': { text: YAML, encode } }).variable('nom').facets.label;
    expect(label?.byLanguage.get('en')?.string.text).toBe('Été, العمر, 😀');
  });

  it('a finding stands in the same place with CRLF', () => {
    const text =
      'variables:\n  a: { type: text, lable: A }\n                   ^^^^^ unknown-key\n  b: x: y\n     ^^^^ needs-quotes\n     ^^^^ wrong-shape\n';
    reading.expect({ 'a.yaml': { text, encode: (lf) => new TextEncoder().encode(lf.replaceAll('\n', '\r\n')) } });
  });
});

describe('What is no text is a finding, and the rest is read', () => {
  it('a letter that is not UTF-8', () => {
    const text =
      'variables:\n  nom: { type: text, label: \u00C9t\u00E9 }\n                            ^ file-encoding\n';
    reading.expect({ 'a.yaml': { text, encode: latin1 } });
  });

  it('UTF-16 that breaks off in the middle of a letter', () => {
    const { findings } = reading.compile({
      'a.yaml': { text: 'variables:\n  a: { type: text }\n# end\n', encode: brokenOff },
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['file-encoding']);
  });

  it('a control character, the first of them', () => {
    const text =
      'variables:\n  a: { type: text, label: A\u0007B\u0000C }\n                           ^ control-character: U+0007\n';
    const { form: _form, variable } = reading.expect({ 'a.yaml': text });
    expect(variable('a').facets.label?.byLanguage.get('en')?.string.text).toBe('A\uFFFDB\uFFFDC');
  });

  it('a file of nothing but zeros', () => {
    const { findings } = reading.compile({ 'a.yaml': { text: '', encode: zeros } });
    expect(findings.map(({ rule }) => rule)).toContain('control-character');
  });
});

describe('A file that holds no dictionary', () => {
  it.each(['', '\n', '# nothing yet\n', 'variables:\n', '---\n'])('%j is no mistake', (text) => {
    reading.expect({ 'a.yaml': text });
  });

  it('a text, a list or an unknown section is one', () => {
    reading.expect({ 'a.yaml': 'just a text\n^^^^^^^^^^^ wrong-shape\n' });
    reading.expect({ 'a.yaml': '- a\n^^^ wrong-shape\n- b\n' });
    reading.expect({ 'a.yaml': 'variabels:\n^^^^^^^^^ unknown-key: Did you mean "variables"?\n  a: { type: text }\n' });
    reading.expect({ 'a.yaml': 'variables: [a]\n           ^^^ wrong-shape\n' });
  });
});
