import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDictionary } from '../../src/check/check.ts';
import { compileDictionary } from '../../src/dictionary/compile.ts';
import { startRemembering } from '../../src/diagnostics/recall.ts';
import { suppress } from '../../src/diagnostics/suppression.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import { print } from '../../src/printers/printer.ts';
import { memoryTree } from '../../src/source/files.ts';
import { formWorkbook } from '../../src/xlsform/rows/workbook.ts';

const DICTIONARY = fileURLToPath(new URL('../../dictionary', import.meta.url));

function shipped(): Map<string, Uint8Array> {
  const names = readdirSync(DICTIONARY, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = names.map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(DICTIONARY, file), readFileSync(file)]));
}

/** Everything that a run tells and writes, as text. */
function run(files: ReadonlyMap<string, Uint8Array>, prefix = ''): string {
  const { dictionary, diagnostics, comments } = compileDictionary({ ...memoryTree(Object.fromEntries(files)), prefix });
  if (!dictionary) return 'no dictionary';
  const findings = suppress([...diagnostics, ...checkDictionary(dictionary, dictionary.profiles)], comments);
  const forms = [...dictionary.forms.values()].flatMap((form) =>
    dictionary.profiles.map((profile) => formWorkbook(deliver(dictionary, form, profile), dictionary)),
  );
  const options = { color: false, width: 100, all: true, elapsed: 0 };
  return `${print('json', { diagnostics: findings }, options)}${JSON.stringify(forms, replaceMaps)}`;
}

function replaceMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

let others = 0;

/** What a run tells and writes that knows nothing of these files: they have never been read at this place. */
function firstRun(files: ReadonlyMap<string, Uint8Array>): string {
  others += 1;
  const prefix = `other${others}/`;
  return run(fresh(files), prefix).replaceAll(prefix, '');
}

/** Copies of all files, so that nothing is remembered of them. */
function fresh(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  return new Map([...files].map(([name, bytes]) => [name, Uint8Array.from(bytes)]));
}

/** Edits as people make them: of a label, a name, a type, a list, a use, a manifest, and mistakes of all sorts. */
const EDITS: readonly (readonly [string, RegExp, string])[] = [
  ['variables/household.yaml', /Household registration number/, 'Number of the household'],
  ['variables/household.yaml', /type: barcode/, 'type: barcod'],
  ['variables/household.yaml', /^ {2}hh_card_code:/m, '  hh_card:'],
  ['variables/household.yaml', /required: yes/, 'required: maybe'],
  ['variables/household.yaml', /(constraint:) \. >= 1 and \. <= 40/, "$1 . >= 'many' and . <= 0"],
  ['variables/household.yaml', /(relevant:) \$\{hh_phone\} != ''/, '$1 ${hh_phone} + 1 > 5 and ${hh_size} < 0'],
  ['variables/household.yaml', /(calculation:) sum\(\$\{mem_is_u5\}\)/, "$1 concat('a', ${hh_size})"],
  ['variables/household.yaml', /type: integer/, 'type: text'],
  ['codelists/general.yaml', /^ {6}pnta:/m, '      refuses:'],
  ['codelists/general.yaml', /special: dont_know/, 'special: dont_knwo'],
  ['codelists/admin2.csv', /\n[^\n]+\n$/, '\n'],
  ['modules/common.yaml', /^ {2}(\w+):/m, '  $1_2:'],
  ['forms/household_registration.yaml', /- use: (\w+)/, '- use: $1x'],
  ['forms/household_registration.yaml', /(instance_name:).*/, "$1 if(${hh_size} > 5 and ${hh_size} < 3, 'a', 'b')"],
  ['forms/household_registration.yaml', /(create_if:).*/, '$1 if(${hh_size} > 5 and ${hh_size} < 3, true(), false())'],
  ['forms/protection_monitoring.yaml', /items:/, 'items:\n      - { note: hello, label: "${nowhere}" }'],
  ['dictionary.yaml', /profiles: \[kobo, odk\]/, 'profiles: [odk]'],
  ['dictionary.yaml', /^ {2}ar: العربية.*\n/m, ''],
  ['dictionary.yaml', /default_language: en/, 'default_language: ar'],
  ['variables/member.yaml', /label:/, 'label: "broken'],
  ['checks/household.yaml', /< 12/, '< 12 and ${mem_age} > 30'],
  ['checks/household.yaml', /= 'spouse'/, "= 'spuse'"],
  ['checks/interview.yaml', /under: 8m/, 'under: 8'],
  ['checks/location.yaml', /- loc_idp_f_0_4/, '- loc_idp_shelter'],
  ['codelists/household.yaml', /^ {6}head:/m, '      chief:'],
  [
    'variables/household.yaml',
    /^variables:\n/m,
    "# A line more.\nvariables:\n\n  new_one: { type: intege, label: { en: 'New' } }\n",
  ],
  ['variables/household.yaml', /(\n {2}hh_phone:\n(?: {3}.*\n|\n)+)/, '$1$1'],
  ['variables/member.yaml', /^variables:\n/m, 'variables:\n  # lexiform-ignore unknown-type: for now\n'],
  [
    'forms/household_registration.yaml',
    /^ {2}household_registration:\n/m,
    '  household_registration:\n    stamp: maybe\n',
  ],
];

const MOVED = ['variables/household.yaml', 'variables/member.yaml', 'codelists/general.yaml', 'modules/common.yaml'];
const LINES = ['', '# a comment', '  # a comment', '  more: { type: integer, label: { en: More? } }', '    hint: More'];

/** The file with one line more, somewhere, as somebody types it who has not finished. */
function withLine(bytes: Uint8Array | undefined, at: number, line: string): Uint8Array {
  const all = new TextDecoder().decode(bytes).split('\n');
  return new TextEncoder().encode(all.toSpliced(at % all.length, 0, line).join('\n'));
}

beforeAll(startRemembering);

describe('A run that remembers unchanged files', () => {
  it.each(EDITS)('tells and writes after an edit of %s (%s) what a first run does', (file, pattern, replacement) => {
    const before = fresh(shipped());
    run(before);
    const text = new TextDecoder().decode(before.get(file));
    expect(text).toMatch(pattern);
    const edited = new Map(before).set(file, new TextEncoder().encode(text.replace(pattern, replacement)));
    const told = run(edited);
    const first = firstRun(edited);
    expect(told).toBe(first);
    expect(run(before)).toBe(firstRun(before));
    expect(run(before)).not.toBe(first);
  });

  it('knows where things stand, whatever stood above them before', () => {
    const lines = fc.array(
      fc.record({ file: fc.constantFrom(...MOVED), at: fc.nat(), what: fc.constantFrom(...LINES) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    let files = fresh(shipped());
    fc.assert(
      fc.property(lines, (edits) => {
        for (const { file, at, what } of edits) files = new Map(files).set(file, withLine(files.get(file), at, what));
        expect(run(files)).toBe(firstRun(files));
      }),
      { numRuns: 12 },
    );
  });

  it('tells again in each run what is wrong with a variable that no form asks, once', () => {
    const unasked = 'variables:\n  nobody_asks: { type: text, label: { en: Why? }, soft: [nonsense] }\n';
    const files = fresh(shipped()).set('variables/unasked.yaml', new TextEncoder().encode(unasked));
    const first = run(files);
    expect(first.match(/"rule": "wrong-shape"/g)).toHaveLength(1);
    expect(run(files)).toBe(first);
  });
});
