import { describe, expect, it } from 'vitest';
import { originAt } from '../../src/core/origin.ts';
import { asTypeUse, isKnownType, listOf } from '../../src/model/type-use.ts';
import { typed } from '../../src/source/source-string.ts';

function typeUse(text: string): ReturnType<typeof asTypeUse> {
  const location = { kind: 'text', source: { path: 'a.yaml', text }, start: 0, end: text.length } as const;
  return asTypeUse({ string: typed(text, location), origin: originAt(location) });
}

describe('A type as written', () => {
  it.each([
    ['text', 'text', undefined, false, undefined],
    ['select_one sex', 'select_one', 'sex', false, 'sex'],
    ['select_multiple  needs   or_other', 'select_multiple', 'needs', true, 'needs'],
    ['select_one sex or other', 'select_one', 'sex', true, 'sex'],
    ['select_one sex or specify other', 'select_one', 'sex', true, 'sex'],
    ['select_one ${member}', 'select_one', '${member}', false, undefined],
    ['select_one_from_file a b.csv', 'select_one_from_file', 'a b.csv', false, undefined],
    ['rank needs', 'rank', 'needs', false, 'needs'],
    ['osm tags', 'osm', 'tags', false, 'tags'],
    ['osm', 'osm', undefined, false, undefined],
    ['', '', undefined, false, undefined],
  ])('%s', (text, word, argument, orOther, list) => {
    const type = typeUse(text);
    expect([type.word, type.argument?.string.text, type.orOther]).toEqual([word, argument, orOther]);
    expect(listOf(type)?.string.text).toBe(list);
  });

  it('knows where its list stands', () => {
    expect(typeUse('select_one  sex').argument?.string.pieces[0]?.at).toMatchObject({ start: 12, end: 15 });
  });

  it.each([
    ['select_one sex', true],
    ['score__row', true],
    ['Text', false],
    ['toString', false],
    ['constructor', false],
  ])('%s is known: %s', (text, known) => {
    expect(isKnownType(typeUse(text))).toBe(known);
  });
});
