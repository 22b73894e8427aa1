/** A hidden cell of a table, between the row and the column that it stands in; these are numbered together. */
export interface Edge {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

export interface Bridge {
  readonly cell: number;
  /** The rows and columns on one side of it. */
  readonly side: ReadonlySet<number>;
}

/**
 * Hidden cells that can be worked out all the same, from totals of several rows and columns together: those that no circle
 * of hidden cells goes through (Gusfield 1988, "A graph theoretic approach to statistical data security").
 */
export function bridgesIn(edges: readonly Edge[]): readonly Bridge[] {
  const around = neighbours(edges);
  const order = new Map<number, number>();
  const bridges: Bridge[] = [];

  /** Tells the earliest place that can be reached from here without the cell by which it was found, and what is beyond. */
  const visit = (at: number, by: number | undefined): { readonly low: number; readonly beyond: number[] } => {
    const place = order.size;
    order.set(at, place);
    let low = place;
    const beyond = [at];
    for (const { cell, to } of around.get(at) ?? []) {
      if (cell === by) continue;
      const known = order.get(to);
      if (known !== undefined) {
        low = Math.min(low, known);
        continue;
      }
      const found = visit(to, cell);
      low = Math.min(low, found.low);
      if (found.low > place) bridges.push({ cell, side: new Set(found.beyond) });
      beyond.push(...found.beyond);
    }
    return { low, beyond };
  };

  for (const at of around.keys()) if (!order.has(at)) visit(at, undefined);
  return bridges;
}

function neighbours(edges: readonly Edge[]): ReadonlyMap<number, readonly Pick<Edge, 'cell' | 'to'>[]> {
  const around = new Map<number, Pick<Edge, 'cell' | 'to'>[]>();
  const add = (from: number, cell: number, to: number): void => {
    const known = around.get(from);
    if (known) known.push({ cell, to });
    else around.set(from, [{ cell, to }]);
  };
  for (const { cell, from, to } of edges) {
    add(from, cell, to);
    add(to, cell, from);
  }
  return around;
}
