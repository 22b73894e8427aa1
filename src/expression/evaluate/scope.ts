import type { AnswerKind } from '../../vocabulary/types.ts';
import type { Answer } from './answer.ts';

/** A place in what expressions see: an answer, or what holds answers. */
export interface ScopeNode {
  readonly kind: 'answer' | 'group' | 'repeat';
  readonly name: string;
  readonly parent: ScopeNode | undefined;
  readonly children: ReadonlyMap<string, ScopeNode>;
  /** Of an answer, its place in `values` of a record; of a repeat, its place in `repeats`. */
  readonly slot: number;
  /** How many repeats it stands in, itself counted where it is one. */
  readonly depth: number;
  readonly answer: AnswerKind;
  /** The list that its codes are of, by the name that expressions call it. */
  readonly list: string | undefined;
}

/** A record, or one entry of a repeat in it: what is answered there, and the entries inside. */
export interface RecordView {
  /** By slot; `''` where nothing is answered. */
  readonly values: readonly Answer[];
  /** The entries of each repeat directly inside, by the slot of the repeat. */
  readonly repeats: readonly (readonly RecordView[])[];
  readonly above: RecordView | undefined;
  /** Its place among its like, from 0. */
  readonly index: number;
}

/** The rows of a list or of an attached file, as paths see them: `root`, in it `item` that repeats, in it the columns. */
export interface ListView {
  readonly root: ScopeNode;
  readonly record: RecordView;
}

/** All that an expression can name. */
export interface Scope {
  /** The form, whose name begins absolute paths. */
  readonly root: ScopeNode;
  /** What `${name}` means. */
  find(name: string): ScopeNode | undefined;
  /** What `instance('name')` reads. */
  list(name: string): ListView | undefined;
  /** What a person reads for a code. */
  label(list: string, code: string): string | undefined;
  /** The text that `jr:itext` reads. */
  text(id: string): string | undefined;
  /** The version of the form. */
  readonly version: string;
}

/** Time, as the device that computes has it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** Minutes that local time is ahead of UTC at a moment. */
  offset(ms: number): number;
}

/** What an evaluation has of the world outside. */
export interface EvaluationHost {
  readonly clock: Clock;
  /** From 0 up to 1. */
  random(): number;
  /** The hash of bytes by `MD5`, `SHA-1`, `SHA-256`, `SHA-384` or `SHA-512`; undefined where there is no such thing. */
  digest(algorithm: string, bytes: Uint8Array): Uint8Array | undefined;
}

/** A node and what stands around it, outermost first. */
export function chainOf(node: ScopeNode): readonly ScopeNode[] {
  const chain: ScopeNode[] = [];
  for (let at: ScopeNode | undefined = node; at !== undefined; at = at.parent) chain.unshift(at);
  return chain;
}
