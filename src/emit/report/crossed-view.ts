import { hiddenInTable } from './hidden-cells.ts';
import { hiddenGroups } from './hidden-groups.ts';
import { NOTHING, shareText } from './number-text.ts';
import { countText, dateTexts, type Page, summaryTexts } from './page.ts';
import type { CrossedFigure, Figure, FrequencyTable, Group } from './report-data.ts';
import { countIn, type ShownRow, shownRows } from './shown-rows.ts';
import { HIDDEN, isSmall } from './small-cells.ts';

/** Some groups of a figure side by side, after all of them together. */
export interface CrossedView {
  readonly by: string;
  readonly columns: readonly string[];
  readonly rows: readonly RowView[];
  /** How many answered, by column. */
  readonly bases: readonly string[];
}

interface RowView {
  readonly label: string;
  readonly cells: readonly CellView[];
}

interface CellView {
  readonly value: string;
  /** Empty where the value says it all. */
  readonly count: string;
}

/** As many as fit on a sheet of paper beside a column of answers. */
const GROUPS_SIDE_BY_SIDE = 5;

export function crossedView(
  whole: Figure,
  crossed: CrossedFigure,
  page: Page,
  top: number | undefined,
): readonly CrossedView[] {
  const { grouping, figures } = crossed;
  const hidden = hiddenGroups(whole, crossed, page.smallCells);
  const columns = figures.map((figure, index) => (hidden.has(index) ? undefined : figure));
  const table: Table = { rows: rowsOf(whole, crossed, hidden, page, top), bases: [whole, ...columns] };
  const by = grouping.by.map(({ label }) => label).join(' / ');
  const labels = [page.words.all, ...grouping.groups.map(groupLabel)];
  return chunks(grouping.groups.length).map((places) => ({
    by,
    columns: pick(labels, places),
    rows: table.rows.map(({ label, cells }) => ({ label, cells: pick(cells, places) })),
    bases: pick(table.bases, places).map((figure) => baseText(figure, page)),
  }));
}

interface Table {
  readonly rows: readonly RowView[];
  /** Nothing for a group of which nothing is shown. */
  readonly bases: readonly (Figure | undefined)[];
}

export function groupLabel({ values }: Group): string {
  return values.map(({ label }) => label).join(' / ');
}

function baseText(figure: Figure | undefined, page: Page): string {
  return figure === undefined || isSmall(figure.n, page.smallCells) ? HIDDEN : countText(figure.n, page);
}

/** Column 0 holds all of them, and stands first in each part. */
function chunks(groups: number): readonly (readonly number[])[] {
  const starts = Array.from({ length: Math.ceil(groups / GROUPS_SIDE_BY_SIDE) }, (_, index) => index);
  return starts.map((start) => {
    const first = start * GROUPS_SIDE_BY_SIDE + 1;
    const length = Math.min(GROUPS_SIDE_BY_SIDE, groups + 1 - first);
    return [0, ...Array.from({ length }, (_, index) => first + index)];
  });
}

function pick<Value>(values: readonly Value[], places: readonly number[]): readonly Value[] {
  return values.filter((_, index) => places.includes(index));
}

function rowsOf(
  whole: Figure,
  { figures }: CrossedFigure,
  hidden: ReadonlySet<number>,
  page: Page,
  top: number | undefined,
): readonly RowView[] {
  const { words } = page;
  const lines = (labels: readonly string[], texts: (figure: Figure) => readonly string[]): readonly RowView[] => {
    const all = [whole, ...figures].map((figure, column) =>
      hidden.has(column - 1) ? labels.map(() => HIDDEN) : texts(figure),
    );
    return labels.map((label, row) => ({
      label,
      cells: all.map((column) => ({ value: column[row] ?? '', count: '' })),
    }));
  };
  switch (whole.kind) {
    case 'frequency': {
      const tables = figures.filter((figure) => figure.kind === 'frequency');
      const shown = shownRows(whole, page.smallCells, top);
      const isHidden = hiddenInTable(shown, tables, page.smallCells, hidden);
      return shown.map((row, index) => shareRow(row, tables, (group) => isHidden(index, group), page));
    }
    case 'summary': {
      const labels = [words.mean, words.median, ...(whole.extremes === 'shown' ? [words.min, words.max] : [])];
      return lines(labels, (figure) => (figure.kind === 'summary' ? Object.values(summaryTexts(figure, page)) : []));
    }
    case 'dates':
      return lines([words.earliest, words.latest], (figure) =>
        figure.kind === 'dates' ? Object.values(dateTexts(figure, page)) : [],
      );
    case 'answers':
      return [];
  }
}

function shareRow(
  { row, count, share, hidden, places }: ShownRow,
  tables: readonly FrequencyTable[],
  isHidden: (group: number) => boolean,
  page: Page,
): RowView {
  const cells = tables.map((table, group) => cellView(countIn(table, places), isHidden(group), page));
  return { label: row?.label ?? page.words.otherAnswers, cells: [cellView({ count, share }, hidden, page), ...cells] };
}

function cellView({ count, share }: Pick<ShownRow, 'count' | 'share'>, hidden: boolean, page: Page): CellView {
  if (hidden) return { value: HIDDEN, count: '' };
  const text = countText(count, page);
  return { value: share === undefined ? NOTHING : shareText(share, page.marks), count: text };
}
