import { describe, expect, it } from 'vitest';
import { reading } from '../support/tester.ts';

const SNIPPET = `
  codelists:
    "5yearplan": { codes: { a: A, b: B } }
    "it's": { codes: { a: A } }
  forms:
    f:
      items:
        - { ask: q, type: select_one 5yearplan, label: Q, default: c }
        - { ask: r, type: select_one 5yearplan, label: R, choice_filter: "region = \${q}" }
        - { ask: s, type: text, label: S, relevant: "\${q} = 'c' and \${r} = a" }
        - { ask: t, type: select_one it's, label: T }
        - loop: each
          over: 5yearplan
          label: "%(label)s"
          items: [{ ask: u, type: text, label: "%(name)s", relevant: "\${q} = '%(name)s'" }]
`;

function found(profile: string): readonly string[] {
  const manifest = `lexiform: 1\ndictionary: test\nlanguages: { en: English }\nprofiles: [${profile}]\n`;
  const { findings } = reading.checked().with({ 'dictionary.yaml': manifest }).compile(SNIPPET);
  const about = new Set(['invalid-name', 'invalid-default', 'filter-column', 'code-not-in-list', 'bare-name']);
  return findings.filter(({ rule }) => about.has(rule)).map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('what no converter and no server tells', () => {
  it('is a warning in a workbook that goes out as written, where lists are called as pyxform lets them', () => {
    expect(found('xlsform')).toEqual([
      'error invalid-name',
      'warning invalid-default',
      'warning filter-column',
      'warning code-not-in-list',
      'warning bare-name',
    ]);
  });

  it('is an error in what is written for a server', () => {
    expect(found('odk')).toEqual([
      'error invalid-name',
      'error invalid-name',
      'error invalid-default',
      'error filter-column',
      'error code-not-in-list',
      'error bare-name',
    ]);
  });
});
