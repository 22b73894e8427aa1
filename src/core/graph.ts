/**
 * The cycles that a depth-first walk meets, each once, as the list of names from its first to its last
 * (the last leads back to the first). Names are visited in the order given.
 */
export function findCycles(names: Iterable<string>, next: (name: string) => Iterable<string>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  for (const root of names) if (!state.has(root)) walkFrom(root, next, state, cycles);
  return cycles;
}

/** Iterative, because a chain of thousands of definitions must not exhaust the stack. */
function walkFrom(
  root: string,
  next: (name: string) => Iterable<string>,
  state: Map<string, 'open' | 'done'>,
  cycles: string[][],
): void {
  const path: { name: string; rest: Iterator<string> }[] = [];
  const enter = (name: string): void => {
    state.set(name, 'open');
    path.push({ name, rest: next(name)[Symbol.iterator]() });
  };
  enter(root);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const step = top.rest.next();
    if (step.done) {
      state.set(top.name, 'done');
      path.pop();
    } else if (state.get(step.value) === 'open') {
      const names = path.map((stop) => stop.name);
      cycles.push(names.slice(names.indexOf(step.value)));
    } else if (!state.has(step.value)) enter(step.value);
  }
}
