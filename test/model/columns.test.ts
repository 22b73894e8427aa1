import { describe, expect, it } from 'vitest';
import { columnsOf, type DataNode } from '../../src/model/columns/column.ts';
import { dataNodes } from '../../src/model/columns/columns.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { type Files, present, reading } from '../support/tester.ts';

function nodesOf(files: Files | string, profile: Profile): readonly DataNode[] {
  const { dictionary } = reading.compile(files);
  return dataNodes(deliver(dictionary, present([...dictionary.forms.values()][0], 'form'), profile), dictionary);
}

/** A line for everything that stands in the data: its path, marks for what holds others, what it stores, its codes. */
function columns(files: Files | string, profile: Profile = 'xlsform'): string {
  return lines(nodesOf(files, profile)).join('\n');
}

function lines(nodes: readonly DataNode[]): string[] {
  return nodes.flatMap((node) => {
    const path = node.path.join('/');
    if (node.kind !== 'column') return [`${path}${node.kind === 'repeat' ? '[]' : '/'}`, ...lines(node.children)];
    const { codes, added } = node;
    const names = codes && [
      ...codes.offered.map(({ name }) => name.string.text),
      ...codes.retired.map(({ name }) => `(${name.string.text})`),
    ];
    return [[path, node.answer, ...(names ? [names.join(' ')] : []), ...(added ? [`+${added}`] : [])].join(' | ')];
  });
}

const lists = `
codelists:
  l: { codes: { a: A, b: B, old: { label: Old, retired: 1.0.0 } } }
  far: { delivery: external, codes: { x: X } }
`;

const form = (items: string, more = ''): string => `${lists}forms:\n  f:\n${more}    items:\n${items}`;

const repeat = (count: string): string =>
  columns(form(`      - { repeat: r, label: R, repeat_count: "${count}", items: [{ note: n, label: N }] }\n`));

describe('the columns of a form', () => {
  it('are the paths that submissions have', () => {
    const text = form(`
      - { ask: q, type: text, label: Q }
      - group: g
        items:
          - { note: n, label: N }
          - repeat: r
            label: R
            items:
              - group: h
                items: [{ ask: deep, type: integer, label: D }]
`);
    expect(columns(text)).toBe(`\
q | text
g/
g/n | none
g/r[]
g/r/h/
g/r/h/deep | integer
meta/
meta/instanceID | text | +instanceID`);
  });

  it('can be gone through with what stands around each', () => {
    const text = form('      - { repeat: r, label: R, items: [{ group: g, items: [{ note: n, label: N }] }] }\n');
    const [visit] = [...columnsOf(nodesOf(text, 'xlsform'))];
    expect(visit?.column.name).toBe('n');
    expect(visit?.around.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['repeat r', 'group g']);
  });

  it('have a stamp where the profile adds one', () => {
    const text = form('      - { note: n, label: N }\n');
    expect(columns(text, 'odk')).toContain('\nlexiform_stamp | text | +stamp\n');
    expect(columns(text, 'xlsform')).not.toContain('lexiform_stamp');
    expect(columns(form('      - { note: n, label: N }\n', '    stamp: no\n'), 'odk')).not.toContain('lexiform_stamp');
  });

  it('have the count of a repeat where it is more than one answer', () => {
    expect(repeat('2')).toContain('r_count | text | +count\nr[]\n');
    expect(repeat('${q} + 1')).toContain('r_count');
    expect(repeat('${q}')).not.toContain('r_count');
    expect(repeat('')).not.toContain('r_count');
  });

  it('leave out what only names a file', () => {
    const text = form('      - { ask: c, type: csv-external }\n      - { ask: x, type: xml-external }\n');
    expect(columns(text)).toBe('meta/\nmeta/instanceID | text | +instanceID');
  });

  it('have the metadata of the form in its own place', () => {
    const more = '    metadata: [start, { ask: log, type: audit }]\n    settings: { instance_name: "1" }\n';
    expect(columns(form('      - { note: n, label: N }\n', more))).toBe(`\
start | dateTime
n | none
meta/
meta/instanceID | text | +instanceID
meta/instanceName | text | +instanceName
meta/audit | media`);
    expect(columns(form('      - { note: n, label: N }\n', '    settings: { omit_instanceID: yes }\n'))).toBe(
      'n | none',
    );
  });

  it('have the headings that pyxform gives a table, named after rows of the sheet', () => {
    const table = (label: string): string =>
      columns(
        form(`
      - { group: before, items: [{ note: n, label: N }] }
      - group: t
        appearance: w1 table-list${label}
        items:
          - { note: m, label: M }
          - { ask: s, type: select_one l, label: S }
`),
      );
    expect(table('\n        label: T')).toContain(`\
t/generated_table_list_label_5 | none | +table-heading
t/reserved_name_for_field_list_labels_7 | none | +table-heading
t/m | none
t/s | code | a b (old)`);
    expect(table('')).not.toContain('generated_table');
    expect(
      columns(form('      - { group: t, appearance: table-list, items: [{ note: m, label: M }] }\n')),
    ).not.toContain('reserved');
  });
});

const answer = (item: string): string => columns(form(`      - ${item}\n`)).split('\n')[0] ?? '';

describe("the answers of a form's columns", () => {
  it.each([
    ['{ ask: q, type: range, label: Q }', 'q | integer'],
    ['{ ask: q, type: range, label: Q, parameters: start=1 end=10 step=1 }', 'q | integer'],
    ['{ ask: q, type: range, label: Q, parameters: start=0 end=1 step=0.1 }', 'q | decimal'],
    ['{ ask: q, type: range, label: Q, parameters: { end: -.5 } }', 'q | decimal'],
    ['{ ask: q, type: text, label: Q, columns: { "bind::type": int } }', 'q | integer'],
    ['{ ask: q, type: integer, label: Q, columns: { "bind::type": odd } }', 'q | text'],
    ['{ ask: q, type: nonsense, label: Q }', 'q | text'],
  ])('%s', (item, expected) => {
    expect(answer(item)).toBe(expected);
  });

  it.each([
    ['{ ask: q, type: select_one l, label: Q }', 'q | code | a b (old)'],
    ['{ ask: q, type: select_multiple far, label: Q }', 'q | codes | x'],
    ['{ ask: q, type: rank l, label: Q }', 'q | ranking | a b (old)'],
    ['{ ask: q, type: select_one_external l, label: Q }', 'q | code | a b (old)'],
    ['{ ask: q, type: select_one nowhere, label: Q }', 'q | code'],
    ['{ ask: q, type: "select_one ${r}", label: Q }', 'q | code'],
    ['{ ask: q, type: select_one_from_file own.csv, label: Q }', 'q | code'],
    ['{ ask: q, type: select_one far, label: Q, parameters: value=pcode }', 'q | code'],
    ['{ ask: q, type: select_one l, label: Q, appearance: "minimal search(\'x\')" }', 'q | code'],
    ['{ ask: q, type: text, label: Q }', 'q | text'],
  ])('codes: %s', (item, expected) => {
    expect(answer(item)).toBe(expected);
  });

  it('are those of the list whose file a type names, also with its folder', () => {
    const items = ['select_one far', 'select_one_from_file lists/far.csv'].map(
      (type, at) => `      - { ask: q${at}, type: ${type}, label: Q }\n`,
    );
    expect(columns(form(items.join('')))).toContain('q0 | code | x\nq1 | code | x');
  });

  it('are the same codes for all questions of a list', () => {
    const items = ['q', 'r'].map((name) => `      - { ask: ${name}, type: select_one l, label: Q }\n`).join('');
    const [q, r] = [...columnsOf(nodesOf(form(items), 'odk'))].map(({ column }) => column.codes);
    expect(q).toBeDefined();
    expect(q).toBe(r);
  });

  it('can be other, whoever spells `or_other` out', () => {
    const text = form('      - { ask: q, type: select_one l or_other, label: Q }\n');
    expect(columns(text, 'xlsform')).toContain('q | code | a b other (old)\nq_other | text | +other\n');
    expect(columns(text, 'odk')).toContain('q | code | a b other (old)\nq_other | text\n');
    const known = text.replace('b: B', 'other: Other');
    expect(columns(known, 'xlsform')).toContain('q | code | a other (old)\n');
  });
});

const section = (item: string): string => columns(form(item), 'kobo').split(/\n?lexiform_stamp/)[0] ?? '';

describe('the columns of sections that become more than a group', () => {
  it('a loop: a group for each code but `none`', () => {
    const text = form(`
      - group: g
        type: loop over l
        label: G
        items: [{ ask: "%(name)s_have", type: integer, label: H }, { group: h, items: [{ note: n, label: N }] }]
`).replace('b: B', 'none: None');
    expect(columns(text)).toContain('g/\ng/a/\ng/a/a_have | integer\ng/a/h/\ng/a/h/n | none\nmeta/');
  });

  it('a matrix: questions named after the code', () => {
    const text =
      '      - { group: m, type: kobomatrix, kobo--matrix_list: l, items: [{ ask: n, type: integer, label: N }] }\n';
    expect(section(text)).toBe('m_a/\nm_a/m_a_n | integer\nm_b/\nm_b/m_b_n | integer');
  });

  it('a score and a rank: the codes that the section names', () => {
    const score =
      '      - { group: s, type: score, kobo--score-choices: l, items: [{ ask: s1, type: score__row, label: S }] }\n';
    expect(section(score)).toBe('s/\ns/s1 | code | a b (old)');
    const rank =
      '      - { group: k, type: rank, kobo--rank-items: l, items: [{ ask: k1, type: rank__level, label: K }] }\n';
    expect(section(rank)).toBe('k/\nk/k1 | code | a b (old)');
  });

  it('none, where their list is unknown', () => {
    expect(
      section('      - { group: m, type: kobomatrix, kobo--matrix_list: x, items: [{ note: n, label: N }] }\n'),
    ).toBe('');
  });
});

describe('the entity of a form', () => {
  const items = `
      - { ask: size, type: integer, label: S }
      - group: g
        items:
          - repeat: r
            label: R
            items: [{ group: h, items: [{ ask: name, type: text, label: N }] }]
`;
  const entities = (rows: string): readonly string[] =>
    columns(form(items, `    entities: [${rows}]\n`))
      .split('\n')
      .filter((line) => line.includes('entity/label'))
      .map((line) => line.split(' ')[0] ?? '');

  it('stands in the metadata of the form, or of the repeat that it reads', () => {
    expect(entities('{ list_name: people, label: "${size}" }')).toEqual(['meta/entity/label']);
    expect(entities('{ list_name: people, label: "${name}" }')).toEqual(['g/r/meta/entity/label']);
    expect(entities('')).toEqual([]);
  });

  it('can be anywhere around what it reads, where there are several', () => {
    expect(entities('{ list_name: a, label: "${size}" }, { list_name: b, label: "${name}" }')).toEqual([
      'g/r/h/meta/entity/label',
      'g/r/meta/entity/label',
      'g/meta/entity/label',
      'meta/entity/label',
    ]);
  });
});
