import { describe, expect, it } from 'vitest';
import { placed, plainly } from '../support/outline.ts';
import { type Files, reading } from '../support/tester.ts';

describe('Sections may stand in any file', () => {
  it('and a name is defined once in each', () => {
    reading.expect({
      'a.yaml': 'variables:\n  sex: { type: text }\ncodelists:\n  sex: { codes: { f: F } }\n',
      'b.yaml': 'variables:\n  sex: { type: integer }\n  ^^^ duplicate-definition\nmodules:\n  sex: { items: [sex] }\n',
    });
  });

  it('twice in one file is a second definition too', () => {
    reading.expect(`
      variables:
        sex: { type: text }
        sex: { type: integer }
        ^^^ duplicate-definition
    `);
  });

  it('a second definition shows both places', () => {
    const { findings } = reading.compile('variables:\n  a: { type: text }\n  a: { type: text }\n');
    expect(findings[0]?.related).toHaveLength(1);
  });

  it('keys of the manifest belong into the manifest', () => {
    reading.expect('languages: { en: English }\n^^^^^^^^^ unknown-key\n');
  });

  it('names are compared in NFC', () => {
    const { form } = reading.expect(`
      codelists:
        re\u0301gion: { codes: { ke\u0301ran: K } }
      variables:
        r\u00E9gion: { type: "select_one r\u00E9gion", label: Where? }
        ville: { type: "select_one re\u0301gion", relevant: "\${re\u0301gion} = 'ke\u0301ran'", label: "In \${re\u0301gion}?" }
      forms:
        f:
          items: [re\u0301gion, ville]
    `);
    expect(placed(form(), 'relevant', 'label')).toBe(
      [
        'select_one région | label: en "Where?"',
        'select_one ville | label: en "In ${région}?" | relevant: ${région} = \'kéran\'',
      ]
        .join('\n')
        .replace('select_one région', 'select_one région région')
        .replace('select_one ville', 'select_one région ville'),
    );
  });

  it('one name typed in two ways is defined twice', () => {
    reading.expect(`
      variables:
        \u00E9: { type: text }
        e\u0301: { type: text }
        ^^ duplicate-definition
    `);
  });
});

describe('The order of files and of the map that holds them', () => {
  const files: Files = {
    'dictionary.yaml': 'lexiform: 1\ndictionary: d\nlanguages: { en: English, fr: Français }\n',
    'a.yaml':
      'variables:\n  a: { type: select_one l, label: A, relevant: "${x} = 1" }\n  b: { like: a }\n  bad: { typ: x }\n',
    'b.yaml': 'codelists:\n  l: { file: l.csv, include: [m] }\n  m: { codes: { z: Z } }\n',
    'c.yaml': 'modules:\n  m: { with: { x: 1 }, items: [a, { ask: b, label: "B $(x) $(y)" }] }\n',
    'd.yaml': 'forms:\n  f: { items: [{ use: m, prefix: p_ }, { use: m, with: { x: 2 } }, nothing] }\n',
    'l.csv': 'name,label\na,A\nb,B\n',
  };
  const outcome = (order: readonly string[]): unknown => {
    const { dictionary, findings } = reading.compile(
      Object.fromEntries(order.map((path) => [path, files[path] ?? ''])),
    );
    return [plainly(dictionary), findings.map(({ rule, message, location }) => [rule, message, plainly(location)])];
  };

  it('change neither the model nor the findings', () => {
    const paths = Object.keys(files);
    const expected = outcome(paths);
    expect(outcome(paths.toReversed())).toEqual(expected);
    expect(outcome([...paths.slice(3), ...paths.slice(0, 3)])).toEqual(expected);
    expect(outcome(paths)).toEqual(expected);
  });
});
