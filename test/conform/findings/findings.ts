import type { SourceText, TextLocation } from '../../../src/core/location.ts';
import type { RecordFinding, Subject } from '../../../src/conform/finding.ts';
import type { Findings, Found } from '../../../src/conform/findings/found.ts';
import { createFindingStore, type FindingStore, type StoreOptions } from '../../../src/conform/findings/store.ts';
import { diagnose } from '../../../src/diagnostics/collector.ts';
import type { ParamsOf, RuleId } from '../../../src/diagnostics/registry.ts';
import type { Severity } from '../../../src/diagnostics/rule.ts';
import { tempFolder } from '../../cli/project.ts';

/** A dictionary whose lines the findings break. */
export const household: SourceText = {
  path: 'dictionary/variables/household.yaml',
  text: [
    'variables:',
    '  hh_size:',
    '    type: integer',
    '    label: { en: How many people live in this household?, ar: "كم شخصاً يعيش في هذه الأسرة؟" }',
    '    constraint: . > 0 and . <= 50',
    '    soft:',
    '      - { when: ". > 20", message: Very large household }',
    '  shelter: { type: select_one shelter_type, label: What is the shelter? }',
    '  hoh_phone: { type: text, label: Phone number, sensitivity: personal }',
    '  member_age: { type: integer, label: Age }',
    '',
  ].join('\n'),
};

export function at(word: string): TextLocation {
  const start = household.text.indexOf(word);
  return { kind: 'text', source: household, start, end: start + word.length };
}

export function subject(change: Partial<Subject> = {}): Subject {
  const number = change.number ?? 1;
  return {
    key: `uuid:0000-${String(number).padStart(4, '0')}`,
    number,
    line: number + 1,
    link: undefined,
    version: '1.4.0',
    enumerator: 'E01',
    site: 'Camp A',
    day: '2024-05-01',
    ...change,
  };
}

interface More {
  readonly path?: string;
  readonly severity?: Severity;
  readonly label?: string;
  readonly value?: string | undefined;
  readonly hidden?: boolean;
  readonly expected?: string;
  readonly place?: TextLocation;
  readonly file?: string;
}

/** A finding of a rule about a question of a submission. */
export function finding<Id extends RuleId>(
  of: Subject,
  rule: Id,
  variable: string,
  params: ParamsOf<Id>,
  more: More = {},
): RecordFinding {
  const { value, hidden = false, expected = '', label = '', severity, place, file = 'may.json' } = more;
  const location = { kind: 'record' as const, file, record: of.key, path: more.path ?? variable };
  const related = place ? [{ location: place, message: `the question "${variable}"` }] : [];
  const diagnostic = diagnose(rule, location, params, { related, ...(severity ? { severity } : {}) });
  return { diagnostic, subject: of, variable, label, value, hidden, expected };
}

export function wrongCode(of: Subject, value: string, more: More = {}): RecordFinding {
  const params = { name: 'shelter', value, list: 'shelter_type', codes: [value], likely: 'tent', known: 3 };
  const facts = { value, expected: 'one of: tent, house, none', label: 'What is the shelter?' };
  return finding(of, 'answer-code', 'shelter', params, { ...facts, place: at('select_one shelter_type'), ...more });
}

export function outOfRange(of: Subject, value: string, more: More = {}): RecordFinding {
  const constraint = '. > 0 and . <= 50';
  const params = { name: 'hh_size', value, constraint, message: 'Between 1 and 50' };
  const label = 'How many people live in this household?';
  const facts = { value, expected: constraint, label };
  return finding(of, 'answer-constraint', 'hh_size', params, { ...facts, place: at(constraint), ...more });
}

export function implausible(of: Subject, value: string): RecordFinding {
  const params = { name: 'hh_size', value, when: '. > 20', message: 'Very large household' };
  const facts = { value, expected: 'not . > 20', label: 'How many people live in this household?' };
  return finding(of, 'answer-implausible', 'hh_size', params, { ...facts, place: at('". > 20"') });
}

export function hiddenPhone(of: Subject): RecordFinding {
  const params = { name: 'hoh_phone', value: undefined, wanted: 'a text', hint: undefined };
  const facts = { hidden: true, expected: 'a text', label: 'Phone number' };
  return finding(of, 'answer-type', 'hoh_phone', params, { ...facts, place: at('text,') });
}

export function wrongAge(of: Subject, entry: number, value: string): RecordFinding {
  const params = { name: 'member_age', value, wanted: 'a whole number', hint: undefined };
  const facts = { value, expected: 'a whole number', label: 'Age', path: `roster/member[${entry}]/member_age` };
  const place = { ...at('member_age: { type: integer'), start: at('integer, label: Age').start };
  return finding(of, 'answer-type', 'member_age', params, { ...facts, place });
}

const ENUMERATORS = ['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E09', 'E10'];
const SITES = ['Camp A', 'Camp B', 'مخيم الزعتري', 'Old Town'];

/** A month of work: one enumerator who slips far oftener, an old form, a phone with a wrong clock, a few odd answers. */
export function tellMonth(store: FindingStore): void {
  for (let number = 1; number <= 340; number += 1) {
    const enumerator = ENUMERATORS[number % 10] ?? '';
    const isOld = number % 17 === 0;
    const of = subject({
      number,
      enumerator,
      site: SITES[number % 4] ?? '',
      day: number === 200 ? '1970-01-01' : `2024-05-${String(1 + Math.floor((number - 1) / 15)).padStart(2, '0')}`,
      version: isOld ? '1.3.0' : '1.4.0',
      link: `https://kobo.example/#/forms/a1/data/${number}`,
    });
    store.looked(of);
    if (enumerator === 'E07' && number % 4 !== 1) store.add(outOfRange(of, String(60 + (number % 7))));
    if (isOld) store.add(wrongCode(of, number % 2 === 0 ? 'igloo' : 'tentt'));
    if (number % 60 === 0) store.add(implausible(of, '24'));
    if (number === 33) for (let entry = 1; entry <= 4; entry += 1) store.add(wrongAge(of, entry, `${entry} years`));
    if (number === 77) store.add(hiddenPhone(of));
  }
  for (const each of hostile()) {
    store.looked(each.subject);
    store.add(each);
  }
  store.tell(
    diagnose(
      'check-not-possible',
      at('". > 20"'),
      { what: 'limit', name: 'hh_size', words: "pulldata('a', 'b', 'c', 'd')", reason: 'the file is not there' },
      {},
    ),
  );
}

/** Data that would like to be something else. */
export function hostile(): readonly RecordFinding[] {
  const values = [
    '<script>alert(1)</script>',
    '=HYPERLINK("http://evil.example";"click")',
    '\u202Egnp.exe\u202C \u001B[2J',
    `long ${'x'.repeat(10_000)}`,
    'a,"b"\r\nc',
    'لا أعرف "x" abc',
  ];
  return values.map((value, index) =>
    wrongCode(
      subject({
        number: 341 + index,
        key: index === 0 ? '"><img src=x>' : `uuid:h-${index}`,
        enumerator: index === 1 ? '__proto__' : index === 2 ? '-1+cmd|calc' : 'E02',
        site: index === 3 ? '<b>Camp</b>' : 'Camp A',
        link: index === 0 ? 'javascript:alert(1)' : undefined,
        day: 'not a day',
      }),
      value,
    ),
  );
}

export function findingsOf(tell: (store: FindingStore) => void, options: Partial<StoreOptions> = {}): Findings {
  const store = createFindingStore({ folder: tempFolder(), ...options });
  tell(store);
  return store.close();
}

/** All findings of a run, in their order. */
export async function allOf({ all }: Findings): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const some of all()) found.push(...some);
  return found;
}
