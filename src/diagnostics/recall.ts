import { isSame } from '../core/same.ts';
import type { Report } from './collector.ts';
import { createHolder } from './holder.ts';

/** What a stage made once, and what it told while it did. */
interface Memory<Value> {
  readonly inputs: readonly unknown[];
  readonly value: Value;
  readonly tell: (report: Report) => void;
}

/** Of an object that is used with more inputs than this, some are made anew. */
const MOST_MEMORIES = 8;

let isRemembering = false;

/** From now on all stages remember: for a run that looks at the same files again, as `--watch` does. Others need no memory. */
export function startRemembering(): void {
  isRemembering = true;
}

/** Whether stages remember. */
export function remembers(): boolean {
  return isRemembering;
}

/**
 * Gives a stage a memory, where the run remembers: for the same object and the same inputs (lists of the same members are the same) it gives what it
 * gave before, and tells its findings again. What the stage makes may depend on nothing else. What is forgotten elsewhere
 * is forgotten here. A stage whose value must be the very same thing within one run remembers `always`; what it tells
 * several times, the collector counts once.
 */
export function recall<Key extends WeakKey, Rest extends readonly unknown[], Value>(
  stage: (key: Key, report: Report, ...rest: Rest) => Value,
  when: 'asked to' | 'always' = 'asked to',
): (key: Key, inputs: readonly unknown[], report: Report, ...rest: Rest) => Value {
  const memories = new WeakMap<Key, readonly Memory<Value>[]>();
  return (key, inputs, report, ...rest) => {
    if (!isRemembering && when !== 'always') return stage(key, report, ...rest);
    const known = memories.get(key);
    const memory = known && memoryOf(known, inputs);
    if (memory) {
      memory.tell(report);
      return memory.value;
    }
    const { report: hold, tell } = createHolder();
    const value = stage(key, hold, ...rest);
    tell(report);
    memories.set(key, [{ inputs, value, tell }, ...(known ?? []).slice(0, MOST_MEMORIES - 1)]);
    return value;
  };
}

/** This runs for every item of a form at every edit: no closures. */
function memoryOf<Value>(known: readonly Memory<Value>[], inputs: readonly unknown[]): Memory<Value> | undefined {
  for (const memory of known) if (isSame(memory.inputs, inputs)) return memory;
  return undefined;
}
