import { array, assert, constantFrom, dictionary, jsonValue, nat, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutPage } from '../../../src/remote/kobo/cut-page.ts';

describe('a page of submissions', () => {
  it('is cut without a change to what it holds', () => {
    const texts = [
      '{"_id": 12345678901234567890, "a":"1.50"}',
      '{ }',
      String.raw`{"q\"]}":"\\","k":[{"x":[1,{}]}],"é":"م"}`,
    ];
    const page = `{ "count" : 3,\n "next": null, "results": [\n ${texts.join(' ,\n')} ] , "previous":{"results":[]}}\n`;
    expect(cutPage(page)).toEqual({ count: 3, texts });
  });

  it('may be empty, or without its other members', () => {
    expect(cutPage('{"count":0,"results":[]}')).toEqual({ count: 0, texts: [] });
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"count":1}',
    '{"results":[]}',
    '{"count":"1","results":[]}',
    '{"count":1.5,"results":[]}',
    '{"count":1,"results":{}}',
    '{"count":1,"results":[1]}',
    '{"count":1,"results":[{}],}',
    '{"count":1,"results":[{},]}',
    '{"count":1,"results":[{} {}]}',
    '{"count":1,"results":[{}]} more',
    '{"count":1,"results":[{}]',
    '{"count":1,"results":[{"a":"b}]}',
    '{"count":1,"results":[{"a":[1}',
    '{"count":1 "results":[]}',
    '{count:1,"results":[]}',
  ])('is none that is broken: %s', (page) => {
    expect(cutPage(page)).toBeUndefined();
  });

  it('is cut as JSON.parse reads it, whatever the answers', () => {
    const page = record({ count: nat(), results: array(dictionary(string(), jsonValue())) });
    assert(
      property(page, constantFrom(undefined, 1, '\t'), (value, indent) => {
        const cut = cutPage(JSON.stringify(value, undefined, indent));
        expect(cut?.count).toBe(value.count);
        expect(cut?.texts.map((text) => JSON.stringify(JSON.parse(text)))).toEqual(
          value.results.map((result) => JSON.stringify(result)),
        );
      }),
    );
  });

  it('survives any text', () => {
    const piece = constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', ' ', '1', '"count"', '"results"');
    assert(property(array(piece), (pieces) => void cutPage(pieces.join(''))));
  });
});
