import { plural, withThousands } from '../../core/counts.ts';
import type { Tally } from '../../conform/findings/found.ts';

/** Columns by day, in units of the drawing. */
export interface DayFigure {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly textEnd: number;
  readonly label: string;
  /** What is not drawn, in a sentence; empty where all is. */
  readonly omitted: string;
  readonly columns: readonly DayColumn[];
  readonly lines: readonly { readonly y: number; readonly textY: number; readonly label: string }[];
  readonly ticks: readonly {
    readonly x: number;
    readonly y: number;
    readonly anchor: string;
    readonly label: string;
  }[];
}

interface DayColumn {
  readonly title: string;
  readonly x: number;
  readonly width: number;
  readonly baseY: number;
  readonly baseHeight: number;
  readonly y: number;
  readonly height: number;
}

const WIDTH = 900;
const PLOT = 160;
const TOP = 10;
const LEFT = 60;
const BOTTOM = TOP + PLOT;
const HEIGHT = BOTTOM + 22;
const WIDEST = 40;
const DAY = 86_400_000;
/** The share of submissions at either end that may be of wrong clocks. */
const RARE = 0.02;
const YEAR = 370;
/** Longer times are drawn by weeks or months, each of a number of days. */
const MOST_COLUMNS = 120;

/** Every day between the first and the last has its place, so that a gap is seen as one. */
export function dayFigure(tallies: readonly Tally[]): DayFigure | undefined {
  const known = tallies.flatMap((tally) => {
    const day = dayNumber(tally.value);
    return day === undefined ? [] : [{ ...tally, day }];
  });
  const drawn = withoutWrongClocks(known);
  const spans = spansOf(drawn);
  const most = Math.max(0, ...spans.map(({ records }) => records));
  if (spans.length < 2 || most === 0) return undefined;
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    textEnd: LEFT - 6,
    label: `Submissions from ${spans[0]?.from ?? ''} to ${spans.at(-1)?.to ?? ''}`,
    omitted: omittedWords(known, drawn),
    columns: spans.flatMap((span, index) => (span.records > 0 ? [columnOf(span, index, spans.length, most)] : [])),
    lines: linesOf(most),
    ticks: ticksOf(spans),
  };
}

interface Dated extends Tally {
  /** Days since 1970. */
  readonly day: number;
}

/** The Gregorian day that a text names, in days since 1970. */
function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / DAY;
}

function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** A phone that believes it is 1970 would press all other days into one column. */
function withoutWrongClocks(days: readonly Dated[]): readonly Dated[] {
  const [first, last] = [days.at(0), days.at(-1)];
  if (!first || !last || last.day - first.day <= YEAR) return days;
  const total = recordsOf(days);
  const few = Math.max(total * RARE, 1);
  let before = 0;
  return days.filter(({ records }) => {
    const [from, to] = [before, before + records];
    before = to;
    return to > few && from < total - few;
  });
}

function recordsOf(days: readonly Tally[]): number {
  return days.reduce((sum, { records }) => sum + records, 0);
}

function omittedWords(all: readonly Dated[], drawn: readonly Dated[]): string {
  const [first, last] = [drawn.at(0), drawn.at(-1)];
  const omitted = recordsOf(all) - recordsOf(drawn);
  if (omitted === 0 || !first || !last) return '';
  return `${plural(omitted, 'submission')} of days before ${first.value} or after ${last.value} ${omitted === 1 ? 'is' : 'are'} not drawn.`;
}

/** Some days that share a column. */
interface Span {
  readonly from: string;
  readonly to: string;
  readonly records: number;
  readonly found: number;
}

function spansOf(days: readonly Dated[]): readonly Span[] {
  const [first, last] = [days.at(0), days.at(-1)];
  if (!first || !last) return [];
  const step = Math.ceil((last.day - first.day + 1) / MOST_COLUMNS);
  const count = Math.ceil((last.day - first.day + 1) / step);
  const spans = Array.from({ length: count }, (_, index) => {
    const from = first.day + index * step;
    return { from: dayText(from), to: dayText(from + step - 1), records: 0, found: 0 };
  });
  for (const { day, records, recordsWithFindings } of days) {
    const span = spans[Math.floor((day - first.day) / step)];
    if (!span) continue;
    span.records += records;
    span.found += recordsWithFindings;
  }
  return spans;
}

function columnOf({ from, to, records, found }: Span, index: number, count: number, most: number): DayColumn {
  const room = (WIDTH - LEFT) / count;
  const baseHeight = rounded((records / most) * PLOT);
  const height = rounded((Math.min(found, records) / most) * PLOT);
  const days = from === to ? from : `${from} to ${to}`;
  return {
    title: `${days}: ${withThousands(found)} of ${plural(records, 'submission')}`,
    x: rounded(LEFT + index * room + room * 0.1),
    width: rounded(Math.min(room * 0.8, WIDEST)),
    baseY: rounded(BOTTOM - baseHeight),
    baseHeight,
    y: rounded(BOTTOM - height),
    height,
  };
}

/** Nothing, half and all of the highest column. */
function linesOf(most: number): DayFigure['lines'] {
  const values = most % 2 === 0 ? [0, most / 2, most] : [0, most];
  return values.map((value) => {
    const y = rounded(BOTTOM - (value / most) * PLOT);
    return { y, textY: y + 4, label: withThousands(value) };
  });
}

function ticksOf(spans: readonly Span[]): DayFigure['ticks'] {
  const y = HEIGHT - 5;
  const first = { x: LEFT, y, anchor: 'start', label: spans[0]?.from ?? '' };
  return [first, { x: WIDTH, y, anchor: 'end', label: spans.at(-1)?.to ?? '' }];
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
