import { createMachine, fits, sizeOf } from './machine.ts';
import { readPattern } from './read.ts';

/** A regular expression that is held against whole texts, or why it cannot be. */
export type Pattern =
  | { readonly kind: 'pattern'; readonly fits: (text: string) => boolean }
  | { readonly kind: 'refused'; readonly reason: string };

const LARGEST = 5000;

/** Makes a regular expression of Java ready. Trying it cannot hang: it takes no more than a look at each character for each sign. */
export function compilePattern(text: string): Pattern {
  const node = readPattern(text);
  if (node.kind === 'problem') return { kind: 'refused', reason: node.reason };
  if (sizeOf(node) > LARGEST) return { kind: 'refused', reason: 'The pattern repeats too much' };
  const machine = createMachine(node);
  return { kind: 'pattern', fits: (tried) => fits(machine, tried) };
}
