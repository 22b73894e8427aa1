import type { CrossedFigure, Figure, ReportData } from '../../src/emit/report/report-data.ts';
import { deliver } from '../../src/model/deliver/deliver.ts';
import type { JsonRecord } from '../../src/model/record/record-reader.ts';
import { type ByQuestion, findBy } from '../../src/report/by.ts';
import { reportData } from '../../src/report/data.ts';
import { startTally, type Tally } from '../../src/report/tally.ts';
import type { Profile } from '../../src/vocabulary/profiles.ts';
import { nothing, present } from '../support/tester.ts';

export interface Asked {
  readonly by?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly smallCells?: number;
  readonly manifest?: string;
  readonly profile?: Profile;
  readonly mostGroups?: number;
}

/** The only form of a dictionary, its records counted. */
export function tallyOf(yaml: string, records: readonly JsonRecord[], asked: Asked = {}): Tally {
  const { by = [], since, until, smallCells = 5, manifest = 'languages: { en: English }', profile = 'kobo' } = asked;
  const files = { 'dictionary.yaml': `lexiform: 1\ndictionary: test\nprofiles: [${profile}]\n${manifest}\n` };
  const { dictionary } = nothing.with(files).compile(yaml);
  const [form] = dictionary.forms.values();
  const delivery = deliver(dictionary, present(form, 'form'), profile);
  const questions = by.map((name): ByQuestion => {
    const found = findBy(name, delivery, dictionary, smallCells);
    if ('message' in found) throw new Error(`${found.message} ${found.help}`);
    return found;
  });
  const tally = startTally({ delivery, dictionary, by: questions, mostGroups: asked.mostGroups ?? 60, since, until });
  for (const record of records) tally.add(record);
  return tally;
}

export function dataOf(yaml: string, records: readonly JsonRecord[], asked: Asked = {}): ReportData {
  return reportData(tallyOf(yaml, records, asked), 'en', asked.smallCells ?? 5);
}

/** Items of a form as a dictionary, with lists before it. */
export function formOf(items: string, lists = ''): string {
  return `${lists}\nforms:\n  f:\n    items:\n${items}`;
}

/** A figure in one line: `n 3, missing 1: a 2, b 1`. */
export function lineOf(figure: Figure | undefined): string {
  if (!figure) return 'no figure';
  return `n ${figure.n}, missing ${figure.missing}${detailsOf(figure)}`;
}

function detailsOf(figure: Figure): string {
  switch (figure.kind) {
    case 'frequency':
      return `: ${figure.rows.map(({ code, label, count }) => `${code || label} ${count}`).join(', ')}`;
    case 'summary': {
      const { values } = figure;
      return values ? `: mean ${values.mean}, median ${values.median}, ${values.min} to ${values.max}` : '';
    }
    case 'dates':
      return figure.range ? `: ${figure.range.earliest} to ${figure.range.latest}` : '';
    case 'answers':
      return '';
  }
}

/** The figures of groups, a line each: `Woman / North (4): n 3, …`. */
export function groupLines(crossed: CrossedFigure | undefined): readonly string[] {
  return (crossed?.figures ?? []).map((figure, index) => {
    const group = crossed?.grouping.groups[index];
    const label = group?.values.map((value) => value.label).join(' / ');
    return `${label} (${group?.size}): ${lineOf(figure)}`;
  });
}
