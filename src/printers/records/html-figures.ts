import { withThousands } from '../../core/counts.ts';
import type { Dimension, Findings, Group, Tally } from '../../conform/findings/found.ts';
import { tellingValues } from '../../conform/findings/telling.ts';
import { sentence } from '../safe-text.ts';
import { type DayFigure, dayFigure } from './html-days.ts';
import { groupAnchor } from './html-group.ts';
import { dimensionWords, percent, severityOf, titleOf } from './words.ts';

/** A horizontal bar of 100 units; the number beside it says what it stands for. */
export interface Bar {
  readonly name: string;
  readonly more: string;
  readonly anchor: string;
  readonly kind: string;
  readonly width: string;
  /** Whether the whole bar stands for all submissions. */
  readonly track: boolean;
  readonly share: string;
  readonly of: string;
  readonly telling: boolean;
}

export interface Figure {
  readonly title: string;
  readonly note: string;
  readonly what: string;
  readonly measure: string;
  readonly bars: readonly Bar[];
  readonly days: DayFigure | undefined;
  readonly left: string;
}

const MOST_BARS = 15;

/** What, when, where, who: each where there is something to see. */
export function reportFigures(findings: Findings): readonly Figure[] {
  return [
    ...questions(findings),
    ...days(findings),
    ...shares(findings, 'site', 'Where', 'Share of the submissions of each site that have errors or warnings.'),
    ...shares(
      findings,
      'enumerator',
      'Who',
      'Share of the submissions of each enumerator that have errors or warnings.',
    ),
    ...shares(
      findings,
      'version',
      'Form versions',
      'Share of the submissions of each version that have errors or warnings.',
    ),
  ];
}

function questions({ groups, counts }: Findings): readonly Figure[] {
  const onRecords = groups.values.filter(({ records }) => records > 0);
  if (onRecords.length === 0) return [];
  const widest = Math.max(...onRecords.map(({ records }) => records));
  const shown = onRecords.slice(0, MOST_BARS);
  const bar = (group: Group): Bar => {
    const [{ variable }] = group.examples;
    return {
      name: variable === '' ? titleOf(group) : sentence(variable),
      more: variable === '' ? '' : titleOf(group),
      anchor: groupAnchor(groups.values.indexOf(group)),
      kind: severityOf(group),
      width: widthOf(group.records / widest),
      track: false,
      share: counts.records >= group.records && counts.records > 0 ? percent(group.records / counts.records) : '',
      of: withThousands(group.records),
      telling: false,
    };
  };
  const note = 'Submissions with each kind of finding; errors first.';
  const left = leftWords(onRecords.length - shown.length, groups.others > 0);
  return [{ title: 'What', note, what: 'question', measure: 'of all', bars: shown.map(bar), days: undefined, left }];
}

function days({ by }: Findings): readonly Figure[] {
  const figure = dayFigure(by.day.values);
  if (!figure) return [];
  const note = 'Submissions of each day, and how many of them have errors or warnings.';
  return [{ title: 'When', note, what: '', measure: '', bars: [], days: figure, left: figure.omitted }];
}

function shares(findings: Findings, dimension: Dimension, title: string, note: string): readonly Figure[] {
  const { values, others } = findings.by[dimension];
  const named = values.filter(({ value }) => value !== '');
  if (named.length === 0) return [];
  const shown = values.slice(0, MOST_BARS);
  const telling = new Set(
    tellingValues(findings).flatMap((each) => (each.dimension === dimension ? [each.value] : [])),
  );
  const bars = shown.map((tally) => shareBar(tally, telling.has(tally.value)));
  const left = leftWords(values.length - shown.length, others !== undefined);
  return [{ title, note, what: dimensionWords[dimension], measure: 'share', bars, days: undefined, left }];
}

function shareBar({ value, records, recordsWithFindings: found }: Tally, telling: boolean): Bar {
  const share = records > 0 ? Math.min(found / records, 1) : 0;
  return {
    name: value === '' ? '(not known)' : sentence(value),
    more: '',
    anchor: '',
    kind: 'flagged',
    width: widthOf(share),
    track: true,
    share: records > 0 ? percent(share) : '',
    of: `${withThousands(found)} of ${withThousands(records)}`,
    telling,
  };
}

function widthOf(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

function leftWords(count: number, hasOthers: boolean): string {
  if (count <= 0) return hasOthers ? '…and others. The workbook lists what is counted apart.' : '';
  return `…and ${withThousands(count)} more. The workbook lists them.`;
}
