import type { Compiler } from './compiler.ts';
import { type Compiled, type Evaluate, fail, type Frame } from './frame.ts';
import { failure } from './failures.ts';
import type { Route } from './routes.ts';
import type { RecordView, ScopeNode } from './scope.ts';
import { fromRecord, fromRow, type Numbered, type Stage, type Way, wayOf } from './stages.ts';
import type { Range } from '../../core/range.ts';
import { type NodeSet, valueAt } from './value.ts';

interface Collected extends NodeSet {
  readonly rows: RecordView[];
}

/** A route as something that can be evaluated. `words` are the author's, for what goes wrong. */
export function compileRoute(
  route: Route,
  compiler: Compiler,
  { span, words }: { readonly span: Range; readonly words: string },
  numbered?: Numbered,
): Compiled {
  const way = wayOf(route, compiler, numbered);
  if (way === undefined) return nowhere(compiler.scope.root);
  if (way.stages.length === 0) return single(way);
  const several = failure('several-answers', span, words);
  const nodes = collecting(way);
  return {
    nodes,
    value: (frame) => {
      const found = nodes(frame);
      if (found.rows.length > 1) return fail(frame, several);
      return found.rows.length === 0 ? '' : valueAt(found, 0);
    },
  };
}

/** A path to what is not there: no answers, and nothing as a value. */
function nowhere(node: ScopeNode): Compiled {
  const none: NodeSet = { node, rows: [] };
  return { value: () => '', nodes: () => none };
}

function single({ target, start }: Way): Compiled {
  const found: Collected = { node: target, rows: [] };
  return {
    value: target.kind === 'answer' ? answerAt(start, target.slot) : () => '',
    nodes: (frame) => {
      found.rows[0] = start(frame);
      return found;
    },
  };
}

/** Most of what is read stands in the record itself or in the same entry. */
function answerAt(start: Way['start'], slot: number): Evaluate {
  if (start === fromRecord) return ({ root }) => root.values[slot] ?? '';
  if (start === fromRow) return ({ row }) => row.values[slot] ?? '';
  return (frame) => start(frame).values[slot] ?? '';
}

function collecting({ target, start, stages }: Way): (frame: Frame) => NodeSet {
  const found: Collected = { node: target, rows: [] };
  return (frame) => {
    found.rows.length = 0;
    collect(frame, start(frame), stages, 0, found.rows);
    return found;
  };
}

function collect(frame: Frame, from: RecordView, stages: readonly Stage[], at: number, into: RecordView[]): void {
  const stage = stages[at];
  if (stage === undefined) {
    into.push(from);
    return;
  }
  const { repeat, pick, filters } = stage;
  const counts = filters.length > 1 ? filters.map(() => 0) : undefined;
  const entries = repeat === undefined ? undefined : (from.repeats[repeat] ?? []);
  const only = pick === 'all' ? -1 : pick(frame);
  const last = entries === undefined ? 1 : only < 0 ? entries.length : Math.min(only + 1, entries.length);
  for (let index = Math.max(only, 0); index < last; index += 1) {
    const entry = entries === undefined ? from : entries[index];
    if (entry && passes(frame, entry, filters, index, counts)) collect(frame, entry, stages, at + 1, into);
  }
}

/** Only what is a condition chooses: a number between brackets chooses nothing (RawFilterStrategy). */
function passes(
  frame: Frame,
  entry: RecordView,
  filters: Stage['filters'],
  index: number,
  counts: number[] | undefined,
): boolean {
  if (filters.length === 0) return true;
  const { row, position } = frame;
  let holds = true;
  for (let at = 0; holds && at < filters.length; at += 1) {
    frame.row = entry;
    frame.position = at === 0 || counts === undefined ? index : (counts[at] ?? 0);
    if (counts) counts[at] = (counts[at] ?? 0) + 1;
    holds = filters[at]?.(frame) === true;
  }
  frame.row = row;
  frame.position = position;
  return holds;
}
