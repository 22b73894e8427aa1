import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readKobo } from '../../src/submissions/json/read-json.ts';
import { madeFile, memoryFile, readAll, told } from './reading.ts';

type Answers = Readonly<Record<string, unknown>>;

/** Every way in which records are written into one file. */
const ways: Readonly<Record<string, (records: readonly Answers[]) => string>> = {
  'a list': (records) => JSON.stringify(records),
  'a list as Python writes it': (records) => `[${records.map((record) => spaced(record)).join(', ')}]`,
  'a list over many lines': (records) => JSON.stringify(records, null, 2),
  'a list over many lines without indent': (records) => JSON.stringify(records, null, 1).replaceAll(/^ +/gm, ''),
  'a list with one on each line': (records) => `[${records.map((record) => JSON.stringify(record)).join(',\n')}]`,
  'one on each line': (records) => records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  'one on each line, as Windows ends lines': (records) => records.map((record) => JSON.stringify(record)).join('\r\n'),
  'one on each line, blank lines between': (records) =>
    records.map((record) => `\n${JSON.stringify(record)}\n \n`).join('\n'),
  'after each other over many lines': (records) => records.map((record) => JSON.stringify(record, null, 2)).join('\n'),
  'after each other without anything between': (records) => records.map((record) => JSON.stringify(record)).join(''),
  'a page': (records) => JSON.stringify({ count: records.length, next: null, previous: null, results: records }),
  'a page over many lines': (records) =>
    JSON.stringify({ count: records.length, next: null, previous: null, results: records }, null, 4),
  'a page for each': (records) =>
    records.map((record) => JSON.stringify({ count: 1, next: 'x', previous: null, results: [record] })).join('\n'),
  'a list of pages': (records) => JSON.stringify(records.map((record) => ({ count: 1, results: [record] }))),
  'a page of OData': (records) =>
    `{"value":[\n${records.map((each) => JSON.stringify(each)).join(',')}\n],"@odata.context":"x"}`,
  'a byte order mark in front': (records) => `\uFEFF${JSON.stringify(records)}`,
};

function spaced(record: Answers): string {
  return JSON.stringify(record, null, 1).replaceAll(/\n */g, ' ');
}

const name = fc.oneof(fc.constantFrom('a', 'hh/name', '_id', '__proto__', 'constructor', 'value', 'é'), fc.string());
const leaf = fc.oneof(
  fc.string(),
  fc.constantFrom('},{"_id":1', '\\"', '\n{', '\uFFFD', 'ض'),
  fc.integer(),
  fc.constant(null),
);
const answers = fc.letrec((tie) => ({
  object: fc.dictionary(name, fc.oneof({ maxDepth: 3 }, leaf, tie('list'), tie('object')), { maxKeys: 4 }),
  list: fc.array(fc.oneof({ maxDepth: 3 }, leaf, tie('object')), { maxLength: 3 }),
}));
const record = fc
  .tuple(fc.integer(), answers.object)
  .map(([id, inner]): Answers => ({ _id: id, inner, members: [{ _id: 2 }, { _id: id, inner }] }));

describe('submissions read back as they were written', () => {
  test.each(Object.entries(ways))('%s, in pieces of any size', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 }),
        async (records, sizes) => {
          const { submissions, findings } = await readAll(readKobo, memoryFile(write(records), sizes));
          expect(told(findings)).toEqual([]);
          expect(submissions.map((submission) => submission.answers)).toEqual(records);
          expect(submissions.map(({ number }) => number)).toEqual(records.map((_each, index) => index + 1));
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** A broken file, what of it is read, and what is told. */
interface Case {
  readonly text: string | Uint8Array;
  readonly ids: readonly number[];
  readonly told: readonly string[];
}

const ODD = 'This submission is no JSON: a comma, a colon, a quotation mark or a bracket is missing or too much here.';
const OPEN = 'A text in this submission has no quotation mark at its end.';
const ENDS = 'The end of this submission is missing: a bracket that it opens is not closed.';
const CUT_INSIDE = 'The file ends in the middle of a submission, which is left out.';
const CUT = 'The file ends before its list of submissions is closed: more of them can be missing.';

const cases: Readonly<Record<string, Case>> = {
  'a line among good ones with a comma too much': {
    text: '{"_id":1}\n{"_id":2,,"a":"x"}\n{"_id":3}\n',
    ids: [1, 3],
    told: [`error broken-submission line 2: ${ODD} See line 2, character 10.`],
  },
  'a line among good ones that lacks its end': {
    text: '{"_id":1}\n{"_id":2,"a":{"b":"x"\n{"_id":3}\n',
    ids: [1, 3],
    told: [`error broken-submission line 2: ${ENDS} See line 2, character 22.`],
  },
  'a line among good ones with a text that is not closed': {
    text: '{"_id":1}\r\n{"_id":2,"a":"x}\r\n{"_id":3}\r\n',
    ids: [1, 3],
    told: [`error broken-submission line 2: ${OPEN} See line 2, character 14.`],
  },
  'the first line': {
    text: '{"_id":1,"a":"x\n{"_id":2}\n{"_id":3}',
    ids: [2, 3],
    told: [`error broken-submission line 1: ${OPEN} See line 1, character 14.`],
  },
  'a line that is no submission': {
    text: '{"_id":1}\nnone "of" {that\n{"_id":3}',
    ids: [1, 3],
    told: [
      'error broken-submission line 2: Here stands something between the submissions that is none.',
      `error broken-submission submission 2: ${ODD}`,
    ],
  },
  'a text that is not closed, in a list on one line': {
    text: '[{"_id":1,"a":"x"},{"_id":2,"a":"x},{"_id":3,"a":"x"},{"_id":4}]',
    ids: [1, 3, 4],
    told: [`error broken-submission submission 2: ${OPEN}`],
  },
  'brackets that are not closed, in a list on one line': {
    text: '[{"_id":1},{"_id":2,"a":[{"b":"x"},{"_id":3},{"_id":4}]',
    ids: [1, 3, 4],
    told: [`error broken-submission submission 2: ${ENDS}`],
  },
  'a bracket that is not closed, over many lines': {
    text: '[\n  {\n    "_id": 1\n  },\n  {\n    "_id": 2,\n    "a": {\n  },\n  {\n    "_id": 3\n  }\n]\n',
    ids: [1, 3],
    told: [`error broken-submission line 5: ${ENDS} See line 8, character 4.`],
  },
  'values that programs write for what is missing': {
    text: '[{"_id":1,"age":NaN},{"_id":2}]',
    ids: [2],
    told: [
      'error broken-submission submission 1: This submission holds a word that JSON does not know where a value is due, such as NaN or None.',
    ],
  },
  'a file that is cut in the middle of a list on one line': {
    text: '{"count":9,"next":null,"previous":null,"results":[{"_id":1},{"_id":2},{"_id":3,"name":"An',
    ids: [1, 2],
    told: [`error cut-data-file line 1: ${CUT_INSIDE}`],
  },
  'a file that is cut between two submissions': {
    text: '[\n{"_id":1},\n{"_id":2},\n',
    ids: [1, 2],
    told: [`error cut-data-file line 4: ${CUT}`],
  },
  'a file that is cut in the middle of a line': {
    text: '{"_id":1}\n{"_id":2}\n{"_id":3,"a":[',
    ids: [1, 2],
    told: [`error cut-data-file line 3: ${CUT_INSIDE}`],
  },
  'a file that is cut in the middle of a text, and was saved by an editor': {
    text: '[\n{"_id":1},\n{"_id":2,"a":"x\n',
    ids: [1],
    told: [`error cut-data-file line 3: ${CUT_INSIDE}`],
  },
  'a file that is cut, and another behind it': {
    text: '[{"_id":1},{"_id":2,"a":"[{"_id":3},{"_id":4}]',
    ids: [1, 4],
    told: [`error broken-submission submission 2: ${ODD}`],
  },
  'zeros where the disk was not written': {
    text: '{"_id":1}\n{"_id":2}\n\0\0\0\0\0\0',
    ids: [1, 2],
    told: [
      'error cut-data-file line 3: From here on the file holds zeros instead of text: it was not written to its end.',
    ],
  },
  'letters of an older encoding': {
    text: Buffer.from('{"_id":1,"a":"é"}\n{"_id":2,"a":"e"}\n{"_id":3,"a":"à"}', 'latin1'),
    ids: [1, 2, 3],
    told: [
      'warning data-file-encoding line 1: 2 submissions in "data" hold letters that are not UTF-8; this is the first.',
    ],
  },
  'a control character in a text': {
    text: '{"_id":1,"a":"x\u0001"}\n{"_id":2}',
    ids: [2],
    told: [
      'error broken-submission line 1: A text in this submission holds a control character, which JSON does not allow. See line 1, character 16.',
    ],
  },
  'numbers and texts where submissions are due': {
    text: '[1, "two", null, {"_id":1}, [3]]',
    ids: [1],
    told: ['error broken-submission line 1: Here stands something between the submissions that is none.'],
  },
};

describe('a broken file tells what is wrong, and the rest is read', () => {
  test.each(Object.entries(cases))('%s', async (_, { text, ids, told: expected }) => {
    for (const size of [1, 7, 65_536]) {
      const { submissions, findings } = await readAll(readKobo, memoryFile(text, [size]));
      expect(submissions.map(({ answers: each }) => each['_id'])).toEqual(ids);
      expect(told(findings)).toEqual(expected);
    }
  });
});

const MB = 1024 * 1024;

/** A list on one line, of records around one that `make` writes, in pieces made while they are read. */
function around(make: () => Generator<string>): ReturnType<typeof madeFile> {
  return madeFile(function* () {
    yield Buffer.from('[{"_id":1},{"_id":2,"a":');
    for (const text of make()) yield Buffer.from(text);
    yield Buffer.from('},{"_id":3}]');
  });
}

function* repeated(text: string, bytes: number): Generator<string> {
  const piece = text.repeat(Math.ceil(MB / text.length));
  for (let done = 0; done < bytes; done += piece.length) yield piece;
}

describe('a file of any length is read in little memory', () => {
  test.each([
    ['a text', '"', 'x', '"'],
    ['a list', '[', '{"b":[1,2]},', '0]'],
  ])('a submission of 200 MB with %s is left out', async (_, open, middle, close) => {
    const file = around(function* () {
      yield open;
      yield* repeated(middle, 200 * MB);
      yield close;
    });
    const { submissions, findings } = await readAll(readKobo, file);
    expect(submissions.map(({ answers: each }) => each['_id'])).toEqual([1, 3]);
    expect(told(findings)).toEqual([
      'error broken-submission submission 2: This submission is longer than 16 MB, which no server takes.',
    ]);
  });

  test('a list of 100 MB on one line', async () => {
    const text = JSON.stringify({ _id: 1, a: 'x'.repeat(1000), hh: [{ 'hh/a': '1' }, { 'hh/a': '2' }] });
    const piece = Buffer.from(`${text},`.repeat(1000));
    const file = madeFile(function* () {
      yield Buffer.from('{"count":1,"next":null,"previous":null,"results":[');
      for (let done = 0; done < 100 * MB; done += piece.length) yield piece;
      yield Buffer.from(`${text}]}`);
    });
    let count = 0;
    let most = 0;
    const taken = { forms: [], report: () => expect.fail(), progress: () => undefined, page: () => undefined };
    for await (const some of readKobo(file, taken)) {
      count += some.length;
      most = Math.max(most, some.length);
    }
    expect(count).toBe(Math.ceil((100 * MB) / piece.length) * 1000 + 1);
    expect(most).toBeLessThan(2000);
  });

  test.each(['[', '{"a":'])('100,000 times %s inside each other', async (sign) => {
    const deep = sign.repeat(100_000);
    const ends = sign === '[' ? ']'.repeat(100_000) : `1${'}'.repeat(100_000)}`;
    const text = `{"_id":1}\n{"_id":2,"a":${deep}${ends}}\n{"_id":3,"a":${deep}\n{"_id":4}\n`;
    const { submissions, findings } = await readAll(readKobo, memoryFile(text));
    expect(submissions.map(({ answers: each }) => each['_id'])).toEqual([1, 4]);
    expect(told(findings)).toEqual([
      'error broken-submission line 2: The answers of this submission are nested more than 100 deep, which no form can do.',
      expect.stringMatching(/^error broken-submission line 3: The end of this submission is missing/),
    ]);
  });

  test('a hundred thousand broken lines are told in a few findings', async () => {
    const file = madeFile(function* () {
      for (const text of repeated('{"_id":1,"a":[}\n', 2 * MB)) yield Buffer.from(text);
    });
    const { findings } = await readAll(readKobo, file);
    expect(findings).toHaveLength(22);
    expect(told(findings)[0]).toMatch(/^error broken-submission : 131051 more submissions of this file cannot be read/);
  });
});
