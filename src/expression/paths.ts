import { cover, enclosed, isSymbol, missing, peek, previous, report, take, takeSymbol } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { startsCall, startsOperand, startsStep } from './lookahead.ts';
import { readStepTest } from './steps.ts';
import type { Token } from './tokens.ts';
import type { Expression, Missing, Path, Predicate, Step } from './tree.ts';

type ReadPrimary = (cursor: Cursor) => Expression;

/** Whether a path goes on, or begins, at this place behind a whole expression. */
export function continuesPath(cursor: Cursor): boolean {
  return isSymbol(peek(cursor), '[', '/', '//');
}

/** Reads a location path; `start` is what it begins with where that is not a step or `/`. */
export function readPath(cursor: Cursor, start: Expression | undefined, readPrimary: ReadPrimary): Path | Missing {
  const filters = start === undefined ? [] : readPredicates(cursor);
  const steps: Step[] = [];
  const absolute = start === undefined && isSymbol(peek(cursor), '/', '//');
  if (start?.kind === 'number' && startsStep(cursor, 1)) reportDivision(cursor, peek(cursor));
  if (start === undefined && !absolute) steps.push(readStep(cursor, undefined));
  while (isSymbol(peek(cursor), '/', '//')) {
    const isRoot = absolute && steps.length === 0 && isSymbol(peek(cursor), '/');
    if (startsStep(cursor, 1)) steps.push(readStep(cursor, take(cursor)));
    else if (isRoot) return path({ absolute, start, filters, steps, root: take(cursor) });
    else return readBrokenPath(cursor, whatIsRead(start, filters, steps, absolute), readPrimary);
  }
  return path({ absolute, start, filters, steps, root: undefined });
}

type PathParts = Omit<Path, 'kind' | 'span'>;

function path(parts: PathParts): Path {
  const { start, filters, root, steps } = parts;
  const spans = [start, ...filters, root, ...steps].flatMap((part) => (part === undefined ? [] : [part.span]));
  const first = spans[0] ?? { start: 0, end: 0 };
  return { kind: 'path', span: cover(first, spans.at(-1) ?? first), ...parts };
}

function whatIsRead(
  start: Expression | undefined,
  filters: readonly Predicate[],
  steps: readonly Step[],
  absolute: boolean,
): Expression | undefined {
  if (filters.length + steps.length === 0) return start;
  return path({ absolute, start, filters, steps, root: undefined });
}

// A `/` that no step follows. Most often it was meant to divide.
function readBrokenPath(cursor: Cursor, read: Expression | undefined, readPrimary: ReadPrimary): Missing {
  const slash = take(cursor);
  const next = peek(cursor);
  const follows = startsOperand(cursor) && !isSymbol(next, '-', '/', '//');
  if (startsCall(cursor) && !isNumeric(read)) report(cursor, 'function-in-path', next.span, `${next.text}(`);
  else if (follows && (next.kind !== 'reference' || read?.kind !== 'path')) {
    reportDivision(cursor, slash);
  } else if (follows) report(cursor, 'reference-in-path', next.span, next.text);
  else report(cursor, 'incomplete-path', slash.span, slash.text);
  const tail = follows ? [slash, readPrimary(cursor)] : [slash];
  return read === undefined ? missing([slash, ...tail.slice(1)]) : missing([read, ...tail]);
}

function reportDivision(cursor: Cursor, slash: Token): void {
  if (isSymbol(slash, '/', '//')) report(cursor, 'slash-division', slash.span, slash.text);
}

function isNumeric(read: Expression | undefined): boolean {
  return read?.kind === 'number' || read?.kind === 'group' || read?.kind === 'reference';
}

function readStep(cursor: Cursor, separator: Token | undefined): Step {
  const from = cursor.position;
  const { axis, test } = readStepTest(cursor);
  const tokens = cursor.tokens.slice(from, cursor.position);
  const dots = previous(cursor);
  if (dots !== undefined && isSymbol(dots, '.', '..') && isSymbol(peek(cursor), '[')) {
    report(cursor, 'predicate-after-dots', dots.span, dots.text);
  }
  const predicates = readPredicates(cursor);
  const span = cover((separator ?? tokens[0] ?? test).span, (predicates.at(-1) ?? tokens.at(-1) ?? test).span);
  return { span, axis, test, predicates, separator, tokens };
}

function readPredicates(cursor: Cursor): readonly Predicate[] {
  const predicates: Predicate[] = [];
  for (let open = takeSymbol(cursor, '['); open !== undefined; open = takeSymbol(cursor, '[')) {
    predicates.push(readPredicate(cursor, open));
  }
  return predicates;
}

function readPredicate(cursor: Cursor, open: Token): Predicate {
  const condition = enclosed(cursor, 'predicate', () => cursor.readNested(cursor));
  const close = takeSymbol(cursor, ']');
  if (close === undefined) report(cursor, 'unclosed-bracket', open.span, open.text);
  return { span: cover(open.span, (close ?? condition).span), condition, open, close };
}
