import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import type { Types } from '../../../expression/types/infer.ts';
import { bare, isFullStop } from '../../../expression/shapes.ts';
import type { Expression } from '../../../expression/tree.ts';
import type { CodeType, ExpressionType, Offer } from '../../../expression/types/type.ts';
import { type Code, type CodeList, codesByName } from '../../../model/code-list.ts';
import type { Visit } from '../../../model/walk.ts';
import type { Comparison } from '../../facts.ts';
import type { Reading } from '../../readings.ts';
import { isLiteral, type Literal } from './texts.ts';
import type { TypedReading } from './view.ts';

type Lists = ReadonlyMap<string, CodeList>;

/** An answer of a list, and what it is compared with. */
interface Compared {
  readonly by: Comparison['by'];
  readonly answer: Expression;
  readonly type: CodeType;
  readonly other: Expression;
  /** Whether it is looked for in the other, as in `selected('a b', ${answer})`. */
  readonly isSought: boolean;
}

/** Comparisons of an answer with a code: that the code is in the list, and that the comparison can mean what it says. */
export function checkAnswers(
  typed: TypedReading,
  lists: Lists,
  visitOf: VisitOf,
  untold: Severity,
  report: Report,
): void {
  for (const comparison of typed.reading.facts.comparisons) {
    const compared = answerIn(comparison, typed);
    if (!compared) continue;
    const literal = bare(compared.other);
    if (isLiteral(literal)) {
      if (!isFilledByLoop(literal, typed.reading, visitOf)) checkCode(compared, literal, typed, lists, untold, report);
    } else if (compared.type.kind === 'codes' && typed.typeOf(literal).kind === 'code')
      reportEquals(compared, typed.words(literal), typed, report);
  }
}

/** Where an item stands. */
export type VisitOf = (item: NonNullable<Reading['item']>) => Visit | undefined;

function answerIn({ by, sides: [left, right] }: Comparison, typed: TypedReading): Compared | undefined {
  const ways = [
    [left, right],
    [right, left],
  ] as const;
  const found = ways.flatMap(([answer, other]) => {
    const type = typed.typeOf(answer);
    const isSought = by === 'selected' && answer === right;
    return isCoded(type) && !isLiteral(bare(answer)) ? [{ by, answer, type, other, isSought }] : [];
  });
  return found.find(({ type }) => type.kind === 'codes') ?? found[0];
}

function isCoded(type: ExpressionType): type is CodeType {
  return type.kind === 'code' || type.kind === 'codes';
}

/** The code that a word without quotes means: one of the list of the question that it is compared with. */
export function unquotedCode(word: Expression, name: string, reading: Reading, types: Types): string | undefined {
  const compared = reading.facts.comparisons.find(({ sides }) => sides.some((side) => bare(side) === word));
  const answer = compared?.sides.find((side) => bare(side) !== word);
  const type = answer && types.get(answer);
  const codes = type && isCoded(type) ? [...(type.offer?.values ?? [])] : [];
  return codes.find((code) => code === name) ?? codes.find((code) => isVariant(code, name));
}

/** A loop puts each code of its list in the place of `%(name)s`. */
function isFilledByLoop(literal: Literal, { item }: Reading, visitOf: VisitOf): boolean {
  if (literal.kind !== 'string' || !literal.value.includes('%(name)s')) return false;
  return item !== undefined && visitOf(item)?.path.some(({ type }) => type === 'loop') === true;
}

function checkCode(
  compared: Compared,
  literal: Literal,
  typed: TypedReading,
  lists: Lists,
  severity: Severity,
  report: Report,
): void {
  const { by, type, isSought } = compared;
  const { offer } = type;
  const written = literal.kind === 'string' ? literal.value : literal.token.text;
  if (offer?.source.kind !== 'list' || isNoCode(written)) return;
  // Codes with blanks between them are a whole answer, or all that are looked for.
  if (isSought ? written.split(/\s+/).some((code) => offer.values.has(code)) : isWhole(written, type)) return;
  const list = lists.get(offer.source.list);
  if (!isOffered(offer, literal)) {
    // That `selected` cannot take a number is told for itself.
    if (by === 'selected' && literal.kind === 'number') return;
    const suggestion = list && likely(written, list, offer);
    const params = { code: written, list: offer.source.list, by, suggestion };
    report('code-not-in-list', typed.place(literal), params, { severity });
  } else if (type.kind === 'codes' && !standsAlone(list && codesByName(list).get(written)))
    reportEquals(compared, literal.kind === 'string' ? `'${written}'` : written, typed, report);
}

/** Nothing is '' without an answer, and a guard against what is no number means no code. */
function isNoCode(written: string): boolean {
  return written === '' || written === 'NaN';
}

function isWhole(written: string, { kind }: CodeType): boolean {
  return kind === 'codes' && written.includes(' ');
}

/** A number compared by a sign is compared as a number: 1 is 01. */
function isOffered({ values }: Offer, literal: Literal): boolean {
  if (literal.kind === 'string') return values.has(literal.value);
  return [...values].some((value) => value !== '' && Number(value) === literal.value);
}

function reportEquals({ by, answer, other }: Compared, code: string, typed: TypedReading, report: Report): void {
  if (by === 'selected') return;
  const { item } = typed.reading;
  const isOwn = isFullStop(bare(answer)) && item !== undefined;
  const written = isOwn ? `\${${item.name.string.text}}` : typed.words(answer);
  report('select-multiple-equals', typed.place(other), { written, code, by });
}

/** A code that cannot stand beside another is rightly compared with the whole answer. */
function standsAlone(code: Code | undefined): boolean {
  return code !== undefined && (code.exclusive || (code.special !== undefined && code.special !== 'other'));
}

/** The code whose label was written in its place, or the code that is nearest. */
function likely(written: string, list: CodeList, { values }: Offer): string | undefined {
  const labelled = list.codes.find(({ texts }) =>
    [...(texts.label?.byLanguage.values() ?? [])].some(({ string }) => string.text === written),
  );
  if (labelled) return labelled.name.string.text;
  const codes = [...values];
  // Any single character is one step from any other.
  return written.length > 1 ? suggest(written, codes) : codes.find((code) => isVariant(code, written));
}

/** `y` of `Y`, `01` of `1`. */
function isVariant(code: string, written: string): boolean {
  return code.toLowerCase() === written.toLowerCase() || (code !== '' && Number(code) === Number(written));
}
