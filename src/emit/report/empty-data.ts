import type { Code } from '../../model/code-list.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { FigureOfQuestion } from './figure-of-question.ts';
import { figuresOf, planReport, repeatPaths } from './plan.ts';
import { createReader, type Reader } from './reader.ts';
import type { Figure, FrequencyRow, ReportData } from './report-data.ts';

/** The data of a report on no record: everything that the template of the form asks for is there, and counts nothing. */
export function emptyReportData(delivery: Delivery, dictionary: Dictionary, language: string): ReportData {
  const { sections } = planReport(delivery, dictionary);
  const read = createReader(delivery, dictionary, language);
  return {
    form: delivery.form.name.string.text,
    language,
    records: 0,
    period: undefined,
    smallCells: smallCellsOf(dictionary),
    entries: new Map(repeatPaths(sections).map((path) => [path, 0])),
    figures: new Map(figuresOf(sections).map(({ path, figure }) => [path, emptyFigure(figure, read)])),
    crossed: new Map(),
    indicators: new Map(),
  };
}

/** A limit of 1 hides nothing, and what is no number is told by a rule. */
export function smallCellsOf({ policy }: Dictionary): number | undefined {
  const text = policy.get('small_cells')?.string.text ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function emptyFigure(figure: FigureOfQuestion, read: Reader): Figure {
  const nobody = { n: 0, missing: 0 };
  switch (figure.kind) {
    case 'frequency': {
      const { kind, counts, list } = figure;
      return { kind, counts, ...nobody, rows: (list?.codes ?? []).map((code) => emptyRow(code, read)) };
    }
    case 'summary':
      return { kind: figure.kind, extremes: figure.extremes, ...nobody, values: undefined };
    case 'dates':
      return { kind: figure.kind, ...nobody, range: undefined };
    case 'answers':
      return { kind: figure.kind, ...nobody };
  }
}

function emptyRow({ name, texts, retired }: Code, read: Reader): FrequencyRow {
  const code = name.string.text;
  return {
    code,
    label: read(texts.label) ?? code,
    count: 0,
    share: 0,
    retired: retired !== undefined,
    unlisted: false,
  };
}
