import { describe, expect, it } from 'vitest';
import { nothing } from '../../support/tester.ts';
import { compileSchema, schemaOf, schemaText, shapes } from './schemas.ts';

const form = (items: string): string => `
variables:
  size: { type: integer, label: "How many?", hint: Count all, definition: "Who lives here" }
  age: { type: integer, label: "How old?", hint: In years }
forms:
  f:
    title: The form
    items:
${items}
`;

const property = (items: string, name: string, shape: 'kobo' | 'odata' = 'kobo'): unknown =>
  schemaOf(form(items), shape).properties[name];

describe('what a schema tells', () => {
  it('of the form', () => {
    const { $schema, $id, title, description } = schemaOf(form('      - size'), 'odata');
    expect({ $schema, $id, title, description }).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:lexiform:test:f:odk:odata',
      title: 'The form',
      description:
        'One submission of the form f of test, as the OData service of ODK Central (JSON, $expand=*) delivers it.',
    });
  });

  it('of a question: its label, its definition or hint, when it is asked, and where it is defined', () => {
    const items = `
      - size
      - { ask: age, relevant: "\${size} > 0" }
      - { ask: own, type: text, label: Own }`;
    expect(property(items, 'size')).toEqual({
      title: 'How many?',
      description: 'Who lives here',
      $comment: 'variable size, snippet.yaml',
      $ref: '#/$defs/answer.integer',
    });
    expect(property(items, 'age')).toMatchObject({ description: 'In years\nAsked if: ${size} > 0' });
    expect(property(items, 'own')).toEqual({ title: 'Own', $comment: 'question own, snippet.yaml', type: 'string' });
  });

  it('of the sections around a question, where its key stands alone', () => {
    const items = `
      - group: g
        label: Group
        hint: About all
        relevant: "\${size} > 0"
        items: [{ ask: age, relevant: . != 1 or 2 }]
      - size`;
    const asked = 'Asked if: (${size} > 0) and (. != 1 or 2)';
    expect(property(items, 'g/age')).toMatchObject({ description: `In years\n${asked}` });
    expect(property(items, 'g', 'odata')).toMatchObject({
      title: 'Group',
      description: 'About all\nAsked if: ${size} > 0',
      $comment: 'group g, snippet.yaml',
      properties: { age: { description: 'In years\nAsked if: . != 1 or 2' } },
    });
  });

  it('of what is calculated, and of what nobody wrote', () => {
    const items =
      '      - { calculate: c, calculation: " 1 + 1 " }\n      - { repeat: r, repeat_count: "2", items: [size] }';
    expect(property(items, 'c')).toMatchObject({ title: 'c', description: 'Calculated as: 1 + 1' });
    expect(property(items, 'r_count')).toEqual({
      title: 'The number of entries that the form asks for',
      type: 'string',
    });
    expect(property(items, 'lexiform_stamp')).toHaveProperty('title');
  });

  it('of codes: their labels, and since when one is not offered', () => {
    const text = `
codelists:
  l: { label: A list, codes: { a: First, b: { label: Second, retired: 1.2.0 }, c: {} } }
forms:
  f: { items: [{ ask: q, type: select_one l, label: Q }] }
`;
    expect(schemaOf(text, 'kobo').$defs['code.l']).toEqual({
      title: 'A list',
      description: 'a = First\nc = c\nb = Second (not offered since 1.2.0)',
      $comment: 'code list l, snippet.yaml',
      type: 'string',
      enum: ['a', 'c', 'b'],
    });
  });
});

const inLanguages = (label: string, languages = ''): unknown => {
  const manifest = 'lexiform: 1\ndictionary: test\nlanguages: { en: English, fr: French, ar: Arabic }\n';
  const { dictionary } = nothing
    .with({ 'dictionary.yaml': manifest })
    .compile(`forms:\n  f: { ${languages} items: [{ note: n, label: ${label} }] }\n`);
  return JSON.parse(schemaText(dictionary, 'kobo', 'xlsform')).properties.n.title;
};

describe('the language', () => {
  it("is the dictionary's own, then the form's, then any", () => {
    expect(inLanguages('{ fr: Oui, en: Yes }')).toBe('Yes');
    expect(inLanguages('{ ar: نعم, fr: Oui }', 'languages: [fr, ar], default_language: fr,')).toBe('Oui');
    expect(inLanguages('{ ar: نعم }')).toBe('نعم');
    expect(inLanguages('{ mul: Same }')).toBe('Same');
  });
});

const title = (label: string): unknown => {
  const text = `forms:\n  f: { items: [{ note: n, label: ${JSON.stringify(label)} }] }\n`;
  return schemaOf(text, 'kobo').properties['n']?.['title'];
};

describe('hostile texts', () => {
  it('lose the styling that devices show, and nothing else', () => {
    expect(title('**Bold** <span style="color:red">red</span><br/>next')).toBe('Bold red next');
    expect(title('a < b and c > d, <b>, 2*3')).toBe('a < b and c > d, <b>, 2*3');
    expect(title('<span></span>')).toBe('n');
  });

  it('stay data', () => {
    const odd = '<script>alert(1)</script> {{x}} ${x} \\ " \u2066'.trim();
    expect(title(odd)).toBe(odd);
    const long = '<span '.repeat(20_000);
    expect(title(long)).toBe(long.trim());
  });

  it('are written so that no terminal or editor is led astray', () => {
    const text = 'forms:\n  f: { items: [{ note: n, label: "a \\u202E b" }] }\n';
    const { dictionary } = nothing.with({ 'dictionary.yaml': 'lexiform: 1\ndictionary: "a b/ü%"\n' }).compile(text);
    for (const shape of shapes) {
      const schema = schemaText(dictionary, shape, 'odk');
      expect(schema).toContain(String.raw`a \u202e b`);
      expect(schema).toContain('"urn:lexiform:a%20b%2F%C3%BC%25:f:odk:');
      expect(compileSchema(schema)({})).toBe(false);
    }
  });

  it('in names of lists make references that are found', () => {
    const text = `
codelists:
  "a/b~c %d": { codes: { x: X } }
forms:
  f: { items: [{ ask: q, type: "select_one a/b~c %d", label: Q }] }
`;
    const { dictionary } = nothing.with({ 'dictionary.yaml': 'lexiform: 1\ndictionary: d\n' }).compile(text);
    const validate = compileSchema(schemaText(dictionary, 'kobo', 'odk'));
    expect(validate({ _id: 1, _uuid: 'u', q: 'x' })).toBe(true);
    expect(validate({ _id: 1, _uuid: 'u', q: 'y' })).toBe(false);
  });
});
