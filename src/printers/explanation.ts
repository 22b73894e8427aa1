import type { Explanation, ExplainedPart, Seen } from '../expression/evaluate/explain.ts';
import { kindOf } from '../expression/evaluate/convert.ts';
import type { ScopeNode } from '../expression/evaluate/scope.ts';
import { cannotEvaluate, type Value } from '../expression/evaluate/value.ts';
import { pathNames } from '../expression/path-names.ts';
import { referencesIn } from '../expression/references.ts';
import type { Expression } from '../expression/tree.ts';
import { framed } from './framed.ts';
import { harmless } from './safe-text.ts';
import { type Style, styleFor } from './style.ts';
import { valueWords } from './value-words.ts';
import { displayWidth } from './width.ts';

export interface ExplanationLook {
  readonly width: number;
  readonly color: boolean;
  labelOf(node: ScopeNode): string | undefined;
  /** Whether an answer is not to be shown. */
  isHidden(node: ScopeNode): boolean;
  /** What the form has under a name. */
  find(name: string): ScopeNode | undefined;
}

const HIDDEN = 'hidden: personal or sensitive';
const WIDEST = 50;

/** What an expression came to, and below it each of its parts with what that came to. */
export function printExplanation(
  text: string,
  { heading, outcome, whole }: Explanation & { readonly heading: string },
  look: ExplanationLook,
): string {
  const style = styleFor(look.color);
  const hidden = hiddenParts(whole, look);
  const title = heading === '' ? [] : [style.strong(heading)];
  const rows = rowsOf(whole, 0, text);
  const widest = Math.min(Math.max(0, ...rows.map(({ words }) => displayWidth(words))), WIDEST);
  const missing = cannotEvaluate(outcome) ? '' : 'not needed';
  const why = rows.map((row) => lineOf(row, { widest, hidden, look, style, missing }));
  const because = why.length > 1 || (rows[0] && isPath(rows[0].part.node)) ? ['', ...why] : [];
  if (!cannotEvaluate(outcome)) {
    const shown = hidden.has(whole) ? HIDDEN : valueWords(outcome);
    const kind = outcome === '' ? '' : `   ${style.faint(`(${kindOf(outcome)})`)}`;
    return [...title, `${style.strong(shown)}${kind}`, ...because, ''].join('\n');
  }
  const failed = style.error('This cannot be evaluated.');
  return [...title, `${failed} ${outcome.message}`, '', framed(text, outcome.span, look), ...because, ''].join('\n');
}

interface Row {
  readonly words: string;
  readonly part: ExplainedPart;
}

/** Numbers and texts of the author's own need no explanation. */
function rowsOf(part: ExplainedPart, depth: number, text: string): readonly Row[] {
  const { kind, span } = part.node;
  if (kind === 'number' || kind === 'string' || kind === 'missing') return [];
  const words = harmless(`${'  '.repeat(depth + 1)}${text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')}`);
  return [{ words, part }, ...part.parts.flatMap((inner) => rowsOf(inner, depth + 1, text))];
}

interface LineLook {
  readonly widest: number;
  readonly hidden: ReadonlySet<ExplainedPart>;
  readonly look: ExplanationLook;
  readonly style: Style;
  /** What stands for a part without value. */
  readonly missing: string;
}

function lineOf({ words, part }: Row, { widest, hidden, look, style, missing }: LineLook): string {
  const { seen } = part;
  const gap = ' '.repeat(Math.max(widest - displayWidth(words), 0) + 2);
  const label = seen?.of && isPath(part.node) ? look.labelOf(seen.of) : undefined;
  const note = label === undefined ? '' : `   ${style.faint(harmless(label.replaceAll(/\s+/g, ' ')))}`;
  return `${words}${gap}${hidden.has(part) ? HIDDEN : seenWords(seen, missing)}${note}`.trimEnd();
}

function seenWords(seen: Seen | undefined, missing: string): string {
  if (seen === undefined) return missing;
  if (seen.kind === 'value') return valueWords(seen.values[0] ?? '');
  const few = seen.values.slice(0, 10).map(valueWords);
  const more = seen.values.length > few.length ? `, … (${seen.values.length})` : '';
  if (seen.of !== undefined && seen.of.kind !== 'answer')
    return `${seen.values.length} ${seen.values.length === 1 ? 'entry' : 'entries'}`;
  return few.length === 0 ? 'no answers' : `${few.join(', ')}${more}`;
}

function isPath({ kind }: Expression): boolean {
  return kind === 'reference' || kind === 'path';
}

/** Functions of which nobody learns an answer, but only how much of it there is. */
const COUNTING: ReadonlySet<string> = new Set([
  'count',
  'count-non-empty',
  'count-selected',
  'position',
  'string-length',
]);

/** The parts that show an answer that is not to be shown, or what was made of it; whether a condition holds may be seen. */
function hiddenParts(whole: ExplainedPart, look: ExplanationLook): ReadonlySet<ExplainedPart> {
  const hidden = new Set<ExplainedPart>();
  const carries = (part: ExplainedPart): boolean => {
    const inside = part.parts.map(carries).some(Boolean);
    const own = (part.seen?.of !== undefined && look.isHidden(part.seen.of)) || choosesByHidden(part.node, look);
    const counts = part.node.kind === 'call' && COUNTING.has(part.node.name);
    const carried = (own || inside) && !counts && !isCondition(part.seen);
    if (carried) hidden.add(part);
    return carried;
  };
  carries(whole);
  return hidden;
}

/** Whether a path finds its way by an answer that is not to be shown: the label of a code tells the code. */
function choosesByHidden(node: Expression, { find, isHidden }: ExplanationLook): boolean {
  if (!isPath(node)) return false;
  const names = [...referencesIn(node), ...pathNames(node).filter(({ scope }) => scope === 'form')];
  return names.some(({ name }) => {
    const named = find(name);
    return named !== undefined && isHidden(named);
  });
}

function isCondition(seen: Seen | undefined): boolean {
  return seen?.values.every((value: Value) => typeof value === 'boolean') ?? false;
}
