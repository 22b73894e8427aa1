import type { FigureOfQuestion } from '../../emit/report/figure-of-question.ts';
import type { PlannedFigure } from '../../emit/report/plan.ts';
import type { ScopeNode } from '../../expression/evaluate/scope.ts';
import type { Question } from '../../model/item.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';
import { codeCounter, type CodePlaces, foundPlaces, listPlaces } from './codes.ts';
import { answerCounter, type Counter } from './counted.ts';
import { dateCounter } from './dates.ts';
import { numberCounter } from './numbers.ts';

/** The counters of one figure: one for all, and one for each group that has answers. */
export interface FigureCounters {
  readonly path: string;
  /** Where the answer stands in a record or entry. */
  readonly slot: number;
  readonly whole: Counter;
  /** By the place of the group; nothing where the figure is not told apart. */
  readonly inGroups: (Counter | undefined)[] | undefined;
  readonly create: () => Counter;
  /** The codes that are counted, by their places. */
  readonly codes: CodePlaces | undefined;
  /** How many answers could not be read. */
  unreadable: number;
}

export function createCounters(
  { question, path, figure }: PlannedFigure,
  node: ScopeNode,
  isBy: boolean,
): FigureCounters {
  const codes = figure.kind === 'frequency' ? placesOf(figure, question) : undefined;
  const create = (): Counter => counterOf(figure, codes, node.answer);
  return { path, slot: node.slot, whole: create(), inGroups: isBy ? undefined : [], create, codes, unreadable: 0 };
}

function counterOf(figure: FigureOfQuestion, codes: CodePlaces | undefined, answer: AnswerKind): Counter {
  switch (figure.kind) {
    case 'frequency':
      return codes ? codeCounter(figure.counts, codes) : answerCounter();
    case 'summary':
      return numberCounter();
    case 'dates':
      return dateCounter(answer);
    case 'answers':
      return answerCounter();
  }
}

/**
 * What a file holds that the dictionary does not have can be told by the data. Not so the answers to a question that offers
 * what was written elsewhere in the form: these can be names of persons.
 */
function placesOf(
  { list }: Extract<FigureOfQuestion, { readonly kind: 'frequency' }>,
  { type }: Question,
): CodePlaces | undefined {
  if (list) return listPlaces(list.codes.map(({ name }) => name.string.text));
  return type.word.endsWith('_from_file') ? foundPlaces() : undefined;
}

/** Counts an answer of a record or entry that is in a group. */
export function countAnswer(counters: FigureCounters, text: string, group: number | undefined): void {
  if (!counters.whole.add(text)) {
    counters.unreadable += 1;
    return;
  }
  const { inGroups, create } = counters;
  if (inGroups === undefined || group === undefined) return;
  const counter = inGroups[group] ?? create();
  inGroups[group] = counter;
  counter.add(text);
}
