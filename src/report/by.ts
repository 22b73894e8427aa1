import { suggest } from '../core/suggest.ts';
import { didYouMean, quote } from '../diagnostics/quote.ts';
import { listFinder } from '../emit/report/lists.ts';
import { protectionTeller } from '../emit/report/protection.ts';
import type { Code } from '../model/code-list.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Text } from '../model/facets.ts';
import type { Question } from '../model/item.ts';
import { columnsOf } from '../model/columns/column.ts';
import { dataNodes } from '../model/columns/columns.ts';
import { questionTypes } from '../vocabulary/types.ts';
import { writtenValues } from './written-values.ts';

/** A question whose answers make the groups of a report. */
export interface ByQuestion {
  readonly question: Question;
  /** As in submissions, joined by `/`. */
  readonly path: string;
  readonly codes: readonly ByCode[];
}

export interface ByCode {
  readonly code: string;
  /** Undefined where only the code itself is known. */
  readonly label: Text | undefined;
}

/** Why a question cannot make groups, and what to do. */
export interface ByProblem {
  readonly message: string;
  readonly help: string;
}

/**
 * With a limit of 2 a group of two would be shown, in which each knows of the other. Whoever tells people apart by what is
 * personal hides at least that.
 */
const LEAST_LIMIT = 3;

/** Finds the question of a name, or a path, and whether a report may tell people apart by it. */
export function findBy(
  name: string,
  delivery: Delivery,
  dictionary: Dictionary,
  smallCells: number | undefined,
): ByQuestion | ByProblem {
  const found = questionNamed(name, delivery, dictionary);
  if ('message' in found) return found;
  const { question } = found;
  const codes = codesOf(question, delivery, dictionary);
  if (!codes) return { message: `There are no groups by ${quote(name)}: ${whyNot(question)}.`, help: WHAT_TO_NAME };
  const protection = protectionTeller(delivery, dictionary)(question);
  if (protection === 'direct') {
    const message = `${quote(name)} tells who a person is, so that no report can have groups by it.`;
    return { message, help: 'Name a question that many people answer alike.' };
  }
  if (protection !== 'open' && (smallCells ?? 0) < LEAST_LIMIT) {
    const message = `${quote(name)} is personal, and small numbers are not hidden: groups by it could show single persons.`;
    const help = `Set small_cells in the policy of the dictionary, or add --small-cells 5 (at least ${LEAST_LIMIT}).`;
    return { message, help };
  }
  return { ...found, codes };
}

const WHAT_TO_NAME = 'Name a select_one question, or a calculate that gives one of a few texts.';

function whyNot({ type }: Question): string {
  const { word } = type;
  if (word === 'calculate') return 'its calculation is not one of a few texts that are written in it';
  if (questionTypes.get(word)?.answer === 'code') return 'its codes are in a file that the dictionary does not have';
  if (questionTypes.get(word)?.answer === 'codes') return 'it can have several answers at once';
  return `it is of type ${word}`;
}

function questionNamed(
  name: string,
  delivery: Delivery,
  dictionary: Dictionary,
): Omit<ByQuestion, 'codes'> | ByProblem {
  const all = [...columnsOf(dataNodes(delivery, dictionary))].flatMap(({ column: { path, question } }) =>
    question ? [{ question, path: path.join('/') }] : [],
  );
  const found = all.filter(({ path }) => path === name || nameOf(path) === name);
  const exact = found.find(({ path }) => path === name);
  const [first, ...others] = exact ? [exact] : found;
  const form = quote(delivery.form.name.string.text);
  if (first === undefined) {
    const likely = suggest(name, [...new Set(all.map(({ path }) => nameOf(path)))]);
    return { message: `Form ${form} has no question ${quote(name)}.${didYouMean(likely)}`, help: WHAT_TO_NAME };
  }
  if (others.length === 0) return first;
  const message = `Form ${form} has ${found.length} questions ${quote(name)}.`;
  return { message, help: `Name one by its path: ${found.map(({ path }) => path).join(', ')}` };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function codesOf(question: Question, delivery: Delivery, dictionary: Dictionary): readonly ByCode[] | undefined {
  const answer = questionTypes.get(question.type.word)?.answer;
  if (question.type.word === 'calculate')
    return writtenValues(delivery.form)(question)?.map((code) => ({ code, label: undefined }));
  if (answer !== 'code') return undefined;
  return listFinder(delivery, dictionary)
    .of(question)
    ?.codes.map(({ name, texts }: Code) => ({ code: name.string.text, label: texts.label }));
}
