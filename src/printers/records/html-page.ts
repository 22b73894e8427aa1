import { plural, withThousands } from '../../core/counts.ts';
import type { Counts, Findings, Found } from '../../conform/findings/found.ts';
import { tellingValues } from '../../conform/findings/telling.ts';
import { sentence } from '../safe-text.ts';
import type { About } from './about.ts';
import { type Figure, reportFigures } from './html-figures.ts';
import { type GroupView, groupView, type RowView, rowView } from './html-group.ts';
import { countsLine, percent, tellingWords } from './words.ts';

/** What the template of the report shows; everything in it is text. */
export interface ReportPage {
  readonly title: string;
  readonly source: string;
  readonly data: readonly string[];
  readonly line: string;
  readonly severity: string;
  readonly counts: readonly {
    readonly kind: string;
    readonly term: string;
    readonly value: string;
    readonly note: string;
  }[];
  readonly telling: readonly string[];
  readonly figures: readonly Figure[];
  readonly groups: readonly GroupView[];
  readonly groupsLeft: string;
  readonly rows: readonly RowView[];
  readonly rowsNote: string;
}

const MOST_GROUPS = 50;
const MOST_ROWS = 1000;

export async function reportPage(findings: Findings, about: About): Promise<ReportPage> {
  const { counts, groups } = findings;
  const rows = await firstFindings(findings, MOST_ROWS);
  const groupsLeft = Math.max(groups.values.length - MOST_GROUPS, 0);
  return {
    title: sentence(about.forms.join(', ') || about.source),
    source: sentence(about.source),
    data: about.data.map(sentence),
    line: countsLine(counts),
    severity: counts.errors > 0 ? 'error' : counts.warnings > 0 ? 'warning' : 'info',
    counts: countTiles(counts),
    telling: tellingValues(findings).slice(0, 10).map(tellingWords).map(sentence),
    figures: reportFigures(findings),
    groups: groups.values.slice(0, MOST_GROUPS).map((group, index) => groupView(group, index, findings)),
    groupsLeft: groupsLeft > 0 ? `…and ${withThousands(groupsLeft)} more. The CSV file has all findings.` : '',
    rows: rows.map(rowView),
    rowsNote: rowsNote(rows.length, counts),
  };
}

async function firstFindings({ all }: Findings, most: number): Promise<readonly Found[]> {
  const first: Found[] = [];
  for await (const some of all()) {
    first.push(...some.slice(0, most - first.length));
    if (first.length >= most) break;
  }
  return first;
}

function rowsNote(shown: number, { errors, warnings, infos }: Counts): string {
  const left = errors + warnings + infos - shown;
  if (left <= 0) return 'In the order of the submissions.';
  return `The first ${plural(shown, 'finding')} in the order of the submissions; ${withThousands(left)} are left out. The CSV file has all of them.`;
}

type Tile = ReportPage['counts'][number];

function tile(term: string, value: number, kind = '', note = ''): Tile {
  return { kind, term, value: withThousands(value), note };
}

function countTiles(counts: Counts): readonly Tile[] {
  const { records, recordsWithFindings, recordsWithErrors, errors, warnings, infos, known } = counts;
  const share = (part: number): string => (records >= part && records > 0 ? percent(part / records) : '');
  return [
    tile('Submissions', records),
    tile('with errors or warnings', recordsWithFindings, '', share(recordsWithFindings)),
    tile('with errors', recordsWithErrors, '', share(recordsWithErrors)),
    tile('Errors', errors, errors > 0 ? 'error' : ''),
    tile('Warnings', warnings, warnings > 0 ? 'warning' : ''),
    ...(infos > 0 ? [tile('Worth knowing', infos)] : []),
    ...(known > 0 ? [tile('Known, set aside', known)] : []),
  ];
}
