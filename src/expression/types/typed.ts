import type { Expression } from '../tree.ts';
import { type Types, typesIn } from './infer.ts';
import type { Scope } from './scope.ts';

type Question = 'reference' | 'lastSaved' | 'instance' | 'file';

/** What was asked of a scope, and what it said. */
interface Asked {
  readonly of: Question;
  readonly name: string;
  readonly answer: unknown;
}

interface Memory {
  readonly own: Scope['own'];
  readonly rows: Scope['rows'];
  readonly asked: readonly Asked[];
  readonly types: Types;
}

let memories = new WeakMap<Expression, Memory>();

/** Lets go of the types that were found: for a run that looks at nothing twice. */
export function forgetTypes(): void {
  memories = new WeakMap();
}

/** The types of an expression; found once, as long as what it names has the types that it had. */
export function typed(tree: Expression, scope: Scope): Types {
  const before = memories.get(tree);
  if (before && isSame(before, scope)) return before.types;
  const asked: Asked[] = [];
  const noted = <Answer>(of: Question, name: string, answer: Answer): Answer => {
    asked.push({ of, name, answer });
    return answer;
  };
  const { own, rows } = scope;
  const types = typesIn(tree, {
    own,
    rows,
    reference: (node) => noted(node.lastSaved ? 'lastSaved' : 'reference', node.name, scope.reference(node)),
    instance: (name) => noted('instance', name, scope.instance(name)),
    file: (name) => noted('file', name, scope.file(name)),
  });
  memories.set(tree, { own, rows, asked, types });
  return types;
}

function isSame({ own, rows, asked }: Memory, scope: Scope): boolean {
  return own === scope.own && rows === scope.rows && asked.every((each) => answerOf(each, scope) === each.answer);
}

function answerOf({ of, name }: Asked, scope: Scope): unknown {
  if (of === 'instance' || of === 'file') return scope[of](name);
  return scope.reference({ name, lastSaved: of === 'lastSaved' });
}
