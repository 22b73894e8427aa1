import { isLineEnd, isWord } from './sets.ts';
import type { AssertionKind, CharacterSet, PatternNode } from './syntax.ts';

/** What can be gone through at one place of the text: a character, a condition, or several ways without either. */
type State =
  | { readonly kind: 'take'; readonly has: CharacterSet; readonly next: number }
  | { readonly kind: 'assert'; readonly assertion: AssertionKind; readonly next: number }
  | { readonly kind: 'fork'; readonly next: number[] };

/** A pattern as states, the first of which is the end. */
export interface Machine {
  readonly states: readonly State[];
  readonly start: number;
}

const END = 0;

/** How many states a pattern becomes, its repetitions written out. */
export function sizeOf(node: PatternNode): number {
  switch (node.kind) {
    case 'set':
    case 'assertion':
      return 1;
    case 'sequence':
    case 'choice':
      return node.parts.reduce((sum, part) => sum + sizeOf(part), 1);
    case 'repeat':
      return 1 + sizeOf(node.part) * Math.max(Number.isFinite(node.most) ? node.most : node.least + 1, 1);
  }
}

export function createMachine(node: PatternNode): Machine {
  const states: State[] = [{ kind: 'fork', next: [] }];
  const start = add(node, END, states);
  return { states, start };
}

/** Adds what leads through a part of the pattern to `next`, and tells where it begins. */
function add(node: PatternNode, next: number, states: State[]): number {
  switch (node.kind) {
    case 'set':
      return states.push({ kind: 'take', has: node.has, next }) - 1;
    case 'assertion':
      return states.push({ kind: 'assert', assertion: node.assertion, next }) - 1;
    case 'sequence':
      return node.parts.reduceRight((after, part) => add(part, after, states), next);
    case 'choice':
      return fork(
        node.parts.map((part) => add(part, next, states)),
        states,
      );
    case 'repeat':
      return addRepeat(node, next, states);
  }
}

function fork(next: number[], states: State[]): number {
  return states.push({ kind: 'fork', next }) - 1;
}

function addRepeat({ part, least, most }: PatternNode & { kind: 'repeat' }, next: number, states: State[]): number {
  let at = Number.isFinite(most) ? next : addEndless(part, next, states);
  const optional = Number.isFinite(most) ? most - least : 0;
  for (let times = 0; times < optional; times += 1) at = fork([add(part, at, states), next], states);
  for (let times = 0; times < least; times += 1) at = add(part, at, states);
  return at;
}

function addEndless(part: PatternNode, next: number, states: State[]): number {
  const ways: number[] = [next];
  const loop = fork(ways, states);
  ways.push(add(part, loop, states));
  return loop;
}

/**
 * Whether a whole text fits. All ways are gone at once, so that the time is the length of the text times the size of the
 * pattern at most, whatever they are.
 */
export function fits({ states, start }: Machine, text: string): boolean {
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  let here = reach([start], states, codes, 0);
  for (const [at, code] of codes.entries()) {
    const next: number[] = [];
    for (const index of here) {
      const state = states[index];
      if (state?.kind === 'take' && state.has(code)) next.push(state.next);
    }
    if (next.length === 0) return false;
    here = reach(next, states, codes, at + 1);
  }
  return here.has(END);
}

/** All states that can be reached at a place without taking a character. */
function reach(from: readonly number[], states: readonly State[], codes: readonly number[], at: number): Set<number> {
  const reached = new Set(from);
  // What is added while a set is gone through is gone through, too.
  for (const index of reached) {
    const state = states[index];
    if (state?.kind === 'fork') for (const next of state.next) reached.add(next);
    else if (state?.kind === 'assert' && holds(state.assertion, codes, at)) reached.add(state.next);
  }
  return reached;
}

function holds(assertion: AssertionKind, codes: readonly number[], at: number): boolean {
  switch (assertion) {
    case 'start':
      return at === 0;
    case 'end':
      return at === codes.length || (at === codes.length - 1 && isLineEnd(codes[at] ?? 0));
    case 'boundary':
      return isBoundary(codes, at);
    case 'no-boundary':
      return !isBoundary(codes, at);
  }
}

function isBoundary(codes: readonly number[], at: number): boolean {
  const [before, after] = [codes[at - 1], codes[at]];
  return (before !== undefined && isWord(before)) !== (after !== undefined && isWord(after));
}
