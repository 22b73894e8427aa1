import { describe, expect, it } from 'vitest';
import type { Origin } from '../../src/core/origin.ts';
import { trailOf } from '../../src/model/trail.ts';
import { locate } from '../../src/source/source-string.ts';
import { questionsOf } from '../../src/model/walk.ts';
import { at, path } from '../support/outline.ts';
import { present, reading } from '../support/tester.ts';

const files = {
  'variables.yaml': `
    variables:
      age: { type: integer, label: Age, constraint: . > 0, columns: { x: 1 }, was: [years] }
      child_age: { like: age, hint: H }
  `,
  'modules.yaml': `
    modules:
      people:
        with: { max: 120 }
        items:
          - ask: child_age
            constraint: . < $(max)
      house:
        items:
          - { use: people, with: { max: 18 } }
  `,
  'forms.yaml': `
    forms:
      f:
        items:
          - { use: house, prefix: p_, relevant: "\${p_child_age} != 1" }
  `,
};

describe('Each facet knows where it was typed and how it came to its place', () => {
  const { form } = reading.expect(files);
  const [visit] = [...questionsOf(form().items)];
  const { item } = present(visit, 'question');
  const whole = (key: string, origin: Origin): string => path({ ...origin, trail: trailOf(item, key, origin) });

  it('from a variable, by like, ask and use, outwards', () => {
    expect(whole('type', item.type.origin)).toBe(
      'variables.yaml:2:16 like child_age, ask child_age, use people, use house',
    );
    expect(whole('label', present(item.facets.label, 'label').origin)).toBe(
      'variables.yaml:2:32 like child_age, ask child_age, use people, use house',
    );
    expect(whole('hint', present(item.facets.hint, 'hint').origin)).toBe(
      'variables.yaml:3:33 ask child_age, use people, use house',
    );
  });

  it('also of columns that the language does not name', () => {
    expect(whole('columns', present(item.columns.get('x'), 'column').origin)).toBe(
      'variables.yaml:2:70 like child_age, ask child_age, use people, use house',
    );
  });

  it('and what an ask does not change is the very same thing in the form as in the variable', () => {
    const { facets } = present(reading.expect(files).dictionary.variables.get('child_age'), 'variable');
    expect(facets.label?.origin.location).toEqual(item.facets.label?.origin.location);
    const plain = reading.expect('variables: { a: { type: text, label: A } }\nforms: { f: { items: [a] } }\n');
    const [{ item: asked } = { item: undefined }] = questionsOf(plain.form().items);
    expect(asked?.facets).toBe(plain.variable('a').facets);
  });

  it('of the ask that changed it', () => {
    expect(whole('constraint', present(item.facets.constraint, 'constraint').origin)).toBe(
      'modules.yaml:6:21 use people, use house',
    );
  });

  it('of the use that put its condition there', () => {
    expect(path(present(item.facets.relevant, 'relevant').origin)).toBe('forms.yaml:4:45');
  });

  it('and so does the item', () => {
    expect(path(item.origin)).toBe('modules.yaml:5:14 use people, use house');
    expect(item.name.string.text).toBe('p_child_age');
    expect(at(item.name.origin.location)).toBe('modules.yaml:5:14');
  });

  it('each character of a filled-in value leads to the use that filled it', () => {
    const { string } = present(item.facets.constraint, 'constraint');
    expect(string.text).toBe('. < 18');
    expect(at(locate(string, { start: 0, end: 1 }))).toBe('modules.yaml:6:21');
    expect(at(locate(string, { start: 4, end: 6 }))).toBe('modules.yaml:9:37');
  });

  it('a renamed reference leads to what was typed', () => {
    const text = `
      modules:
        m: { items: [{ ask: a, type: text }, { ask: b, type: text, relevant: "'é' = \${a}" }] }
      forms:
        f: { items: [{ use: m, suffix: _2 }] }
    `;
    const [, b] = reading.expect(text).form().items;
    const { string } = present(b?.facets.relevant, 'relevant');
    expect(string.text).toBe("'é' = ${a_2}");
    expect(at(locate(string, { start: 8, end: 11 }))).toBe('snippet.yaml:2:81');
  });
});

describe('A finding inside a value stands where the value was typed', () => {
  it('in a folded text with quotes', () => {
    reading.expect(`
      variables:
        a:
          type: text
          label: 'It''s here:
            $(nowhere)'
            ^^^^^^^^^^ undeclared-parameter
          hint: >
            One

            two $(nothing) three
                ^^^^^^^^^^ undeclared-parameter
      forms:
        f: { items: [a] }
    `);
  });
});
