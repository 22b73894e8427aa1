import { describe, expect, it } from 'vitest';
import { run, tempFolder } from './project.ts';

const files = {
  'dictionary/dictionary.yaml': 'lexiform: 1\ndictionary: tiny\nlanguages: { en: English }\nprofiles: [kobo]\n',
  'dictionary/visit.yaml': `codelists:
  faith: { codes: { a: Faith one, b: Faith two } }
variables:
  hh_size: { type: integer, label: How many people live here? }
  hoh_name: { type: text, label: Name of the head, sensitivity: personal }
  hoh_faith: { type: select_one faith, label: Faith, sensitivity: sensitive }
  member_age: { type: integer, label: Age }
forms:
  visit:
    title: Visit
    items:
      - group: household
        label: Household
        items: [hh_size, hoh_name, hoh_faith, { repeat: member, label: Member, items: [member_age] }]
`,
  'record.json': JSON.stringify({
    _id: 7,
    'household/hh_size': '3',
    'household/hoh_name': 'Amina',
    'household/hoh_faith': 'b',
    'household/member': [{ 'household/member/member_age': '31' }, { 'household/member/member_age': '3' }],
  }),
};

async function evaluate(expression: string, ...options: string[]): ReturnType<typeof run> {
  return run(tempFolder(files), 'eval', 'dictionary', '--record', 'record.json', ...options, expression);
}

describe('lexiform eval', () => {
  it('tells the value, what kind it is and what each part came to', async () => {
    const { code, out } = await evaluate('1 + ${hh_size} > 3 or sum(${member_age}) = 0');
    expect(out.split('\n')).toEqual([
      'true   (condition)',
      '',
      '  1 + ${hh_size} > 3 or sum(${member_age}) = 0  true',
      '    1 + ${hh_size} > 3                          true',
      '      1 + ${hh_size}                            4',
      '        ${hh_size}                              3   How many people live here?',
      '    sum(${member_age}) = 0                      not needed',
      '      sum(${member_age})                        not needed',
      '        ${member_age}                           not needed',
      '',
    ]);
    expect(code).toBe(0);
  });

  it('shows all answers that a function takes at once', async () => {
    expect((await evaluate('max(${member_age})')).out).toContain('${member_age}     31, 3   Age\n');
    expect((await evaluate('count(${member})')).out).toContain('${member}       2 entries\n');
  });

  it('stands at a question, once for each entry', async () => {
    const { out } = await evaluate('. + position(..)', '--at', 'member_age');
    expect(out).toMatch(/^member 1\n32 {3}\(number\)[^]*\nmember 2\n5 {3}\(number\)/);
  });

  it('reads objects inside each other as well', async () => {
    const nested = JSON.stringify({ household: { hh_size: 2, member: [{ member_age: 5 }] } });
    const folder = tempFolder({ ...files, 'record.json': nested });
    const { out } = await run(
      folder,
      'eval',
      'dictionary',
      '--record',
      'record.json',
      '${hh_size} + sum(${member_age})',
    );
    expect(out).toMatch(/^7 {3}\(number\)/);
  });

  it('hides what people answered to personal questions, and what is made of it', async () => {
    const { out } = await evaluate("concat(${hoh_name}, '!')");
    expect(out).not.toContain('Amina');
    expect(out).toMatch(/^hidden: personal or sensitive {3}\(text\)/);
    expect((await evaluate("${hoh_name} = 'Amina'")).out).toMatch(/^true/);
    expect((await evaluate('string-length(${hoh_name})')).out).toMatch(/^5/);
    expect((await evaluate('${hoh_name}', '--show-answers')).out).toMatch(/^'Amina'/);
  });

  it.each([
    "jr:choice-name(${hoh_faith}, '${hoh_faith}')",
    "jr:itext(instance('faith')/root/item[name = ${hoh_faith}]/itextId)",
    "jr:itext(instance('faith')/root/item[name = /data/household/hoh_faith]/itextId)",
    "if(${hoh_faith} = 'b', ${hoh_faith}, 1)",
  ])('hides what tells a sensitive code: %s', async (expression) => {
    const { out } = await evaluate(expression);
    expect(out).not.toMatch(/Faith two|'b'$|faith-1/m);
    expect((await evaluate(expression, '--show-answers')).out).toMatch(/^'(Faith two|b)'/);
  });

  it('says why there is no value, and where', async () => {
    const { code, out } = await evaluate('1 + ${member_age}');
    expect(out).toContain('This cannot be evaluated. ${member_age} is asked once for each entry');
    expect(out).toContain('    1 | 1 + ${member_age}\n      |     ^^^^^^^^^^^^^\n');
    expect(out).toContain('${member_age}    31, 3   Age\n');
    expect(code).toBe(1);
  });

  it('tells keys of the record that the form does not have, but not those of servers', async () => {
    const record = JSON.stringify({ _id: 1, 'meta/instanceID': 'x', hh_sise: 3 });
    const folder = tempFolder({ ...files, 'record.json': record });
    const { err } = await run(folder, 'eval', 'dictionary', '--record', 'record.json', '1');
    expect(err).toBe('Not in the form, and not used: "hh_sise".\n');
  });
});

describe('lexiform eval, on what is easily written wrong', () => {
  it.each([
    ['{ "hh_size": 3 }', 'Not used: "hh_size" stands in a group, and its key is "household/hh_size".\n'],
    [
      '{ "member_age": 3, "member": [] }',
      'Not used: "member_age" stands in a repeat, whose entries are a list: "household/member": [{ "household/member/member_age": … }, …].\n' +
        'Not used: "member" stands in a group, and its key is "household/member".\n',
    ],
    [
      '{ "__proto__": { "hh_size": 3 }, "toString": 1 }',
      'Not in the form, and not used: "__proto__" and "toString".\n',
    ],
  ])('tells how the key is to be written: %s', async (record, told) => {
    const folder = tempFolder({ ...files, 'record.json': record });
    const { err } = await run(folder, 'eval', 'dictionary', '--record', 'record.json', '${hh_size}');
    expect(err).toBe(told);
  });

  it('tells of a question without ${ }', async () => {
    const { err } = await evaluate('hh_size > 1 or hh_size = 0');
    expect(err).toBe('"hh_size" is not read as the question without ${ } around it. Write ${hh_size}.\n');
  });

  it.each(['count(${member}[member_age > 18])', '/data/household/hh_size', "'hh_size'", 'household/hh_size'])(
    'but not of a path: %s',
    async (expression) => {
      expect((await evaluate(expression)).err).toBe('');
    },
  );

  it.each(['', ' > 5'])('names the quotes that keep the shell out of %j', async (left) => {
    expect((await evaluate(left)).err).toContain("put the expression in single quotes: '${age} >= 18'");
    expect((await evaluate(`\${hh_size}${left} +`)).err).not.toContain('quotes');
  });
});

describe('lexiform eval, called wrongly', () => {
  it.each([
    ['(${hh_size} + 1', [], /never closed[^]*\n {6}\| \^\n/],
    ['${hh_sise} + 1', [], /names no question of form "visit"\. Did you mean "hh_size"\?[^]*\^{10}\n/],
    ['1', ['--form', 'visitt'], /no form "visitt"\.\nDid you mean "visit"\?/],
    ['1', ['--at', 'hh_sise'], /no question "hh_sise"\. Did you mean "hh_size"\?/],
    ['1', ['--record', 'nowhere.json'], /"nowhere\.json" cannot be read/],
  ])('%s %j', async (expression, options, told) => {
    const { code, out, err } = await evaluate(expression, ...options);
    expect(err).toMatch(told);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it.each([
    ['{\n  "a": 1,\n  "b" 2\n}', /no JSON: line 3 cannot be read\.[^]*3 \| {3}"b" 2\n/],
    ['{ "a": 1', /no JSON: line 1/],
    ['', /"record\.json" is empty/],
    [' \n', /"record\.json" is empty/],
    ['[]', /holds no submission/],
    ['[["a"]]', /holds no submission/],
    ['["a", "b"]', /holds 2 submissions/],
    ['null', /holds no submission/],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, /holds no submission/],
    [Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0]), /is no text saved as UTF-8, and so no JSON/],
    [Buffer.from('{ "a": "é" }', 'latin1'), /is no text saved as UTF-8, and so no JSON/],
    ['{ "results": [{}, {}] }', /holds 2 submissions/],
    ['7', /holds no submission/],
  ])('a record %#', async (record, told) => {
    const folder = tempFolder({ ...files, 'record.json': record });
    const { code, err } = await run(folder, 'eval', 'dictionary', '--record', 'record.json', '1');
    expect(err).toMatch(told);
    expect(code).toBe(2);
  });

  it('takes a record as Windows saves text', async () => {
    const folder = tempFolder({ ...files, 'record.json': Buffer.from('\uFEFF{ "household/hh_size": 3 }', 'utf16le') });
    const { out } = await run(folder, 'eval', 'dictionary', '--record', 'record.json', '${hh_size}');
    expect(out).toMatch(/^3 {3}\(number\)\n/);
  });

  it('asks which form, where there are several', async () => {
    const second = 'forms:\n  other: { title: Other, items: [hh_size] }\n';
    const folder = tempFolder({ ...files, 'dictionary/other.yaml': second });
    const { err } = await run(folder, 'eval', 'dictionary', '--record', 'record.json', '1');
    expect(err).toContain('has 2 forms.\nSay which, by --form: ');
  });
});
