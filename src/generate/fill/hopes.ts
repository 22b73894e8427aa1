import type { CompiledCheck } from '../../model/record-checks/compiled-check.ts';

/** Whether it is worth while to begin a record anew for a check: no answers may suit it, and there are many records. */
export interface Hopes {
  /** Takes note of a record that was filled in, and of the checks that it breaks. */
  see(broken: readonly CompiledCheck[]): void;
  isGivenUp(check: CompiledCheck): boolean;
}

/** A check is given up after so many records in a row that break it. */
const ENOUGH = 36;

export function createHopes(): Hopes {
  const inRow = new Map<CompiledCheck, number>();
  const givenUp = new Set<CompiledCheck>();
  return {
    isGivenUp: (check) => givenUp.has(check),
    see: (broken) => {
      for (const check of inRow.keys()) if (!broken.includes(check)) inRow.delete(check);
      for (const check of broken) {
        const times = (inRow.get(check) ?? 0) + 1;
        inRow.set(check, times);
        if (times >= ENOUGH) givenUp.add(check);
      }
    },
  };
}
