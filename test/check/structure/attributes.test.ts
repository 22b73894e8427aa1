import { describe, it } from 'vitest';
import { reading } from '../../support/tester.ts';

const checked = reading.checked();

describe('attributes of columns and settings', () => {
  it('have a prefix that the form declares', () => {
    checked.expect(`
      forms:
        f:
          settings: { namespaces: 'own="http://example.org/own" odd="a=b"', "attribute::lost:x": 1 }
                                                                                                 ^ attribute-name
          items:
            - { ask: q, type: text, label: Q, columns: { "bind::own:a": 1, "bind::jr:preload": x, "bind::plain": 1 } }
            - { ask: r, type: text, label: R, columns: { "bind::odd:a": 1 } }
                                                                        ^ attribute-name: declare
            - { calculate: s, calculation: 1, columns: { "body::other:a": 1 } }
    `);
  });

  it('are not called tag where the converter of ODK takes that for the element', () => {
    checked.with({ 'dictionary.yaml': 'lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [odk]\n' })
      .expect(`
      forms:
        f:
          items:
            - { ask: q, type: text, label: Q, columns: { "instance::tag": 1 } }
            - group: g
              label: G
              columns: { "instance::tag": 1 }
                                          ^ attribute-name: breaks off
              items: [{ note: n, label: N }]
    `);
  });
});
