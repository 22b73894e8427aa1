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

function form(locks: string, items: string, modules = '{}'): string {
  return `${QUESTIONS}
  modules: ${modules}
  forms:
    f: { title: F, items: ${items}${locks === '' ? '' : `, ${locks}`} }
  `;
}

const group = (locks: string): string => form('', `[a, { group: g, label: G, items: [b, c]${locks} }, d]`);
const module = (locks: string): string => form('', '[a, { use: m }, d]', `{ m: { items: [b, c]${locks} } }`);

describe('what a country leaves out', () => {
  it.each([
    ['a group that locks its items', group(', lock: [items]')],
    ['a module that locks its items', module(', lock: [items]')],
    ['a form that locks its items', form('lock: [items]', '[a, b, c, d]')],
    ['a form that locks everything', form('lock: all', '[a, b, c, d]')],
    ['a question that locks itself', form('', '[a, { ask: b, lock: [remove] }, c, d]')],
    ['a variable that locks itself', form('', '[a, b, c, d]').replace('label: B', 'label: B, lock: all')],
  ])('is not of %s', (_what, core) => {
    expect(told(core, change('{ remove: [b] }'))).toEqual(['locked-removal «b»']);
  });

  it.each([
    ['a group that locks how it looks', group(', lock: [appearance]')],
    ['a module that locks the order', module(', lock: [order]')],
    ['a form that opens it', form('lock: all, open: [items, remove]', '[a, b, c, d]')],
  ])('may be of %s', (_what, core) => {
    expect(told(core, change('{ remove: [b] }'))).toEqual([]);
  });

  it('is a form only where that is not locked', () => {
    expect(told(form('lock: [remove]', '[a]'), 'forms: { f: }')).toEqual(['locked-removal «f»']);
    expect(told(form('lock: [label]', '[a]'), 'forms: { f: }')).toEqual([]);
    expect(told(form('', '[a]'), 'forms: { f: }', 'lock: all')).toEqual(['locked-removal «f»']);
  });
});

describe('what a country adds', () => {
  const inside = change('{ after: b, add: [xa_n] }');
  const beside = change('{ after: c, add: [xa_n] }');
  const notes = (core: string): string => core.replace('    xa_n: { type: text, label: N }\n', '');
  const added = (core: string, layer: string): readonly string[] =>
    told(notes(core), `variables: { xa_n: { type: text, label: N } }\n${layer.replaceAll(/^ {4}/gm, '')}`);

  it('stands in no group and no module that locks its items', () => {
    expect(added(group(', lock: [items]'), inside)).toEqual(['locked-addition «xa_n»']);
    expect(added(module(', lock: all'), inside)).toEqual(['locked-addition «xa_n»']);
    expect(added(form('lock: [items]', '[a, b, c]'), inside)).toEqual(['locked-addition «xa_n»']);
  });

  it('may stand beside it, or where nothing is said', () => {
    expect(added(module(', lock: all'), beside)).toEqual([]);
    expect(added(group(', lock: [items]'), change('{ after: g, add: [xa_n] }'))).toEqual([]);
    expect(added(module(', lock: [order]'), inside)).toEqual([]);
    expect(added(group(''), inside)).toEqual([]);
  });

  it('may stand in a group that it adds itself, told once where that is not allowed', () => {
    const own = change('{ last_in: f, add: [{ group: xa_g, label: X, items: [xa_n] }] }');
    expect(added(group(''), own)).toEqual([]);
    expect(added(form('lock: [items]', '[a, b, c]'), own)).toEqual(['locked-addition «xa_g»']);
  });

  it('is metadata only where that is not locked', () => {
    const layer = 'forms: { f: { metadata: [start, deviceid] } }';
    expect(told(form('lock: [metadata], metadata: [start]', '[a]'), layer)).toEqual(['locked-addition «deviceid»']);
    expect(told(form('lock: [items], metadata: [start]', '[a]'), layer)).toEqual([]);
  });
});

describe('what a country moves', () => {
  it.each([
    ['a question', form('', '[{ ask: a, lock: [order] }, b, c, d]')],
    ['a form', form('lock: [order]', '[a, b, c, d]')],
    ['a module', form('', '[{ use: m }]', '{ m: { lock: [order], items: [a, b, c, d] } }')],
  ])('keeps its place where %s locks it', (_what, core) => {
    expect(told(core, change('{ move: a, after: d }'))).toEqual(['locked-move «a»']);
  });

  it('stays in a group whose items are locked, and goes into none', () => {
    expect(told(group(', lock: [items]'), change('{ move: b, after: d }'))).toEqual(['locked-move «b»']);
    expect(told(group(', lock: [items]'), change('{ move: a, after: b }'))).toEqual(['locked-move «a»']);
    expect(told(group(''), change('{ move: a, after: b }'))).toEqual([]);
  });

  it('may stand anywhere else', () => {
    expect(told(form('', '[{ ask: a, lock: [label] }, b, c, d]'), change('{ move: a, after: d }'))).toEqual([]);
    expect(
      told(
        form('lock: [order], open: [label]', '[{ ask: a, open: [order] }, b, c, d]'),
        change('{ move: a, after: d }'),
      ),
    ).toEqual([]);
  });
});

describe('the nearest place', () => {
  const core = (item: string, variable: string, module: string, form: string): string => `
    variables:
      q: { type: text, label: Q${variable} }
    modules:
      m: { items: [{ ask: q${item} }]${module} }
    forms:
      f: { items: [{ use: m }]${form} }
  `;
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
    expect(told(core(item, variable, module, form), layer)).toEqual(findings);
  });

  it('can be the dictionary', () => {
    expect(told(core('', '', '', ''), layer, 'lock: [label]')).toEqual(locked);
    expect(told(core('', '', '', ', open: [label]'), layer, 'lock: [label]')).toEqual([]);
  });
});

describe('a form', () => {
  const core = (locks: string): string => `
    variables:
      q: { type: text, label: Q }
    forms:
      f: { title: Form, languages: [en, fr], settings: { style: pages }, items: [q], lock: ${locks} }
  `;

  it('keeps its title, its settings and its languages where they are locked', () => {
    expect(told(core('[title]'), 'forms: { f: { title: Another } }')).toEqual(['locked-change «Another»']);
    expect(told(core('[settings]'), 'forms: { f: { settings: { style: theme-grid } } }')).toEqual([
      'locked-change «theme-grid»',
    ]);
    expect(told(core('[languages]'), '').map((finding) => finding.split(' ')[0])).toEqual(['locked-change']);
  });

  it('speaks the languages of the country where all else is locked', () => {
    expect(told(core('all'), '')).toEqual([]);
  });
});
