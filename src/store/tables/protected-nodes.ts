import type { DataNode } from '../../model/columns/column.ts';
import type { TreatedAnswer } from '../protected-store.ts';
import type { FormNodes } from './store-tables.ts';

/** The form as its store knows it: what was left out has no column, and a pseudonym is a text. */
export function formNodes(form: FormNodes, treated: readonly TreatedAnswer[] = []): FormNodes {
  const by = new Map(treated.map(({ path, treatment }) => [path, treatment]));
  const isOut = (path: readonly string[]): boolean => by.get(path.join('/')) === 'left-out';
  const kept = (nodes: readonly DataNode[]): readonly DataNode[] =>
    nodes.flatMap((node): readonly DataNode[] => {
      if (node.kind === 'column') return isOut(node.path) ? [] : [node];
      return [{ ...node, children: kept(node.children) }];
    });
  return {
    ...form,
    nodes: kept(form.nodes),
    kindOf: (column) => (by.get(column.path.join('/')) === 'pseudonym' ? 'text' : form.kindOf(column)),
  };
}
