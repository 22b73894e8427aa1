import { describe, expect, it } from 'vitest';
import { gatherWith, type Trait } from '../../src/model/traits.ts';
import { walk } from '../../src/model/walk.ts';
import { nothing, present } from '../support/tester.ts';

const { dictionary } = nothing.with({ 'dictionary.yaml': 'lexiform: 1\ndictionary: d\n' }).compile(`
  codelists:
    l: { codes: { a: { label: A } } }
  forms:
    f:
      items:
        - { ask: first, type: text, label: A, required: yes }
        - group: outer
          label: O
          relevant: \${first} = 'a'
          items:
            - { ask: second, type: select_one l or_other, label: B, required: yes }
            - repeat: inner
              label: I
              items:
                - { ask: third, type: text, label: C, columns: { own: x } }
            - { ask: fourth, type: text, label: D, required: yes }
        - { ask: fifth, type: text, label: E, relevant: "\${first} = 'b'" }
  `);
const { items } = present(dictionary.forms.get('f'), 'f');

function namesWith(trait: Trait): readonly string[] {
  return gatherWith(trait, ({ name }) => [name.string.text])(items);
}

describe('the items with a trait', () => {
  it.each([
    ['required', ['first', 'second', 'fourth']],
    ['relevant', ['outer', 'fifth']],
    ['section', ['outer', 'inner']],
    ['or_other', ['second']],
    ['columns', ['third']],
    ['trigger', []],
  ] as const)('come in the order of their rows: %s', (trait, expected) => {
    expect(namesWith(trait)).toEqual(expected);
  });

  it('are those that have the column, of all items', () => {
    const labelled = walk(items).filter(({ item }) => item.facets.label);
    expect(namesWith('label')).toEqual(labelled.map(({ item }) => item.name.string.text));
  });
});
