import { describe, expect, test } from 'vitest';
import type { DataNode } from '../../src/model/columns/column.ts';
import { readXml } from '../../src/submissions/xml/read-xml.ts';
import { madeFile, memoryFile, readAll, told } from './reading.ts';

function column(name: string): DataNode {
  return {
    kind: 'column',
    name,
    path: [name],
    answer: 'text',
    codes: undefined,
    question: undefined,
    added: undefined,
  };
}

function section(kind: 'group' | 'repeat', name: string, children: readonly DataNode[]): DataNode {
  return { kind, name, path: [name], section: undefined, children };
}

const form = [column('age'), section('group', 'g', [section('repeat', 'member', [column('name')])])];

interface Case {
  readonly text: string | Uint8Array;
  readonly answers: readonly object[];
  readonly lines?: readonly number[];
  readonly told?: readonly string[];
}

const cases: Readonly<Record<string, Case>> = {
  'one submission': {
    text: `<?xml version='1.0' ?>\n<data id="f" version="2" xmlns="http://x" xmlns:orx="http://openrosa.org/xforms">
  <age>7</age><note/><g><a>x &amp; y</a></g><orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>`,
    answers: [
      {
        '@id': 'f',
        '@version': '2',
        '@xmlns': 'http://x',
        age: '7',
        note: '',
        g: { a: 'x & y' },
        meta: { instanceID: 'uuid:1' },
      },
    ],
    lines: [2],
  },
  'a repeat that the form knows is a list, with one entry too': {
    text: '<data id="f"><g><member><name>Ann</name></member></g></data>',
    answers: [{ '@id': 'f', g: { member: [{ name: 'Ann' }] } }],
  },
  'what no form knows is a list where it comes more than once': {
    text: '<data id="f"><a><b>1</b></a><a><b>2</b></a><a><b>3</b></a><c><b>4</b></c></data>',
    answers: [{ '@id': 'f', a: [{ b: '1' }, { b: '2' }, { b: '3' }], c: { b: '4' } }],
  },
  'the entry from which devices make new ones is none': {
    text: '<data id="f" xmlns:jr="http://x"><g><member jr:template=""><name/></member><member><name>Bo</name></member></g></data>',
    answers: [{ '@id': 'f', g: { member: [{ name: 'Bo' }] } }],
  },
  'an entity keeps what it says in attributes': {
    text: '<data id="f"><meta><entity dataset="people" id="u" create="1"><label>Ann</label></entity></meta></data>',
    answers: [{ '@id': 'f', meta: { entity: { '@dataset': 'people', '@id': 'u', '@create': '1', label: 'Ann' } } }],
  },
  'names that objects have anyway': {
    text: '<data id="f"><__proto__><x>1</x></__proto__><constructor>2</constructor></data>',
    answers: [JSON.parse('{"@id":"f","__proto__":{"x":"1"},"constructor":"2"}')],
  },
  'without an id': { text: '<data>\n<age>1</age></data>', answers: [{ age: '1' }], lines: [1] },
  'the list of KoboToolbox': {
    text: `<?xml version="1.0" encoding="utf-8"?>\n<root><count>2</count><next>None</next><previous>None</previous><results>
<aX id="aX"><age>1</age></aX>
<aX id="aX"><age>2</age></aX></results></root>`,
    answers: [
      { '@id': 'aX', age: '1' },
      { '@id': 'aX', age: '2' },
    ],
    lines: [3, 4],
  },
  'as ODK Briefcase stores it': {
    text: '<submission xmlns="http://opendatakit.org/submissions"><data><f id="f" instanceID="uuid:1"><age>1</age></f></data><mediaFile><filename>a.jpg</filename></mediaFile></submission>',
    answers: [{ '@id': 'f', '@instanceID': 'uuid:1', age: '1' }],
  },
  'several, one after the other': {
    text: '<data id="f"><age>1</age></data>\n<data id="f"><age>2</age></data>',
    answers: [
      { '@id': 'f', age: '1' },
      { '@id': 'f', age: '2' },
    ],
    lines: [1, 2],
  },
  'several files in one, with their declarations': {
    text: '<?xml version="1.0"?>\n<data id="f"><age>1</age></data>\n<?xml version="1.0"?><data id="f"><age>2</age></data>\n<?xml version="1.0"?>\n',
    answers: [
      { '@id': 'f', age: '1' },
      { '@id': 'f', age: '2' },
    ],
    lines: [2, 3],
  },
  'in the encoding that it names': {
    text: Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><data id="f"><age>é</age></data>', 'latin1'),
    answers: [{ '@id': 'f', age: 'é' }],
  },
  'in UTF-16': {
    text: Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-16"?><data id="f"><age>ض</age></data>', 'utf16le'),
    answers: [{ '@id': 'f', age: 'ض' }],
  },
  'a broken one among good ones': {
    text: '<data id="f"><age>1</age></data>\n<data id="f"><age>2</agee></data>\n<data id="f"><age>3</age></data>',
    answers: [
      { '@id': 'f', age: '1' },
      { '@id': 'f', age: '3' },
    ],
    told: [
      'error broken-submission line 2: This is no proper XML: a tag that is not closed or closed twice, or a sign such as & or <. See line 2.',
    ],
  },
  'a broken one in a list': {
    text: '<root><results><data id="f"><age>1 & 2</age></data>\n<data id="f"><age>3</age></data></results></root>',
    answers: [{ '@id': 'f', age: '3' }],
    told: [
      'error broken-submission line 1: This is no proper XML: a tag that is not closed or closed twice, or a sign such as & or <. See line 1.',
    ],
  },
  'the first is cut, and another file begins': {
    text: '<?xml version="1.0"?><data id="f"><age>1</a\n<?xml version="1.0"?><data id="f"><age>2</age></data>',
    answers: [{ '@id': 'f', age: '2' }],
    told: ['error cut-data-file line 2: The XML ends in the middle of a submission, which is left out.'],
  },
  'cut in the middle': {
    text: '<root><results><data id="f"><age>1</age></data><data id="f"><age>',
    answers: [{ '@id': 'f', age: '1' }],
    told: ['error cut-data-file line 1: The XML ends in the middle of a submission, which is left out.'],
  },
  'a document type is refused': {
    text: '<!DOCTYPE data [<!ENTITY a "b">]>\n<data id="f"><age>&a;</age></data>\n<data id="f"><age>2</age></data>',
    answers: [{ '@id': 'f', age: '2' }],
    told: [
      'error broken-submission line 1: This XML declares a document type, which no submission has and which can hide harmful content.',
      'error broken-submission line 2: This is no proper XML: a tag that is not closed or closed twice, or a sign such as & or <. See line 2.',
    ],
  },
  'encrypted ones are counted': {
    text: '<data id="f" encrypted="yes"><base64EncryptedKey>x</base64EncryptedKey></data><data id="f"><age>2</age></data>',
    answers: [{ '@id': 'f', age: '2' }],
    told: ['error encrypted-submission line 1: A submission in "data" is encrypted.'],
  },
};

describe('submissions in XML', () => {
  test.each(Object.entries(cases))('%s', async (_, { text, answers, lines, told: expected = [] }) => {
    for (const size of [1, 2, 7, 65_536]) {
      const { submissions, findings } = await readAll(readXml, memoryFile(text, [size]), [form]);
      expect(told(findings)).toEqual(expected);
      expect(submissions.map((each) => JSON.stringify(each.answers))).toEqual(
        answers.map((each) => JSON.stringify(each)),
      );
      if (lines) expect(submissions.map(({ line }) => line)).toEqual(lines);
    }
  });

  test('a page tells of the pages around it', async () => {
    const text = '<root><count>9</count><next>http://x/?start=1</next><results><a id="a"/></results></root>';
    const { pages } = await readAll(readXml, memoryFile(text));
    expect(pages).toEqual([
      { file: 'data', read: 1, total: 9, next: 'http://x/?start=1', previous: undefined, context: undefined },
    ]);
  });

  test.each([`<b>${'x'.repeat(1000)}</b>`, 'x'.repeat(1000)])('a submission with 20 MB is left out', async (words) => {
    const piece = Buffer.from(words.repeat(1000));
    const file = madeFile(function* () {
      yield Buffer.from('<root><results><a id="a"><age>1</age></a><a id="a">');
      for (let done = 0; done < 20_000_000; done += piece.length) yield piece;
      yield Buffer.from('</a><a id="a"><age>3</age></a></results></root>');
    });
    const { submissions, findings } = await readAll(readXml, file);
    expect(submissions.map(({ answers: { age } }) => age)).toEqual(['1', '3']);
    expect(told(findings)).toEqual([
      'error broken-submission line 1: This submission is longer than 16 MB, which no server takes.',
    ]);
  });

  test('elements a thousand deep are told', async () => {
    const text = `<a id="a">${'<b>'.repeat(1000)}${'</b>'.repeat(1000)}</a>\n<a id="a"><age>2</age></a>`;
    const { submissions, findings } = await readAll(readXml, memoryFile(text));
    expect(submissions.map(({ answers: { age } }) => age)).toEqual(['2']);
    expect(told(findings)).toEqual([expect.stringMatching(/nested more than 100 deep/)]);
  });
});
