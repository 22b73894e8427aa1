import { describe, expect, it } from 'vitest';
import { kinds, told } from './tester.ts';

describe('a comparison', () => {
  it.each([
    ["${group_of} = 'Child'", 'value-never-given error'],
    ["'teen' != ${again}", 'value-never-given error'],
    ["selected(${group_of}, 'teen')", 'value-never-given error'],
    ["count(instance('district')/root/item[region = 'x']) > 0", 'value-never-given error'],
    ["instance('district')/root/item[name = ${reg}]/region = 'n'", 'no-common-value error'],
    ['${one} = ${reg}', 'no-common-value error'],
    ['${one} != ${level}', 'no-common-value error'],
    ["${code_again} = 'tnt'", 'code-not-in-list error'],
    ["selected-at(${many}, 0) = 'tnt'", 'code-not-in-list error'],
    ["count(instance('shelter')/root/item[name = 'tnt']) > 0", 'code-not-in-list error'],
    ["selected('tnt', ${one})", 'code-not-in-list error'],
    ["${n} = 'many'", 'never-equal error'],
    ["'many' != count-selected(${many})", 'never-equal error'],
    ["${d} = '31/12/2024'", 'never-equal error'],
    ["${dt} = 'yesterday'", 'never-equal error'],
    ["today() = '2024-02-30'", 'never-equal error'],
    ['${d} = 2024', 'date-as-number error'],
    ['18 < ${d}', 'date-as-number error'],
    ["selected(${many}, 'tent') = 'no'", 'condition-as-text error'],
    ["selected(${many}, 'tent') = 'yes'", 'condition-as-text warning'],
    ["${holds} = 'false'", 'condition-as-text error'],
    ['${one} = ${one}', 'compared-with-itself error'],
    ['(${n}) >= ${n}', 'compared-with-itself error'],
    ['${many} = ${one}', 'select-multiple-equals warning'],
    ['${tm} = ${tm2}', 'whole-days error'],
    ['${tm} < ${tm2}', 'whole-days error'],
    ['${tm2} - ${tm}', 'whole-days error'],
    ['${dt} > now()', 'whole-days warning'],
    ['${dt} <= now()', 'whole-days info'],
  ])('is told: %s', (expression, finding) => {
    expect(told(expression)).toEqual([finding]);
  });

  it.each([
    "${group_of} = 'child' or ${again} = '' or ${year} = '2024' or ${year} > 2020 or ${year} = 2024",
    "${code_again} = 'tent' or selected-at(${many}, 1) = 'house' or ${level} = 1 or ${level} > 1 or ${one} = ''",
    "${n} = '5' or ${n} = '' or ${n} != 'NaN' or ${x} = ' 5.0 '",
    "${d} = '2024-12-31' or ${d} = '' or ${d} = today() or ${d} > date('2024-01-01') or ${d} = ${dt}",
    'today() - ${d} > 18 and ${d} + 1 < today() and today() > 19000 + 1 and ${d} > 0 and ${d} < ${d} + 1',
    "selected(${many}, 'tent') = true() or ${holds} = 'true' or ${holds} = 1",
    "${t} = ${one} or ${t} = 'x' or ${t} = ${n} or ${digits} > 3 or ${limited} > 3",
    "count(instance('district')/root/item[region = ${reg} and selected(tags, 'dry')]) > 0",
    "count(instance('district')/root/item[region = 'n' or label = 'anything']) > 0",
    "selected('tent cave', ${one}) or ${many} = 'tent house' or ${levels} = ''",
    'decimal-time(${tm}) > decimal-time(${tm2}) and decimal-date-time(${dt}) > decimal-date-time(now())',
    "if(${n} > 3, ${one}, 'none') = 'none'",
    'if(${n} > 3, 1, 2) = 1 and (${n} > 3) + (${x} > 3) > 1',
  ])('is right: %s', (expression) => {
    expect(told(expression)).toEqual([]);
  });

  it('of the own answer is one with the answer that stands there', () => {
    expect(told('. = ${q}', 'constraint').filter((each) => !each.startsWith('message'))).toEqual([
      'compared-with-itself error',
    ]);
  });

  it('looks at columns of the list in a choice filter', () => {
    const { findings } = kinds.expect(`
      forms:
        f:
          items:
            - use: all
            - { ask: a, type: select_one district, label: A, choice_filter: "region = \${one}" }
                                                                                      ^^^^^^ no-common-value: region and \${one} have no value in common
            - { ask: b, type: select_one district, label: B, choice_filter: "region = 'N' or name = 'd3' or name = 'd1'" }
                                                                                      ^^^ value-never-given: No code of "district" has "N" in the column "region"
                                                                                                    ^^^^ code-not-in-list: "d3" is not a code of "district"
            - { ask: c, type: select_one district, label: C, choice_filter: "region = \${reg} and selected(tags, 'wet')" }
    `);
    expect(findings[0]?.help).toBe(
      'region is one of "n" and "s"; ${one} is one of "tent" and "house". Compare what shares a list.',
    );
  });

  it('is known between the brackets of a repeat', () => {
    kinds.expect(`
      forms:
        f:
          items:
            - n
            - repeat: member
              label: M
              items:
                - one
                - { ask: age, type: integer, label: A }
            - { calculate: a, calculation: "count(\${member}[one = 'cave'])" }
                                                                  ^^^^^^ code-not-in-list
            - { calculate: b, calculation: "count(\${member}[age = 'old'])" }
                                                                  ^^^^^ never-equal
            - { calculate: c, calculation: "count(\${member}[one = 'tent' and age > \${n}]) + indexed-repeat(\${age}, \${member}, 1)" }
            - { calculate: e, calculation: "count(\${age}[. = 'old'])" }
                                                             ^^^^^ never-equal
    `);
  });

  it('with a calculation that waits for itself is not judged', () => {
    const { findings } = kinds.compile(`
      forms:
        f:
          items:
            - { calculate: a, calculation: "if(\${b} = 'x', 'y', 'z')" }
            - { calculate: b, calculation: "if(\${a} = 'u', 'v', 'w')" }
    `);
    expect(new Set(findings.map(({ rule }) => rule))).toContain('reference-cycle');
    expect(findings.filter(({ rule }) => rule === 'reference-cycle')).toHaveLength(1);
  });
});

describe('a number is wanted', () => {
  it.each([
    ['${one} > 1', 'text-as-number error'],
    ['-${group_of}', 'text-as-number error'],
    ['${place} + 1', 'text-as-number error'],
    ["${n} < 'ten'", 'text-as-number error'],
    ['${t} * 2', 'text-as-number warning'],
    ['${levels} > 1', 'text-as-number warning'],
    ['${many} + 1', 'text-as-number warning'],
    ["'Mr ' + ${t} + ' ' + ${t}", 'text-as-number error'],
    ["${d} > '2024-01-01'", 'date-in-quotes error'],
    ["today() - '2024-01-01'", 'date-in-quotes error'],
  ])('and told: %s', (expression, finding) => {
    expect(told(expression)).toEqual([finding]);
  });

  it.each(["if(${n} > 3, 5, '') + 1", "'5' + 1", '${level} + ${level}', "coalesce(${n}, '') > 2", "number('x') + 1"])(
    'and there, or not surely missing: %s',
    (expression) => {
      expect(told(expression)).toEqual([]);
    },
  );
});

describe('a condition is wanted', () => {
  it.each([
    ['${one}', 'relevant', 'no-condition warning'],
    ["'yes'", 'relevant', 'no-condition error'],
    ['5', 'relevant', 'no-condition error'],
    ['today()', 'required', 'no-condition error'],
    ['if(today(), 1, 2)', 'calculation', 'no-condition error'],
    ['not(${one})', 'calculation', 'no-condition warning'],
    ['${n} > 1 and ${one}', 'relevant', 'no-condition warning'],
  ])('and told: %s as %s', (expression, column, finding) => {
    expect(told(expression, column)).toEqual([finding]);
  });

  it.each([
    ['1', 'relevant'],
    ['true()', 'required'],
    ['count-selected(${many})', 'relevant'],
    ["pulldata('district', 'region', 'name', ${reg})", 'relevant'],
    ["if(${n} > 3, 'x', '')", 'relevant'],
    ['string-length(${t})', 'relevant'],
  ])('and there: %s as %s', (expression, column) => {
    expect(told(expression, column)).toEqual([]);
  });
});

describe('a function', () => {
  it.each([
    ['selected(${n}, 5)', ['selected-answer error', 'selected-answer error']],
    ["selected(${d}, 'x')", ['selected-answer error']],
    ['selected(${many}, ${n})', ['selected-answer error']],
    ['count-selected(${holds})', ['selected-answer error']],
    ["date('31/12/2023')", ['no-date error']],
    ["decimal-time('12:00')", ['no-date error']],
    ["format-date('2024-13-01', '%Y')", ['no-date error']],
    ["jr:choice-name(${one}, '${reg}')", ['choice-name-list error']],
    ["jr:choice-name(selected-at(${many}, 0), '${level}')", ['choice-name-list error']],
    ["jr:choice-name(if(${n} > 1, 'tent', 'cave'), '${one}')", ['choice-name-list warning']],
    ["pulldata('district', 'zone', 'name', ${t})", ['unknown-column error']],
    ["pulldata('district', 'region', 'code', ${t})", ['unknown-column error']],
    ["instance('district')/root/item[zone = 1]/code", ['unknown-column error', 'unknown-column error']],
  ])('is not given: %s', (expression, findings) => {
    expect(told(expression)).toEqual(findings);
  });

  it.each([
    "selected(${t}, 'x') or selected('a b', ${t}) or selected(${digits}, '5')",
    "selected(${one}, 'tent') or count-selected(${one}) > 0",
    "date('2024-1-5') > ${d} or date(19000) > ${d} or date('19000') > ${d} or date('') > ${d} or date(${t}) > ${d}",
    "decimal-time('2024-01-01T12:00:00') > 1 or decimal-time(${tm}) > 0",
    "jr:choice-name(${one}, '${one}') = jr:choice-name(${code_again}, '${many}')",
    "jr:choice-name(${t}, '${one}') = jr:choice-name('tent', ' ${one} ')",
    "pulldata('district', 'Region', 'name', ${t}) = 'x' or pulldata('district', ${t}, ${t}, ${t}) = 'x'",
    "instance('district')/root/item[name = current()/../zone]/label",
    "count(instance('district')/root/item[instance('district')/root/item[label = 'x']/name = name])",
  ])('is given rightly: %s', (expression) => {
    expect(told(expression).filter((finding) => !finding.startsWith('unknown-path'))).toEqual([]);
  });
});

const formWith = (expression: string): string => `
  forms:
    f:
      attachments: [sites.csv, empty.csv, x.xml]
      items: [t, { calculate: a, calculation: ${JSON.stringify(expression)} }]
  `;

describe('a column of a file', () => {
  const files = kinds.with({
    'media/sites.csv': '\uFEFFcode;name\n1;"Old ""camp"""\n',
    'media/empty.csv': '',
    'media/x.xml': '<a/>',
  });

  it('is looked for by a choice filter', () => {
    files.expect(`
      forms:
        f:
          items:
            - t
            - { ask: a, type: select_one_from_file sites.csv, label: A, parameters: value=code label=name, choice_filter: "area_of = \${t} and code != 'x'" }
                                                                                                                           ^^^^^^^ unknown-column: "sites" has no column "area_of".
            - { ask: b, type: select_one_from_file sites.csv, label: B, parameters: value=code label=name, choice_filter: "name = \${t}" }
    `);
  });

  it.each([
    ["pulldata('sites', 'label', 'code', ${t})", ['unknown-column']],
    ["pulldata('sites', 'name', 'code', ${t})", []],
    ["pulldata('empty', 'name', 'code', ${t})", []],
    ["pulldata('x', 'name', 'code', ${t})", []],
  ])('is looked for: %s', (expression, rules) => {
    expect(files.compile(formWith(expression)).findings.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('a text', () => {
  it('that shows codes is worth knowing', () => {
    const { findings } = kinds.expect(`
      forms:
        f:
          items:
            - use: all
            - { note: a, label: "Level \${level} and \${levels}" }
                                       ^^^^^^^^ code-in-text: \${level} shows a code such as "1" and "2", not its label.
                                                    ^^^^^^^^^ code-in-text: \${levels} shows codes such as
            - { note: b, label: "\${one}, \${t}, \${group_of}" }
    `);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['info']));
  });
});

describe('a workbook as it is written', () => {
  it('may be in use, so that what no converter tells is a warning', () => {
    expect(told("${group_of} = 'Child'", 'calculation', '[xlsform]')).toEqual(['value-never-given warning']);
    expect(told('selected(${n}, 5)', 'calculation', '[xlsform]')).toEqual([
      'selected-answer error',
      'selected-answer error',
    ]);
  });
});

describe('a long form', () => {
  it('of calculations that follow each other is typed without recursion', () => {
    const items = Array.from({ length: 6000 }, (_, at) => `- { calculate: c${at}, calculation: "\${c${at + 1}}" }`);
    const { findings } = kinds.compile(
      `forms:\n  f:\n    items:\n${items.map((item) => `      ${item}\n`).join('')}      - { calculate: c6000, calculation: "if(1 = 1, 'a', 'b')" }\n      - { calculate: last, calculation: "\${c0} = 'd'" }\n`,
    );
    expect(findings.map(({ rule }) => rule)).toEqual(['value-never-given']);
  });
});
