import { emptyReportData } from '../emit/report/empty-data.ts';
import { createReader } from '../emit/report/reader.ts';
import type { CrossedFigure, Figure, FrequencyRow, FrequencyTable, ReportData } from '../emit/report/report-data.ts';
import { type ReportWords, reportWordsIn } from '../vocabulary/report-wording.ts';
import type { Counted, CountedCodes } from './count/counted.ts';
import type { FigureCounters } from './count/figure-counters.ts';
import { type GroupsInOrder, groupsInOrder } from './groups-in-order.ts';
import type { Level } from './levels.ts';
import type { Tally } from './tally.ts';

/** What was counted, as a report in one language shows it; counts under `smallCells` will be hidden. */
export function reportData({ request, state }: Tally, language: string, smallCells: number | undefined): ReportData {
  const { delivery, dictionary } = request;
  const empty = emptyReportData(delivery, dictionary, language);
  const read = createReader(delivery, dictionary, language);
  const words = reportWordsIn(language);
  const figures = new Map(empty.figures);
  const crossed = new Map<string, CrossedFigure>();
  for (const level of levelsIn(state.records)) {
    const groups = level.groups && groupsInOrder(level.groups, read, words);
    for (const counters of level.figures) {
      const figure = figures.get(counters.path);
      if (!figure) continue;
      const whole = filled(figure, counters, counters.whole.result(), level.size, words);
      figures.set(counters.path, whole);
      if (groups && counters.inGroups) crossed.set(counters.path, byGroups(whole, counters, groups, words));
    }
  }
  const entries = new Map([...empty.entries.keys()].map((path) => [path, 0]));
  for (const { path, size } of levelsIn(state.records)) if (entries.has(path)) entries.set(path, size);
  return { ...empty, records: state.records.size, period: state.period, smallCells, entries, figures, crossed };
}

/** A level and all inside of it. */
export function levelsIn(level: Level): readonly Level[] {
  return [level, ...level.inner.flatMap(levelsIn)];
}

function byGroups(
  whole: Figure,
  counters: FigureCounters,
  { grouping, places }: GroupsInOrder,
  words: ReportWords,
): CrossedFigure {
  const nobody = counters.create().result();
  const figures = places.map((place, index) => {
    const counted = counters.inGroups?.[place]?.result() ?? nobody;
    return filled(whole, counters, counted, grouping.groups[index]?.size ?? 0, words);
  });
  return { grouping, figures };
}

/** A figure with what was counted; `size` is how many could have answered. */
function filled(figure: Figure, { codes }: FigureCounters, counted: Counted, size: number, words: ReportWords): Figure {
  const base = { n: counted.n, missing: size - counted.n };
  if (figure.kind === 'frequency' && counted.kind === 'frequency')
    return { ...figure, ...base, rows: rowsOf(figure, counted, codes?.codes() ?? [], words) };
  if (figure.kind === 'summary' && counted.kind === 'summary') return { ...figure, ...base, values: counted.values };
  if (figure.kind === 'dates' && counted.kind === 'dates') return { ...figure, ...base, range: counted.range };
  return { ...figure, ...base };
}

/** The rows of the list or, where it is not known, of the codes in the data; and one for what is in neither, if need be. */
function rowsOf(
  { rows }: FrequencyTable,
  { n, counts, unlisted }: CountedCodes,
  codes: readonly string[],
  { unlisted: label }: ReportWords,
): readonly FrequencyRow[] {
  const listed = rows.filter((row) => !row.unlisted);
  const known = new Map(listed.map((row) => [row.code, row]));
  const share = (count: number): number => (n === 0 ? 0 : count / n);
  const counted = codes.map((code, place): FrequencyRow => {
    const count = counts[place] ?? 0;
    const row = known.get(code) ?? { code, label: code, retired: false, unlisted: false };
    return { ...row, count, share: share(count) };
  });
  // Rows of a group are those of the whole, which come here with their row of what no list has.
  const wanted = unlisted > 0 || listed.length < rows.length;
  const rest = { code: '', label, count: unlisted, share: share(unlisted), retired: false, unlisted: true };
  return wanted ? [...counted, rest] : counted;
}
