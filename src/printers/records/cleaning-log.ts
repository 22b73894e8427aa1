import { fingerprintOf } from '../../conform/findings/known.ts';
import { type Findings, type Found, isForCleaning } from '../../conform/findings/found.ts';
import type { TableColumn, TableRow, TableSheet } from '../../formats/xlsx-tables.ts';
import { placeOf } from '../place.ts';
import { dictionaryPlace, pathOf } from './words.ts';

/** Whose columns a cleaning log has. */
export type LogLayout = 'impact' | 'cleaningtools' | 'ipa' | 'lexiform';

interface LogColumn extends TableColumn {
  /** What is known of it; what is left out is for the cleaner to decide. */
  readonly cell?: (found: Found) => string;
}

const NARROW = 14;
const MIDDLE = 22;
const WIDE = 50;

const column = (header: string, width: number, cell: (found: Found) => string): LogColumn => ({ header, width, cell });
const empty = (header: string, width = MIDDLE): LogColumn => ({ header, width });
const choice = (header: string, choices: readonly string[]): LogColumn => ({ header, width: MIDDLE, choices });

const key = (header: string): LogColumn => column(header, MIDDLE, ({ subject }) => subject?.key ?? '');
const variable = (header: string): LogColumn => column(header, MIDDLE, ({ variable: name }) => name);
const oldValue = (header: string): LogColumn => column(header, MIDDLE, ({ value }) => value ?? '');
const issue = (header: string): LogColumn => column(header, WIDE, ({ diagnostic }) => diagnostic.message);
const enumerator = (header: string): LogColumn => column(header, NARROW, ({ subject }) => subject?.enumerator ?? '');
const day = (header: string): LogColumn => column(header, NARROW, ({ subject }) => subject?.day ?? '');
const site = column('site', NARROW, ({ subject }) => subject?.site ?? '');
const path = column('path', MIDDLE, pathOf);
const label = column('label', WIDE, (found) => found.label);
const expected = column('expected', MIDDLE, (found) => found.expected);
const link = column('link', MIDDLE, ({ subject }) => subject?.link ?? '');
const severity = column('severity', NARROW, ({ diagnostic }) => diagnostic.severity);

/** Behind the columns of others, whose programs look for names: what tells an entry of a repeat, and what helps to decide. */
const MORE: readonly LogColumn[] = [path, label, expected, severity, site, link];

/** Columns in the order and with the names that the programs of each read. */
const LAYOUTS: Readonly<Record<LogLayout, readonly LogColumn[]>> = {
  // The logbook of IMPACT's data cleaning template, version 4.
  impact: [
    key('uuid'),
    enumerator('Enumerator ID'),
    empty('device ID', NARROW),
    variable('question.name'),
    issue('Issue'),
    choice('Type of Issue', [
      'Data entry error',
      'Outlier',
      'Logical inconsistency with another data point',
      "Recoding of 'other'",
      'Other',
    ]),
    empty('feedback', WIDE),
    choice('changed', ['yes', 'no']),
    oldValue('old.value'),
    empty('new.value'),
    ...MORE,
    day('date'),
  ],
  cleaningtools: [
    key('uuid'),
    oldValue('old_value'),
    variable('question'),
    issue('issue'),
    column('check_id', MIDDLE, ({ diagnostic }) => diagnostic.rule),
    column('check_binding', MIDDLE, ({ variable: name, subject }) => `${name} ~/~ ${subject?.key ?? ''}`),
    enumerator('enumerator'),
    day('date'),
    choice('change_type', ['change_response', 'blank_response', 'remove_survey', 'no_action']),
    empty('new_value'),
    ...MORE,
  ],
  // What ipacheckcorrections of IPA reads.
  ipa: [
    key('KEY'),
    variable('variable'),
    oldValue('value'),
    empty('newvalue'),
    choice('action', ['okay', 'replace', 'drop']),
    empty('comment', WIDE),
    issue('issue'),
    enumerator('enumerator'),
    day('date'),
    ...MORE,
  ],
  lexiform: [
    column('log_id', NARROW, (found) => fingerprintOf(found).toString(16).padStart(16, '0')),
    severity,
    key('uuid'),
    variable('variable'),
    path,
    label,
    issue('issue'),
    oldValue('old_value'),
    expected,
    choice('status', ['open', 'confirmed', 'corrected', 'no_change', 'deleted']),
    choice('change_type', ['change_response', 'blank_response', 'remove_survey', 'no_action']),
    empty('new_value'),
    empty('feedback', WIDE),
    empty('reason', WIDE),
    empty('decided_by', NARROW),
    empty('decided_at', NARROW),
    enumerator('enumerator'),
    site,
    day('date_collected'),
    column('form_version', NARROW, ({ subject }) => subject?.version ?? ''),
    column('check_id', MIDDLE, ({ diagnostic }) => diagnostic.rule),
    column('dictionary', MIDDLE, (found) => {
      const place = dictionaryPlace(found);
      return place ? placeOf(place) : '';
    }),
    link,
  ],
};

export const logLayouts = Object.keys(LAYOUTS) as readonly LogLayout[];

/** More rows than anybody cleans by hand, and as many as Excel opens without waiting. */
export const MOST_LOG_ROWS = 50_000;

/** The sheet with a row a finding, and room for what the cleaner decides. */
export function cleaningLog(findings: Findings, layout: LogLayout, most = MOST_LOG_ROWS): TableSheet {
  const columns = LAYOUTS[layout];
  return { name: 'Cleaning log', columns, rows: logRows(findings, columns, most) };
}

async function* logRows({ all }: Findings, columns: readonly LogColumn[], most: number): AsyncIterable<TableRow[]> {
  let left = most;
  for await (const some of all()) {
    const rows = some.filter(isForCleaning).slice(0, left);
    left -= rows.length;
    if (rows.length > 0) yield rows.map((found) => columns.map(({ cell }) => cell?.(found) ?? ''));
    if (left === 0) return;
  }
}
