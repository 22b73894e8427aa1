import { chainOf, type RecordView, type ScopeNode } from '../../expression/evaluate/scope.ts';

/**
 * Where something stands in a record, as people read it: `group/member[2]/age`, entries numbered from 1. A repeat itself has no
 * number where `row` is what it stands in.
 */
export function pathOf(node: ScopeNode | undefined, row: RecordView): string {
  const numbers = entryNumbers(row);
  const names = (node === undefined ? [] : chainOf(node).slice(1)).map(({ kind, name }) => {
    const number = kind === 'repeat' ? numbers.shift() : undefined;
    return number === undefined ? name : `${name}[${number}]`;
  });
  return names.join('/');
}

/** The numbers of the entries that a row is in, outermost first, from 1; none for the record itself. */
export function entryNumbers(row: RecordView): number[] {
  const numbers: number[] = [];
  for (let at = row; at.above !== undefined; at = at.above) numbers.unshift(at.index + 1);
  return numbers;
}

/** What stands at a path of names below the form; undefined where nothing does. */
export function nodeAt(path: readonly string[], root: ScopeNode): ScopeNode | undefined {
  return path.reduce<ScopeNode | undefined>((node, name) => node?.children.get(name), root);
}
