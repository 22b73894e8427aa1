import type { Call } from '../../tree.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { toText } from '../convert.ts';
import { type Compiled, fail, failing } from '../frame.ts';
import { failure } from '../failures.ts';
import type { ListView, RecordView, Scope, ScopeNode } from '../scope.ts';
import { refusal, valueOf, valuesOf } from './define.ts';

export const lists: Readonly<Record<string, MakeCall>> = {
  pulldata,
  'jr:choice-name': choiceName,
  'jr:itext': (call, compiler) => {
    const [id] = valuesOf(call, compiler);
    const refuse = refusal(call, 'jr:itext() reads labels of lists by their id; the form has none of this id');
    return { value: (frame) => compiler.scope.text(toText(id?.(frame) ?? '')) ?? refuse(frame) };
  },
};

/** The first row whose key is the same text; without one there is nothing. */
function pulldata(call: Call, compiler: Compiler): Compiled {
  const [name, ...others] = valuesOf(call, compiler);
  return {
    value: (frame) => {
      const file = toText(name?.(frame) ?? '');
      const list = compiler.scope.list(file);
      const [wanted = '', key = '', value = ''] = others.map((other) => toText(other(frame)));
      if (list === undefined) return fail(frame, failure('unknown-list', call.span, file));
      return lookUp(list, wanted, key, value);
    },
  };
}

function lookUp({ root, record }: ListView, wanted: string, key: string, value: string): string {
  const item = root.children.get('item');
  const [column, keys] = [item?.children.get(wanted), item?.children.get(key)];
  if (item === undefined || column === undefined || keys === undefined) return '';
  const rows = rowsByKey(record, item.slot, keys.slot);
  return toText(rows.get(value)?.values[column.slot] ?? '');
}

const known = new WeakMap<RecordView, Map<number, ReadonlyMap<unknown, RecordView>>>();

/** The first row of each key; made once for a list and column, since the same list is looked up for every submission. */
function rowsByKey(table: RecordView, items: number, column: number): ReadonlyMap<unknown, RecordView> {
  const columns = known.get(table) ?? new Map<number, ReadonlyMap<unknown, RecordView>>();
  known.set(table, columns);
  const rows = table.repeats[items] ?? [];
  const found = columns.get(column) ?? new Map(rows.toReversed().map((row) => [row.values[column], row]));
  columns.set(column, found);
  return found;
}

/** The second entry is the path of the question in quotes: `'${question}'` as authors write it. */
function choiceName(call: Call, compiler: Compiler): Compiled {
  const [, path] = call.args;
  const node = path?.kind === 'string' ? questionAt(path.value, compiler) : undefined;
  if (node === undefined)
    return failing(
      failure(
        'wrong-value',
        (path ?? call).span,
        "jr:choice-name() takes the question between quotes, as in '${question}'",
      ),
    );
  const code = valueOf(call, 0, compiler);
  const { list } = node;
  const { scope } = compiler;
  return { value: list === undefined ? () => '' : (frame) => labelOf(scope, list, toText(code(frame))) };
}

function labelOf(scope: Scope, list: string, code: string): string {
  return scope.label(list, code) ?? '';
}

function questionAt(text: string, { scope, place }: Compiler): ScopeNode | undefined {
  const path = text.trim();
  const name = /^\$\{\s*([^}\s]+)\s*\}$/u.exec(path)?.[1];
  if (name !== undefined) return scope.find(name);
  const steps = path.split('/');
  let node: ScopeNode | undefined = path.startsWith('/') ? scope.root : place.node;
  for (const step of path.startsWith('/') ? steps.slice(2) : steps) {
    node = step === '..' ? node?.parent : step === '.' ? node : node?.children.get(step);
  }
  return node;
}
