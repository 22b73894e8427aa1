import { plural, withThousands } from '../../core/counts.ts';
import { type Dimension, dimensions, type Findings, type Group, type Tally } from '../../conform/findings/found.ts';
import { concentrations, tellingValues } from '../../conform/findings/telling.ts';
import type { TableColumn, TableRow, TableSheet } from '../../formats/xlsx-tables.ts';
import { placeOf } from '../place.ts';
import type { About } from './about.ts';
import { cleaningLog, type LogLayout, MOST_LOG_ROWS } from './cleaning-log.ts';
import {
  commonAnswers,
  concentrationWords,
  dictionaryPlace,
  dimensionWords,
  severityOf,
  tellingWords,
  titleOf,
} from './words.ts';

export interface WorkbookOptions {
  readonly layout: LogLayout;
  /** Rows of the cleaning log. */
  readonly most?: number;
}

/** The workbook of a run: what was found, the log to work on, then the counts by what findings share. */
export function findingsWorkbook(
  findings: Findings,
  about: About,
  { layout, most = MOST_LOG_ROWS }: WorkbookOptions,
): readonly TableSheet[] {
  return [
    summarySheet(findings, about, most),
    cleaningLog(findings, layout, most),
    questionSheet(findings),
    ...dimensions.flatMap((dimension) => tallySheet(findings, dimension)),
  ];
}

function summarySheet(findings: Findings, about: About, most: number): TableSheet {
  const columns = [
    { header: 'what', width: 40 },
    { header: 'how many', width: 14 },
    { header: 'note', width: 80 },
  ];
  return { name: 'Summary', columns, rows: once(summaryRows(findings, about, most)) };
}

function summaryRows(findings: Findings, about: About, most: number): readonly TableRow[] {
  const { errors, warnings, infos, records, recordsWithFindings, recordsWithErrors, known } = findings.counts;
  const whole = findings.groups.values.filter(({ records: found }) => found === 0);
  return [
    ['Dictionary', '', about.source],
    ['Forms', about.forms.length, about.forms.join('\n')],
    ['Files of submissions', about.data.length, about.data.join('\n')],
    ['Submissions', records, ''],
    ['Submissions with errors or warnings', recordsWithFindings, ''],
    ['Submissions with errors', recordsWithErrors, ''],
    ['Errors', errors, ''],
    ['Warnings', warnings, ''],
    ['Worth knowing', infos, 'Not in the cleaning log: nothing needs to be decided.'],
    ...(known > 0 ? [['Known findings', known, 'Set aside by the baseline, and counted nowhere else.']] : []),
    logRow(findings, most),
    ...tellingValues(findings).map((each) => ['Stands out', each.found, tellingWords(each)]),
    ...whole.map(({ findings: times, examples: [{ diagnostic }] }) => [
      'Not about one submission',
      times,
      `${diagnostic.message} ${diagnostic.help}`,
    ]),
  ];
}

/** Whether the log holds all there is to clean. */
function logRow({ counts: { toClean } }: Findings, most: number): TableRow {
  const left = toClean - most;
  const note =
    left > 0
      ? `${plural(left, 'finding')} left out: the log ends after ${withThousands(most)} rows. --format csv=FILE writes all.`
      : 'All errors and warnings on submissions are in it.';
  return ['Rows of the cleaning log', Math.min(toClean, most), note];
}

const QUESTION_COLUMNS: readonly TableColumn[] = [
  { header: 'severity', width: 12 },
  { header: 'rule', width: 24 },
  { header: 'variable', width: 24 },
  { header: 'label', width: 40 },
  { header: 'what', width: 40 },
  { header: 'findings', width: 12 },
  { header: 'submissions', width: 14 },
  { header: 'share', width: 10, isShare: true },
  { header: 'commonest answers', width: 40 },
  { header: 'where', width: 40 },
  { header: 'what to do', width: 50 },
  { header: 'dictionary', width: 36 },
];

function questionSheet(findings: Findings): TableSheet {
  const { values, others } = findings.groups;
  const rows = values.map((group) => questionRow(group, findings));
  const last = others === 0 ? [] : [['', '', '', '', 'Further findings, of too many kinds to tell apart', others]];
  return { name: 'By question', columns: QUESTION_COLUMNS, rows: once([...rows, ...last]) };
}

function questionRow(group: Group, findings: Findings): TableRow {
  const [first] = group.examples;
  const place = dictionaryPlace(first);
  return [
    severityOf(group),
    first.diagnostic.rule,
    first.variable,
    first.label,
    titleOf(group),
    group.findings,
    group.records,
    shareOf(group.records, findings.counts.records),
    commonAnswers(group),
    concentrations(group, findings)
      .map((each) => concentrationWords(each, group))
      .join('\n'),
    first.diagnostic.help,
    place ? placeOf(place) : '',
  ];
}

function tallySheet({ by }: Findings, dimension: Dimension): readonly TableSheet[] {
  const { values, others } = by[dimension];
  if (values.every(({ value }) => value === '')) return [];
  const columns = [
    { header: dimensionWords[dimension], width: 30 },
    { header: 'submissions', width: 14 },
    { header: 'with errors or warnings', width: 24 },
    { header: 'share', width: 10, isShare: true },
    { header: 'with errors', width: 14 },
    { header: 'findings', width: 12 },
  ];
  const rows = [
    ...values.map((tally) => tallyRow(tally.value === '' ? '(none)' : tally.value, tally)),
    ...(others ? [tallyRow('(all others)', others)] : []),
  ];
  return [{ name: `By ${dimensionWords[dimension]}`, columns, rows: once(rows) }];
}

function tallyRow(name: string, { records, recordsWithFindings, recordsWithErrors, findings }: Tally): TableRow {
  return [name, records, recordsWithFindings, shareOf(recordsWithFindings, records), recordsWithErrors, findings];
}

function shareOf(part: number, whole: number): number | string {
  return whole >= part && whole > 0 ? part / whole : '';
}

async function* once<Value>(value: Value): AsyncIterable<Value> {
  yield value;
}
