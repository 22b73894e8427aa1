import { describe, expect, it } from 'vitest';
import { surveyColumnNames } from '../../../src/vocabulary/columns.ts';
import { brokenIn, marked, told } from './country.ts';

const FLAGS: ReadonlySet<string> = new Set(['required', 'read_only']);
const cases = surveyColumnNames.map((column) => {
  const [before, after] = FLAGS.has(column) ? ['yes', '1 = 1'] : ['first', 'second'];
  return { column, before, after };
});

function single(column: string, value: string, locks: string): string {
  return `
    variables:
      q: { type: text, ${column}: ${value}, ${locks} }
    forms:
      f: { items: [q] }
  `;
}

const asked = (locks: string): string => `
  variables:
    q: { type: text, label: { en: Question }, ${locks} }
  forms:
    f: { items: [q] }
`;

const lists = 'codelists: { a: { codes: { x: X } }, b: { codes: { x: X } } }\n';

const select = (locks: string): string =>
  `${lists}variables:\n  q: { type: select_one a, label: Q, definition: D, columns: { "bind::x": y }, ${locks} }\nforms: { f: { items: [q] } }`;

describe.each(cases)('$column of a question', ({ column, before, after }) => {
  const layer = `
    variables:
      q: { ${column}: ${after} }
  `;

  it('stays where it is locked by its name', () => {
    const [finding, ...others] = brokenIn(single(column, before, `lock: [type, ${column}]`), layer);
    expect(others).toEqual([]);
    expect(finding?.message).toBe(
      `Country "xa" changes ${column} of "q" from "${before}" to "${after}", but the variable "q" says lock: ${column}.`,
    );
    expect(
      [finding?.location, ...(finding?.related ?? []).map(({ location }) => location)].map((at) => at && marked(at)),
    ).toEqual([after, column, before]);
  });

  it('stays where all is locked, and may change where it is open or not named', () => {
    expect(told(single(column, before, 'lock: all'), layer)).toEqual([`locked-change «${after}»`]);
    expect(told(single(column, before, `lock: all, open: [${column}]`), layer)).toEqual([]);
    expect(told(single(column, before, 'lock: [type]'), layer)).toEqual([]);
  });

  it('is not taken away, nor given where there was none', () => {
    const away = `
      variables:
        q: { ${column}: }
    `;
    expect(told(single(column, before, `lock: [${column}]`), away)).toEqual(['locked-change «q»']);
    expect(told(single('definition', 'd', `lock: [${column}]`), layer)).toEqual([`locked-change «${after}»`]);
  });
});

describe('the texts of a question', () => {
  it('can be told in a language that the core lacks', () => {
    expect(told(asked('lock: all'), 'variables: { q: { label: { prs: پرسش, fr: Question } } }')).toEqual([]);
    expect(told(asked('lock: all'), 'variables: { q: { hint: { prs: پرسش } } }')).toEqual([]);
    expect(told(asked('lock: all'), 'variables: { q: { hint: Clue } }')).toEqual(['locked-change «Clue»']);
  });

  it('are locked together by a word for them', () => {
    expect(told(asked('lock: [texts]'), 'variables: { q: { label: Asked } }')).toEqual(['locked-change «Asked»']);
    expect(told(asked('lock: [logic]'), 'variables: { q: { label: Asked } }')).toEqual([]);
    expect(told(asked('lock: [texts], open: [label]'), 'variables: { q: { label: Asked } }')).toEqual([]);
    expect(told(asked('lock: [label], open: [texts]'), 'variables: { q: { label: Asked } }')).toEqual([
      'locked-change «Asked»',
    ]);
  });

  it('are the same with other blanks and straight quotes', () => {
    const core = asked('lock: all, hint: "It’s  here"');
    expect(told(core, `variables: { q: { hint: "It's here" } }`)).toEqual([]);
  });
});

describe('other keys', () => {
  it('are compared as well: type, codes, meaning, columns', () => {
    expect(told(select('lock: [codes]'), 'variables: { q: { type: select_one b } }')).toEqual([
      'locked-change «select_one b»',
    ]);
    expect(told(select('lock: [type]'), 'variables: { q: { type: select_one b } }')).toEqual([]);
    expect(told(select('lock: [type]'), 'variables: { q: { type: select_multiple a } }')).toEqual([
      'locked-change «select_multiple a»',
    ]);
    expect(told(select('lock: [definition]'), 'variables: { q: { definition: E } }')).toEqual(['locked-change «E»']);
    expect(told(select('lock: ["bind::x"]'), 'variables: { q: { columns: { "bind::x": z } } }')).toEqual([
      'locked-change «z»',
    ]);
  });

  it('are for the core to say where they say what a country may do', () => {
    const core =
      'variables:\n  q: { type: text, label: Q, lock: all, obligation: core, id: D-1 }\nforms: { f: { items: [q] } }';
    expect(told(core, 'variables: { q: { obligation: optional } }')).toEqual(['core-decides «optional»']);
    expect(told(core, 'forms: { f: { change: [{ item: q, obligation: optional }] } }')).toEqual([
      'core-decides «optional»',
    ]);
  });
});

describe('what differs without being written', () => {
  it('is found behind like', () => {
    const core =
      'variables:\n  a: { type: text, label: A }\n  b: { like: a, lock: [label] }\nforms: { f: { items: [a, b] } }';
    const [finding] = brokenIn(core, 'variables: { a: { label: Another } }');
    expect(finding?.message).toBe(
      'Country "xa" changes label of "b" from "A" to "Another", but the variable "b" says lock: label.',
    );
  });

  it('is found behind a parameter of a module, and behind a prefix', () => {
    const core = `
      variables:
        q: { type: integer, label: Q, constraint: . < $(max), lock: [constraint] }
      modules:
        m: { with: { max: 10 }, items: [q] }
      forms:
        f: { items: [{ use: m, prefix: a_ }] }
    `;
    const [finding] = brokenIn(core, 'modules: { m: { with: { max: 20 } } }');
    expect(finding?.message).toContain('changes constraint of "a_q" from ". < 10" to ". < 20"');
    expect(marked(finding?.location ?? { kind: 'record', file: '', record: '', path: '' })).toBe('m');
  });

  it('is found in a variable that no form of the core asks, and in one that a form of the country asks', () => {
    const core = 'variables: { a: { type: text, label: A, lock: [label] } }';
    expect(told(core, 'variables: { a: { label: B } }')).toEqual(['locked-change «B»']);
    const own = 'forms: { xa_f: { items: [{ ask: a, label: C, relevant: 1 = 1 }] } }';
    expect(told(core, own)).toEqual(['locked-change «C»']);
  });
});
