import { plural, withThousands } from '../../core/counts.ts';
import type { Location } from '../../core/location.ts';
import { quote } from '../../diagnostics/quote.ts';
import { rules } from '../../diagnostics/registry.ts';
import type { Severity } from '../../diagnostics/rule.ts';
import type { Counts, Dimension, Found, Group } from '../../conform/findings/found.ts';
import type { Concentration, Telling } from '../../conform/findings/telling.ts';
import { duration } from '../summary.ts';

/** What people call the dimensions. */
export const dimensionWords: Readonly<Record<Dimension, string>> = {
  version: 'form version',
  enumerator: 'enumerator',
  site: 'site',
  day: 'day',
};

const HIDDEN = '(not shown)';
const NONE = '(no answer)';

/** An answer in quotes, or why there is none to show. */
export function answerWords({ value, hidden }: Found): string {
  if (hidden) return HIDDEN;
  return value === undefined ? NONE : quote(value);
}

/** Which answer is meant: the path in its submission, or the question. */
export function pathOf({ diagnostic: { location }, variable }: Found): string {
  return location.kind === 'record' ? location.path : variable;
}

/** The path where it tells which entry of a repeat is meant; elsewhere the question's name says enough. */
export function entryOf(found: Found): string {
  const path = pathOf(found);
  return found.variable === '' || path.includes('[') ? path : '';
}

/** `8f3e1c2a (line 14)` */
export function recordWords({ subject, diagnostic: { location } }: Found): string {
  if (!subject) return location.kind === 'record' ? location.record : '';
  const line = subject.line === undefined ? '' : `line ${subject.line}`;
  // Submissions without an id are named by their line.
  return line === '' || subject.key === line ? subject.key : `${subject.key} (${line})`;
}

/** The line or cell of the dictionary that a finding breaks. */
export function dictionaryPlace({ diagnostic: { location, related } }: Found): Location | undefined {
  if (location.kind !== 'record') return location;
  return related.find((other) => other.location.kind !== 'record')?.location;
}

export function severityOf({ errors, warnings }: Group): Severity {
  if (errors > 0) return 'error';
  return warnings > 0 ? 'warning' : 'info';
}

export function titleOf({ examples: [{ diagnostic }] }: Group): string {
  return rules[diagnostic.rule].title;
}

/** `14 of 340 submissions (4.1%)`; of what concerns no submission, how often it was found. */
export function reachWords({ records, findings }: Group, counts: Counts): string {
  if (records === 0) return findings === 1 ? '' : plural(findings, 'time');
  return ofRecords(records, counts.records);
}

export function ofRecords(found: number, records: number): string {
  if (records < found) return plural(found, 'submission');
  return `${withThousands(found)} of ${plural(records, 'submission')} (${percent(found / records)})`;
}

/** `4.1%`, `<0.1%`, `100%`: only what is nothing is 0%, only what is all is 100%. */
export function percent(share: number): string {
  if (share === 0) return '0%';
  if (share === 1) return '100%';
  if (share < 0.001) return '<0.1%';
  const text = (share * 100).toFixed(share < 0.0995 ? 1 : 0);
  return text === '100' ? '>99%' : `${text}%`;
}

/** `"igloo" 8 times, "tentt" 6 times` */
export function commonAnswers({ answers }: Group): string {
  return answers.map(([answer, times]) => `${quote(answer)} ${withThousands(times)} times`).join(', ');
}

/** `12 of 14 with enumerator "E07", who made 3.2% of all submissions` */
export function concentrationWords({ dimension, value, found, usual }: Concentration, { records }: Group): string {
  const of = `${withThousands(found)} of ${withThousands(records)}`;
  return `${of} ${joints[dimension]} ${dimensionWords[dimension]} ${quote(value)}, which has ${percent(usual)} of all submissions`;
}

const joints: Readonly<Record<Dimension, string>> = { version: 'from', enumerator: 'by', site: 'at', day: 'on' };

/** `enumerator "E07": 30 of 40 submissions (75%), others 12%` */
export function tellingWords({ dimension, value, found, records, otherShare }: Telling): string {
  return `${dimensionWords[dimension]} ${quote(value)}: ${ofRecords(found, records)}, others ${percent(otherShare)}`;
}

/** `4 errors, 2 warnings in 12 of 340 submissions (3.5%), 3 known findings set aside, 1.2 s` */
export function countsLine(counts: Counts, elapsed?: number): string {
  const { errors, warnings, infos, records, recordsWithFindings, known } = counts;
  const parts = [plural(errors, 'error'), plural(warnings, 'warning'), plural(infos, 'info')];
  const found = parts.filter((part) => !part.startsWith('0 ')).join(', ');
  const where = recordsWithFindings === 0 ? plural(records, 'submission') : ofRecords(recordsWithFindings, records);
  return [
    `${found || 'No findings'} in ${where}`,
    ...(known === 0 ? [] : [`${plural(known, 'known finding')} set aside`]),
    ...(elapsed === undefined ? [] : [duration(elapsed)]),
  ].join(', ');
}
