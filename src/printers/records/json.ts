import { jsonText } from '../../core/json-text.ts';
import { dimensions, type Dimension, type Findings, type Found, type Group } from '../../conform/findings/found.ts';
import { jsonFinding, type JsonFinding, jsonLocation, type JsonLocation } from '../json.ts';
import type { RecordPrinter } from './about.ts';
import { dictionaryPlace, severityOf } from './words.ts';

/** What `--format json` adds to a finding on a submission. */
interface JsonRecord {
  readonly key: string;
  readonly number: number;
  readonly line: number | null;
  readonly link: string | null;
  readonly version: string;
  readonly enumerator: string;
  readonly site: string;
  readonly day: string;
  readonly variable: string;
  readonly label: string;
  /** Null where there is no answer, and where it is hidden. */
  readonly value: string | null;
  readonly hidden: boolean;
  readonly expected: string;
}

interface JsonRecordFinding extends JsonFinding {
  /** Null for what concerns a file or the form as such. */
  readonly record: JsonRecord | null;
}

/** Findings of one rule about one question, or submissions that share a version, an enumerator, a site or a day. */
type JsonGroup =
  | {
      readonly by: 'question';
      readonly rule: string;
      readonly severity: string;
      readonly variable: string;
      readonly label: string;
      /** The line of the dictionary that they break. */
      readonly location: JsonLocation | null;
      readonly findings: number;
      readonly records: number;
      readonly answers: readonly { readonly value: string; readonly times: number }[];
    }
  | {
      readonly by: Dimension;
      /** Null for all further values together. */
      readonly value: string | null;
      readonly records: number;
      readonly recordsWithFindings: number;
      readonly recordsWithErrors: number;
      readonly findings: number;
    };

const EMPTY = '"findings": []';

/** The document that `findingsSchema` describes; the findings go through one by one. */
export const printRecordsJson: RecordPrinter = async function* (findings) {
  const { toClean: _, ...summary } = findings.counts;
  const whole = { version: 1, findings: [], summary, groups: groupsOf(findings) };
  // Inside a text there would be a backslash before the quotation mark.
  const [before = '', after = ''] = jsonText(whole).split(EMPTY);
  yield before;
  yield* jsonList('findings', findings, jsonRecordFinding, 1);
  yield after;
};

/** `"name": [ … ]` with what is made of each finding, indented by `depth` steps. */
export async function* jsonList(
  name: string,
  { all }: Findings,
  make: (found: Found) => object,
  depth: number,
): AsyncIterable<string> {
  const indent = '  '.repeat(depth);
  let isFirst = true;
  yield `"${name}": [`;
  for await (const some of all()) {
    let text = '';
    for (const found of some) {
      const lines = jsonText(make(found)).trimEnd().replaceAll('\n', `\n${indent}  `);
      text += `${isFirst ? '' : ','}\n${indent}  ${lines}`;
      isFirst = false;
    }
    yield text;
  }
  yield isFirst ? ']' : `\n${indent}]`;
}

function jsonRecordFinding(found: Found): JsonRecordFinding {
  const { diagnostic, subject, variable, label, value, hidden, expected } = found;
  const finding = jsonFinding(diagnostic);
  if (!subject) return { ...finding, record: null };
  const { key, number, line, link, version, enumerator, site, day } = subject;
  const place = { key, number, line: line ?? null, link: link ?? null, version, enumerator, site, day };
  return { ...finding, record: { ...place, variable, label, value: value ?? null, hidden, expected } };
}

function groupsOf({ groups, by }: Findings): readonly JsonGroup[] {
  return [
    ...groups.values.map(questionGroup),
    ...dimensions.flatMap((dimension) => {
      const { values, others } = by[dimension];
      return [
        ...values.map((tally) => ({ by: dimension, ...tally })),
        ...(others ? [{ by: dimension, ...others, value: null }] : []),
      ];
    }),
  ];
}

function questionGroup(group: Group): JsonGroup {
  const [first] = group.examples;
  const place = dictionaryPlace(first);
  return {
    by: 'question',
    rule: first.diagnostic.rule,
    severity: severityOf(group),
    variable: first.variable,
    label: first.label,
    location: place ? jsonLocation(place) : null,
    findings: group.findings,
    records: group.records,
    answers: group.answers.map(([value, times]) => ({ value, times })),
  };
}
