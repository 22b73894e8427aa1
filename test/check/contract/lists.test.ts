import { describe, expect, it } from 'vitest';
import { brokenIn, told } from './country.ts';

const CODES = 'codes: { a: A, b: B, dnk: { label: Does not know, special: dont_know } }';

function core(list: string, question = ''): string {
  return `
    codelists:
      l: { ${CODES}${list} }
    variables:
      q: { type: select_one l, label: Q${question} }
    forms:
      f: { items: [q] }
  `;
}

const ADD = 'codelists: { l: { add: { xa_c: C } } }';
const REMOVE = 'codelists: { l: { remove: [a] } }';

describe('the codes of a list', () => {
  it('are those of the core', () => {
    expect(told(core(''), ADD)).toEqual(['list-not-open «xa_c»']);
    expect(told(core(''), REMOVE)).toEqual(['list-not-open «l»']);
  });

  it('can be more or fewer where the core says so, but for the special ones', () => {
    expect(told(core(', country: extend'), ADD)).toEqual([]);
    expect(told(core(', country: extend'), REMOVE)).toEqual([]);
    const [finding] = brokenIn(core(', country: extend'), 'codelists: { l: { remove: [dnk] } }');
    expect(finding?.message).toBe(
      'Country "xa" leaves out the code "dnk" of "l", but it is marked special: dont_know.',
    );
    expect(told(core(', open: [add]'), ADD)).toEqual([]);
    expect(told(core(', open: [add]'), REMOVE)).toEqual(['list-not-open «l»']);
  });

  it('can be others where the core says so', () => {
    expect(told(core(', country: replace'), 'codelists: { l: { codes: { x: X } } }')).toEqual([]);
  });

  it.each([
    ['its question locks the codes', '', ', lock: [codes]'],
    ['its question locks everything', '', ', lock: all'],
    ['the list locks them', ', lock: [codes]', ''],
    ['the list locks everything', ', lock: all', ''],
  ])('stay where %s, whatever the list allows', (_what, list, question) => {
    for (const mode of ['extend', 'replace']) {
      const both = core(`${list}, country: ${mode}`, question);
      expect(told(both, ADD)).toEqual(['locked-addition «xa_c»']);
      expect(told(both, REMOVE)).toEqual(['locked-removal «l»']);
    }
  });

  it('are open where the list itself says so, whatever a question locks', () => {
    expect(told(core(', country: extend, open: [add]', ', lock: all'), ADD)).toEqual([]);
    expect(told(core(', open: [label]', ', lock: all'), 'codelists: { l: { codes: { a: Alpha } } }')).toEqual([]);
  });

  it('that are retired by a country are left out', () => {
    expect(told(core(''), 'codelists: { l: { codes: { a: { retired: 1.0.0 } } } }')).toEqual(['list-not-open «1.0.0»']);
  });

  it('that come by include are those of both lists', () => {
    const included = `
      codelists:
        more: { country: extend, codes: { z: Z } }
        l: { include: [more], codes: { a: A } }
    `;
    const findings = brokenIn(included, 'codelists: { more: { add: { xa_y: Y } } }');
    expect(findings.map(({ message }) => message)).toEqual([
      'Country "xa" adds the code "xa_y" to "l", but the list is not open to countries.',
    ]);
  });
});

describe('what is said of a code', () => {
  const label = 'codelists: { l: { codes: { a: Alpha } } }';

  it('may change, unless it is locked', () => {
    expect(told(core(''), label)).toEqual([]);
    expect(told(core(', lock: [label]'), label)).toEqual(['locked-change «Alpha»']);
    expect(told(core('', ', lock: all'), label)).toEqual(['locked-change «Alpha»']);
    expect(told(core('', ', lock: [codes]'), label)).toEqual([]);
    expect(told(core('', ', lock: all'), 'codelists: { l: { codes: { a: { label: { prs: الف } } } } }')).toEqual([]);
  });

  it.each([
    ['image', 'a.png'],
    ['audio', 'a.mp3'],
    ['attributes', 'x'],
    ['special', 'other'],
    ['exclusive', 'yes'],
  ])('can be locked: %s', (key, value) => {
    const word = key === 'attributes' ? 'size' : key;
    const change = `codelists: { l: { attributes: [size], codes: { a: { ${word}: ${value} } } } }`;
    expect(told(core(', attributes: [size]'), change)).toEqual([]);
    expect(told(core(`, attributes: [size], lock: [${key}]`), change)).toHaveLength(1);
  });

  it('is their order, too', () => {
    const order = 'codelists: { l: { order: [b] } }';
    expect(told(core(''), order)).toEqual([]);
    expect(told(core(', lock: [order]'), order)).toEqual(['locked-move «l»']);
    expect(told(core('', ', lock: all'), order)).toEqual(['locked-move «l»']);
  });
});
