import { describe, expect, it } from 'vitest';
import { at, codes } from '../support/outline.ts';
import { type Content, present, reading } from '../support/tester.ts';

const bilingual = reading.with({
  'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }\n',
  'a.yaml': 'codelists: { l: { file: l.csv } }\n',
});

const listIn = (csv: Content): string =>
  codes(present(bilingual.expect({ 'l.csv': csv }).dictionary.codeLists.get('l'), 'list'));

const EXPECTED = 'a | en "One; two", fr "Un" | region=N\nb | en "Say ""hi""", fr "Deux" | region=S'.replaceAll(
  '""',
  '"',
);

/** "CSV UTF-8" and "Unicode text", as Excel calls them. */
function csvUtf8(csv: string): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${csv.replaceAll('\n', '\r\n')}`);
}

function unicodeText(csv: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\uFEFF${csv.replaceAll('\n', '\r\n')}`, 'utf16le'));
}

describe('Codes in a CSV file', () => {
  it('as a person writes it', () => {
    expect(
      listIn('name,label::English (en),label::Français (fr),region\na,One; two,Un,N\nb,"Say ""hi""",Deux,S\n'),
    ).toBe(EXPECTED);
  });

  it('as Excel writes it, with semicolons, UTF-8 with a mark and CRLF', () => {
    const text = 'name;label::en;label::fr;region\na;"One; two";Un;N\nb;"Say ""hi""";Deux;S\n';
    expect(listIn({ text, encode: csvUtf8 })).toBe(EXPECTED);
  });

  it('as Excel writes Unicode text, with tabs and UTF-16', () => {
    const text = 'name\tlabel\tlabel::French\tregion\na\tOne; two\tUn\tN\nb\t"Say ""hi"""\tDeux\tS\n';
    const french = 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: { name: Français, header: French } }\n';
    const { dictionary } = bilingual.expect({ 'dictionary.yaml': french, 'l.csv': { text, encode: unicodeText } });
    expect(codes(present(dictionary.codeLists.get('l'), 'list'))).toBe(EXPECTED);
  });

  it('may give one text for all languages, as names of places are', () => {
    expect(listIn('name,label::mul\na,Branva\n')).toBe('a | mul "Branva"');
  });

  it('may mark codes, leave cells empty and come behind codes of the list itself', () => {
    const text =
      'code,label,special,exclusive,retired,image\nc,C,,,1.2.0,c.png\nd,D,dont_know,,,\ne,E,none,no,,\nf,,,yes,,\n';
    expect(listIn(text)).toBe(
      [
        'c | en "C" | retired 1.2.0',
        'd | en "D" | special dont_know | exclusive',
        'e | en "E" | special none',
        'f | exclusive',
      ].join('\n'),
    );
  });

  it('codes and attributes are compared in NFC', () => {
    expect(listIn('name,label,re\u0301gion\nke\u0301ran,K,e\u0301t\n')).toBe(
      'k\u00E9ran | en "K" | r\u00E9gion=\u00E9t',
    );
  });

  it('each cell knows its place', () => {
    const { dictionary } = bilingual.expect({ 'l.csv': 'name,label\na,"Say ""hi"""\n' });
    const [code] = dictionary.codeLists.get('l')?.codes ?? [];
    expect(at(present(code, 'code').name.origin.location)).toBe('l.csv:2:1');
    const label = present(code?.texts.label?.byLanguage.get('en'), 'label');
    expect(at(label.origin.location)).toBe('l.csv:2:4');
  });
});

describe('A table that is no list of codes', () => {
  it('lacks the column of names', () => {
    bilingual.expect({ 'l.csv': 'nom,label\n^^^ csv-column\na,A\n' });
  });

  it('has a language that the dictionary has not', () => {
    bilingual.expect({ 'l.csv': 'name,label::Frensh\n            ^^^^^^ unknown-language\na,A\n' });
  });

  it('has a word that its column does not take', () => {
    bilingual.expect({
      'l.csv':
        'name,label,special,exclusive\na,A,dontknow,\n    ^^^^^^^^ wrong-value\nb,B,,perhaps\n     ^^^^^^^ wrong-value\n',
    });
  });

  it('has mistakes in its quotation marks, and the other rows are read', () => {
    const text = 'name,label\na,"open\n  ^ csv-syntax\nb,B\n';
    const { dictionary } = bilingual.expect({ 'l.csv': text });
    expect(dictionary.codeLists.get('l')?.codes.map(({ name }) => name.string.text)).toEqual(['a', 'b']);
  });

  it('is not there', () => {
    reading.expect('codelists:\n  l: { file: nowhere.csv }\n             ^^^^^^^^^^^ missing-file\n');
  });

  it('stands outside the dictionary', () => {
    reading.expect('codelists:\n  l: { file: ../secret.csv }\n             ^^^^^^^^^^^^^ missing-file\n');
  });
});

describe('A file is found', () => {
  it('beside the YAML file that names it, then in media/', () => {
    const files = {
      'lists/a.yaml': 'codelists: { l: { file: l.csv }, m: { file: m.csv }, n: { file: deep/n.csv } }\n',
      'lists/l.csv': 'name,label\nbeside,B\n',
      'media/l.csv': 'name,label\nmedia,M\n',
      'media/m.csv': 'name,label\nmedia,M\n',
      'lists/deep/n.csv': 'name,label\ndeep,D\n',
    };
    const { dictionary } = reading.expect(files);
    expect([...dictionary.codeLists.values()].map(codes)).toEqual([
      'beside | en "B"',
      'media | en "M"',
      'deep | en "D"',
    ]);
  });
});
