import { describe, expect, it } from 'vitest';
import { told } from './country.ts';

const QUESTIONS = `
  variables:
    a: { type: text, label: A }
    b: { type: text, label: B }
    c: { type: text, label: C }
    d: { type: text, label: D }
    xa_n: { type: text, label: N }
`;

function change(...changes: readonly string[]): string {
  return `
    forms:
      f: { change: [${changes.join(', ')}] }
  `;
}

function formOf(locks: string, items: string, modules = '{}'): string {
  return `${QUESTIONS}
  modules: ${modules}
  forms:
    f: { title: F, items: ${items}${locks === '' ? '' : `, ${locks}`} }
  `;
}

const groupOf = (locks: string): string => formOf('', `[a, { group: g, label: G, items: [b, c]${locks} }, d]`);
const moduleOf = (locks: string): string => formOf('', '[a, { use: m }, d]', `{ m: { items: [b, c]${locks} } }`);

const notes = (core: string): string => core.replace('    xa_n: { type: text, label: N }\n', '');

const chain = (item: string, variable: string, module: string, form: string): string => `
  variables:
    q: { type: text, label: Q${variable} }
  modules:
    m: { items: [{ ask: q${item} }]${module} }
  forms:
    f: { items: [{ use: m }]${form} }
`;

const titled = (locks: string): string => `
  variables:
    q: { type: text, label: Q }
  forms:
    f: { title: Form, languages: [en, fr], settings: { style: pages }, items: [q], lock: ${locks} }
`;

const added = (core: string, layer: string): readonly string[] =>
  told(notes(core), `variables: { xa_n: { type: text, label: N } }\n${layer.replaceAll(/^ {4}/gm, '')}`);

describe('what a country leaves out', () => {
  it.each([
    ['a group that locks its items', groupOf(', lock: [items]')],
    ['a module that locks its items', moduleOf(', lock: [items]')],
    ['a form that locks its items', formOf('lock: [items]', '[a, b, c, d]')],
    ['a form that locks everything', formOf('lock: all', '[a, b, c, d]')],
    ['a question that locks itself', formOf('', '[a, { ask: b, lock: [remove] }, c, d]')],
    ['a variable that locks itself', formOf('', '[a, b, c, d]').replace('label: B', 'label: B, lock: all')],
  ])('is not of %s', (_what, core) => {
    expect(told(core, change('{ remove: [b] }'))).toEqual(['locked-removal «b»']);
  });

  it.each([
    ['a group that locks how it looks', groupOf(', lock: [appearance]')],
    ['a module that locks the order', moduleOf(', lock: [order]')],
    ['a form that opens it', formOf('lock: all, open: [items, remove]', '[a, b, c, d]')],
  ])('may be of %s', (_what, core) => {
    expect(told(core, change('{ remove: [b] }'))).toEqual([]);
  });

  it('is a form only where that is not locked', () => {
    expect(told(formOf('lock: [remove]', '[a]'), 'forms: { f: }')).toEqual(['locked-removal «f»']);
    expect(told(formOf('lock: [label]', '[a]'), 'forms: { f: }')).toEqual([]);
    expect(told(formOf('', '[a]'), 'forms: { f: }', 'lock: all')).toEqual(['locked-removal «f»']);
  });
});

describe('what a country adds', () => {
  const inside = change('{ after: b, add: [xa_n] }');
  const beside = change('{ after: c, add: [xa_n] }');

  it('stands in no group and no module that locks its items', () => {
    expect(added(groupOf(', lock: [items]'), inside)).toEqual(['locked-addition «xa_n»']);
    expect(added(moduleOf(', lock: all'), inside)).toEqual(['locked-addition «xa_n»']);
    expect(added(formOf('lock: [items]', '[a, b, c]'), inside)).toEqual(['locked-addition «xa_n»']);
  });

  it('may stand beside it, or where nothing is said', () => {
    expect(added(moduleOf(', lock: all'), beside)).toEqual([]);
    expect(added(groupOf(', lock: [items]'), change('{ after: g, add: [xa_n] }'))).toEqual([]);
    expect(added(moduleOf(', lock: [order]'), inside)).toEqual([]);
    expect(added(groupOf(''), inside)).toEqual([]);
  });

  it('may stand in a group that it adds itself, told once where that is not allowed', () => {
    const own = change('{ last_in: f, add: [{ group: xa_g, label: X, items: [xa_n] }] }');
    expect(added(groupOf(''), own)).toEqual([]);
    expect(added(formOf('lock: [items]', '[a, b, c]'), own)).toEqual(['locked-addition «xa_g»']);
  });

  it('is metadata only where that is not locked', () => {
    const layer = 'forms: { f: { metadata: [start, deviceid] } }';
    expect(told(formOf('lock: [metadata], metadata: [start]', '[a]'), layer)).toEqual(['locked-addition «deviceid»']);
    expect(told(formOf('lock: [items], metadata: [start]', '[a]'), layer)).toEqual([]);
  });
});

describe('what a country moves', () => {
  it.each([
    ['a question', formOf('', '[{ ask: a, lock: [order] }, b, c, d]')],
    ['a form', formOf('lock: [order]', '[a, b, c, d]')],
    ['a module', formOf('', '[{ use: m }]', '{ m: { lock: [order], items: [a, b, c, d] } }')],
  ])('keeps its place where %s locks it', (_what, core) => {
    expect(told(core, change('{ move: a, after: d }'))).toEqual(['locked-move «a»']);
  });

  it('stays in a group whose items are locked, and goes into none', () => {
    expect(told(groupOf(', lock: [items]'), change('{ move: b, after: d }'))).toEqual(['locked-move «b»']);
    expect(told(groupOf(', lock: [items]'), change('{ move: a, after: b }'))).toEqual(['locked-move «a»']);
    expect(told(groupOf(''), change('{ move: a, after: b }'))).toEqual([]);
  });

  it('is what the country moved, and not its neighbour', () => {
    const locked = formOf('', '[{ ask: a, lock: [order] }, b, c, d]');
    expect(told(locked, change('{ move: b, before: a }'))).toEqual([]);
    expect(told(locked, change('{ move: a, after: b }'))).toEqual(['locked-move «a»']);
    const other = formOf('', '[a, { ask: b, lock: [order] }, c, d]');
    expect(told(other, change('{ move: b, before: a }'))).toEqual(['locked-move «b»']);
    expect(told(other, change('{ move: a, after: b }', '{ item: c, label: X }'))).toEqual([]);
  });

  it('may stand anywhere else', () => {
    expect(told(formOf('', '[{ ask: a, lock: [label] }, b, c, d]'), change('{ move: a, after: d }'))).toEqual([]);
    expect(
      told(
        formOf('lock: [order], open: [label]', '[{ ask: a, open: [order] }, b, c, d]'),
        change('{ move: a, after: d }'),
      ),
    ).toEqual([]);
  });
});

describe('the nearest place', () => {
  const layer = 'variables: { q: { label: R } }';
  const locked = ['locked-change «R»'];

  it.each([
    ['the form', ['', '', '', ', lock: [label]'], locked],
    ['the module, before the form', ['', '', ', open: [label]', ', lock: [label]'], []],
    ['the module, which locks something else', ['', '', ', lock: [hint]', ', lock: [label]'], []],
    ['the form, where the module opens something else', ['', '', ', open: [hint]', ', lock: [label]'], locked],
    ['the variable, before the module', ['', ', lock: [label]', ', open: [label]', ''], locked],
    ['the question, before the variable', [', open: [label]', ', lock: all', '', ''], []],
    ['the question, which locks something else', [', lock: [hint]', ', lock: all', '', ''], []],
    ['nobody, where the question takes back what the variable says', [', lock:', ', lock: all', '', ''], []],
    ['the form again, where the question takes it back', [', lock:', ', lock: [hint]', '', ', lock: [label]'], locked],
  ] as const)('decides: %s', (_what, [item, variable, module, form], findings) => {
    expect(told(chain(item, variable, module, form), layer)).toEqual(findings);
  });

  it('can be the dictionary', () => {
    expect(told(chain('', '', '', ''), layer, 'lock: [label]')).toEqual(locked);
    expect(told(chain('', '', '', ', open: [label]'), layer, 'lock: [label]')).toEqual([]);
  });
});

describe('a form', () => {
  it('keeps its title, its settings and its languages where they are locked', () => {
    expect(told(titled('[title]'), 'forms: { f: { title: Another } }')).toEqual(['locked-change «Another»']);
    expect(told(titled('[settings]'), 'forms: { f: { settings: { style: theme-grid } } }')).toEqual([
      'locked-change «theme-grid»',
    ]);
    expect(told(titled('[languages]'), '').map((finding) => finding.split(' ')[0])).toEqual(['locked-change']);
  });

  it('speaks the languages of the country where all else is locked', () => {
    expect(told(titled('all'), '')).toEqual([]);
  });
});
