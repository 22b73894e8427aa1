import { hiddenInTable } from '../../emit/report/hidden-cells.ts';
import { hiddenGroups } from '../../emit/report/hidden-groups.ts';
import type { CrossedFigure, Figure, FrequencyTable, GroupValue, ReportData } from '../../emit/report/report-data.ts';
import { countIn, type ShownRow, shownRows } from '../../emit/report/shown-rows.ts';
import { isSmall } from '../../emit/report/small-cells.ts';

/**
 * One number of a report, in the columns that the analysistools of IMPACT give results in, so that what reads those reads
 * these (https://impact-initiatives.github.io/analysistools/). Empty cells are undefined.
 */
export interface LongRow {
  readonly analysis_type: AnalysisType;
  /** The path of the question. */
  readonly analysis_var: string;
  /** The code; nothing for what is no answer to a select. */
  readonly analysis_var_value: string | undefined;
  readonly analysis_var_value_label: string | undefined;
  /** Paths of questions, and codes, with `%/%` between those of one group. */
  readonly group_var: string | undefined;
  readonly group_var_value: string | undefined;
  readonly group_var_value_label: string | undefined;
  /** A share from 0 to 1, or the number itself; nothing where it is hidden. */
  readonly stat: number | string | undefined;
  /** How many gave this answer. */
  readonly n: number | undefined;
  /** How many answered. */
  readonly n_total: number | undefined;
  /** Whether the number is not shown because it could point at a person. */
  readonly hidden: boolean;
}

/** What names a row for ever, as analysistools writes it: `prop_select_one @/@ water %/% well @/@ admin1 %/% north`. */
export function analysisKey(row: LongRow): string {
  const vars = row.group_var?.split(JOINT) ?? ['NA'];
  const values = row.group_var_value?.split(JOINT) ?? ['NA'];
  const groups = vars.map((name, index) => `${name}${JOINT}${values[index] ?? 'NA'}`).join(' -/- ');
  return [row.analysis_type, `${row.analysis_var}${JOINT}${row.analysis_var_value ?? 'NA'}`, groups].join(' @/@ ');
}

export type AnalysisType =
  | 'prop_select_one'
  | 'prop_select_multiple'
  | 'prop_ranked_first'
  | 'mean'
  | 'median'
  | 'min'
  | 'max'
  | 'earliest'
  | 'latest'
  | 'prop_answered';

const TYPE_OF_COUNTS = { one: 'prop_select_one', several: 'prop_select_multiple', first: 'prop_ranked_first' } as const;

/** Every number of a report, one a row, question by question; those of groups come after the same of all. */
export function* longRows({ figures, crossed, smallCells }: ReportData): Generator<readonly LongRow[]> {
  for (const [path, figure] of figures) {
    const groups = crossed.get(path);
    yield [...wholeRows(path, figure, smallCells), ...(groups ? crossedRows(path, figure, groups, smallCells) : [])];
  }
}

type GroupCells = Pick<LongRow, 'group_var' | 'group_var_value' | 'group_var_value_label'>;

const NO_GROUP: GroupCells = { group_var: undefined, group_var_value: undefined, group_var_value_label: undefined };

function wholeRows(path: string, figure: Figure, limit: number | undefined): readonly LongRow[] {
  const head = { analysis_var: path, ...NO_GROUP };
  const hidden = isSmall(figure.n, limit);
  const shown = figure.kind === 'frequency' ? shownRows(figure, limit) : [];
  if (figure.kind !== 'frequency' || shown.length === 0) return valueRows(head, figure, hidden);
  return shown.map((row) => codeRow(head, figure, row, row.hidden));
}

function crossedRows(
  path: string,
  whole: Figure,
  crossed: CrossedFigure,
  limit: number | undefined,
): readonly LongRow[] {
  const { grouping, figures } = crossed;
  const away = hiddenGroups(whole, crossed, limit);
  const tables = figures.filter((figure) => figure.kind === 'frequency');
  const shown = whole.kind === 'frequency' ? shownRows(whole, limit) : [];
  const isHidden = hiddenInTable(shown, tables, limit, away);
  return figures.flatMap((figure, group) => {
    const head = { analysis_var: path, ...groupCells(grouping.by, grouping.groups[group]?.values ?? []) };
    if (figure.kind !== 'frequency' || shown.length === 0) return valueRows(head, figure, away.has(group));
    return shown.map((row, index) => codeRow(head, figure, row, isHidden(index, group), away.has(group)));
  });
}

const JOINT = ' %/% ';

function groupCells(by: CrossedFigure['grouping']['by'], values: readonly GroupValue[]): GroupCells {
  return {
    group_var: by.map(({ path }) => path).join(JOINT),
    group_var_value: values.map(({ code }) => (code === '' ? 'NA' : code)).join(JOINT),
    group_var_value_label: values.map(({ label }) => label).join(JOINT),
  };
}

type Head = GroupCells & Pick<LongRow, 'analysis_var'>;

function codeRow(head: Head, table: FrequencyTable, shown: ShownRow, hidden: boolean, isBaseHidden = false): LongRow {
  const { count, share } = countIn(table, shown.places);
  return {
    analysis_type: TYPE_OF_COUNTS[table.counts],
    analysis_var_value: shown.row?.code === '' ? 'NA' : shown.row?.code,
    analysis_var_value_label: shown.row?.label,
    ...head,
    stat: hidden ? undefined : share,
    n: hidden ? undefined : count,
    n_total: isBaseHidden ? undefined : table.n,
    hidden,
  };
}

function valueRows(head: Head, figure: Figure, hidden: boolean): readonly LongRow[] {
  const shown = (value: number | undefined): number | undefined => (hidden ? undefined : value);
  const no = { analysis_var_value: undefined, analysis_var_value_label: undefined };
  return statsOf(figure).map(([type, stat]) => ({
    analysis_type: type,
    ...no,
    ...head,
    stat: hidden ? undefined : stat,
    n: shown(figure.n),
    n_total: shown(type === 'prop_answered' ? figure.n + figure.missing : figure.n),
    hidden,
  }));
}

function statsOf(figure: Figure): readonly (readonly [AnalysisType, LongRow['stat']])[] {
  switch (figure.kind) {
    case 'summary': {
      const { values, extremes } = figure;
      const middle = [['mean', values?.mean] as const, ['median', values?.median] as const];
      return extremes === 'withheld' ? middle : [...middle, ['min', values?.min], ['max', values?.max]];
    }
    case 'dates':
      return [
        ['earliest', figure.range?.earliest],
        ['latest', figure.range?.latest],
      ];
    case 'answers':
    case 'frequency':
      return [['prop_answered', figure.n + figure.missing === 0 ? undefined : figure.n / (figure.n + figure.missing)]];
  }
}
