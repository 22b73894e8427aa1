import { suggest } from '../../core/suggest.ts';
import type { RecordView } from '../../expression/evaluate/scope.ts';
import type { CodesPlan } from '../plan/codes.ts';
import { lose } from '../plan/formula.ts';
import type { QuestionPlan } from '../plan/plan.ts';
import { aboutAnswer } from './about.ts';
import type { About, ValueCheck } from './telling.ts';

/** The codes of one answer. */
interface Chosen {
  readonly plan: QuestionPlan;
  readonly codes: CodesPlan;
  /** As it was answered. */
  readonly text: string;
  readonly row: RecordView;
}

/** Checks that an answer is of the codes of its question. */
export function codesCheck(
  plan: QuestionPlan,
  codes: CodesPlan,
  check: ValueCheck,
): (text: string, answer: unknown, row: RecordView) => void {
  const isOne = plan.column.answer === 'code';
  const fine = new Set<string>();
  return (text, _, row) => {
    if (fine.has(text)) return;
    const words = isOne || codes.offered.has(text) ? [text] : wordsIn(text);
    const isFine = checkCodes({ plan, codes, text, row }, words, check);
    if (isFine && fine.size < MOST_ANSWERS && text.length <= LONGEST_ANSWER) fine.add(text);
  };
}

/** Most people give one of a few answers, which are remembered. */
const MOST_ANSWERS = 100;
/** A longer text can be a part of that of a file, which would stay in memory with it. */
const LONGEST_ANSWER = 12;

function wordsIn(text: string): readonly string[] {
  return text.split(' ').filter((code) => code !== '');
}

/** @returns whether there is nothing to tell */
function checkCodes(chosen: Chosen, words: readonly string[], check: ValueCheck): boolean {
  const { offered, exclusive } = chosen.codes;
  const strange = words.filter((code) => !offered.has(code));
  if (strange.length > 0) tellCodes(chosen, strange, check);
  const alone = words.length > 1 ? words.find((code) => exclusive.has(code)) : undefined;
  if (alone !== undefined) tellExclusive(chosen, alone, check);
  return strange.length === 0 && alone === undefined;
}

function tellCodes(chosen: Chosen, strange: readonly string[], { tell, showAll, hosts }: ValueCheck): void {
  const { retired, offered, list } = chosen.codes;
  const old = strange.filter((code) => retired.has(code));
  const about = aboutCodes(chosen, expectedCodes(chosen.codes), showAll);
  const answered = { name: about.variable, value: about.value, list };
  const unknown = strange.filter((code) => !retired.has(code));
  const since = retired.get(old[0] ?? '')?.retired?.string.text ?? '';
  if (old.length > 0) tell('answer-code-retired', { ...answered, codes: old, since }, about);
  if (unknown.length === 0) return;
  lose(chosen.plan.node, chosen.row, hosts);
  const likely = about.hidden ? undefined : suggest(unknown[0] ?? '', offered);
  tell('answer-code', { ...answered, codes: unknown, likely, known: offered.size }, about);
}

function tellExclusive(chosen: Chosen, exclusive: string, { tell, showAll }: ValueCheck): void {
  const about = aboutCodes(chosen, `${exclusive} alone, or the others without it`, showAll);
  tell('answers-exclusive', { name: about.variable, value: about.value, exclusive }, about);
}

function aboutCodes({ plan, codes, text, row }: Chosen, expected: string, showAll: boolean): About {
  const { definition, list } = codes;
  const place = definition === undefined ? {} : { facet: definition, what: `the list "${list}"` };
  return aboutAnswer(plan, row, showAll, { value: text, expected, ...place });
}

const SHOWN_CODES = 12;

function expectedCodes({ offered, list }: CodesPlan): string {
  return offered.size <= SHOWN_CODES
    ? `one of ${[...offered].join(', ')}`
    : `one of the ${offered.size} codes of ${list}`;
}
