import type { Call, Expression } from '../tree.ts';
import type { Compiled } from './frame.ts';
import type { ListView, Scope, ScopeNode } from './scope.ts';

/** The place that relative paths start from: in the form, or in a list between the brackets of `instance(…)`. */
export interface Place {
  readonly node: ScopeNode;
  /** Undefined in the form. */
  readonly list: ListView | undefined;
  /** What `current()` means: where the whole expression stands. */
  readonly origin: ScopeNode;
  /** Whether it is between brackets. */
  readonly inPredicate: boolean;
}

/** What parts of an expression are compiled with; functions get it, so that they need not import who calls them. */
export interface Compiler {
  readonly scope: Scope;
  readonly place: Place;
  /** Whether the expression reads lists by `instance(…)` anywhere, which changes what `${name}` means in brackets. */
  readonly readsInstances: boolean;
  /** The call around, whose first entries name a repeat and what is in it. */
  readonly absolute: boolean;
  compile(node: Expression): Compiled;
  /** The same at another place. */
  at(place: Place): Compiler;
  /** The same where references are written from the top of the form, as in `indexed-repeat`. */
  fromTop(): Compiler;
}

/** Makes a function ready: its entries are compiled as it needs them. */
export type MakeCall = (call: Call, compiler: Compiler) => Compiled;
