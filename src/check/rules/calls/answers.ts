import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { bare, isFullStop } from '../../../expression/shapes.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import type { Expression, NumberLiteral, StringLiteral } from '../../../expression/tree.ts';
import { type Code, type CodeList, codesByName } from '../../../model/code-list.ts';
import { searches } from '../../../model/deliver/list-uses.ts';
import type { Question } from '../../../model/item.ts';
import { listOf } from '../../../model/type-use.ts';
import { locate } from '../../../source/source-string.ts';
import { gatherReadings, type Reading } from '../../readings.ts';
import { type FormView, untold } from '../../rule-set.ts';
import type { Comparison } from '../../facts.ts';
import type { FormIndex } from './form-index.ts';

/** Comparisons of an answer with a code: that the code is in the list, and that the comparison can mean what it says. */
export function checkAnswers(view: FormView, index: FormIndex, report: Report): void {
  for (const compared of comparedIn(view)) {
    const { answer, inBrackets, reading } = compared;
    const question = questionIn(answer, inBrackets, reading, index);
    const list = question && listAsked(question, view.dictionary.codeLists);
    if (list && !isFilledByLoop(compared, index)) checkCode(compared, question, list, untold(view.profiles), report);
  }
}

/** The code that a word without quotes means: one of the list of the question that it is compared with. */
export function unquotedCode(
  word: Expression,
  name: string,
  reading: Reading,
  index: FormIndex,
  lists: ReadonlyMap<string, CodeList>,
): string | undefined {
  const compared = reading.facts.comparisons.find(({ sides }) => sides.some((side) => bare(side) === word));
  if (!compared) return undefined;
  const [left, right] = compared.sides.map(bare);
  const answer = left === word ? right : left;
  const question = answer && questionIn(answer, compared.inBrackets, reading, index);
  const codes = (question && listAsked(question, lists)?.codes)?.map((code) => code.name.string.text) ?? [];
  return codes.find((code) => code === name) ?? codes.find((code) => isVariant(code, name));
}

/** An answer that is compared with a code, or with what is taken for one. */
interface Compared {
  readonly by: Comparison['by'];
  readonly inBrackets: boolean;
  readonly answer: Expression;
  readonly literal: StringLiteral | NumberLiteral;
  readonly reading: Reading;
}

const comparedIn = gatherReadings((reading) => {
  return reading.facts.comparisons.flatMap(({ by, inBrackets, sides }): Compared[] => {
    const [left, right] = [bare(sides[0]), bare(sides[1])];
    const [answer, literal] = isLiteral(right) || by === 'selected' ? [left, right] : [right, left];
    return isLiteral(literal) ? [{ by, inBrackets, answer, literal, reading }] : [];
  });
});

function isLiteral(node: Expression): node is StringLiteral | NumberLiteral {
  return node.kind === 'string' || node.kind === 'number';
}

/** The question whose answer an operand is; `.` is the own answer in a limit only. */
function questionIn(
  node: Expression,
  inBrackets: boolean,
  { item, key }: Reading,
  index: FormIndex,
): Question | undefined {
  if (node.kind === 'reference') {
    const target = index.target(node.name)?.item;
    return target?.kind === 'question' ? target : undefined;
  }
  const isOwn = isFullStop(node) && !inBrackets && (key === 'constraint' || key === 'soft');
  return isOwn && item?.kind === 'question' ? item : undefined;
}

const SELECTS: ReadonlySet<string> = new Set(['select_one', 'select_multiple', 'select_one_external']);

/** The list of a question whose answers are surely its codes: not computed ones, nor those of a list that `search()` reads. */
function listAsked(question: Question, lists: ReadonlyMap<string, CodeList>): CodeList | undefined {
  const { type, facets } = question;
  if (!SELECTS.has(type.word) || facets.calculation || searches(question)) return undefined;
  const list = lists.get(listOf(type)?.string.text ?? '');
  return list && !list.damaged && list.country !== 'replace' && list.codes.length > 0 ? list : undefined;
}

/** A loop puts each code of its list in the place of `%(name)s`. */
function isFilledByLoop({ literal, reading }: Compared, index: FormIndex): boolean {
  if (literal.kind !== 'string' || !literal.value.includes('%(name)s')) return false;
  return (reading.item && index.visit(reading.item)?.path.some(({ type }) => type === 'loop')) === true;
}

function checkCode(
  { by, literal, reading }: Compared,
  question: Question,
  list: CodeList,
  severity: Severity,
  report: Report,
): void {
  const written = literal.kind === 'string' ? literal.value : literal.token.text;
  const isMultiple = question.type.word === 'select_multiple';
  // A guard against what is not a number means no code.
  if (written === 'NaN') return;
  // Nothing is '' without an answer, and two codes with a blank between them are a whole answer of several codes.
  if (written === '' || (isMultiple && written.includes(' '))) return;
  const at = locate(reading.string, literal.span);
  const code = codeMeant(list, literal, by);
  const offersOther = question.type.orOther && written === 'other';
  if (!code && !offersOther) {
    const suggestion = likely(written, list);
    report('code-not-in-list', at, { code: written, list: list.name, by, suggestion }, { severity });
  }
  if ((code || offersOther) && isMultiple && by !== 'selected' && !(code && standsAlone(code)))
    report('select-multiple-equals', at, { name: question.name.string.text, code: written, by });
}

/** A number compared by a sign is compared as a number: 1 is 01. */
function codeMeant(list: CodeList, literal: StringLiteral | NumberLiteral, by: Comparison['by']): Code | undefined {
  if (literal.kind === 'string') return codesByName(list).get(literal.value);
  if (by === 'selected') return codesByName(list).get(literal.token.text);
  return list.codes.find(({ name }) => Number(name.string.text) === literal.value);
}

/** A code that cannot stand beside another is rightly compared with the whole answer. */
function standsAlone({ special, exclusive }: Code): boolean {
  return exclusive || (special !== undefined && special !== 'other');
}

/** The code whose label was written in its place, or the code that is nearest. */
function likely(written: string, list: CodeList): string | undefined {
  const labelled = list.codes.find(({ texts }) =>
    [...(texts.label?.byLanguage.values() ?? [])].some(({ string }) => string.text === written),
  );
  if (labelled) return labelled.name.string.text;
  const codes = list.codes.map(({ name }) => name.string.text);
  // Any single character is one step from any other.
  return written.length > 1 ? suggest(written, codes) : codes.find((code) => isVariant(code, written));
}

/** `y` of `Y`, `01` of `1`. */
function isVariant(code: string, written: string): boolean {
  return code.toLowerCase() === written.toLowerCase() || (code !== '' && Number(code) === Number(written));
}
