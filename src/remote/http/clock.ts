/** Counts the time in which at least one request is under way. */
export interface Clock {
  readonly during: <Value>(work: Promise<Value>) => Promise<Value>;
  /** In milliseconds. */
  readonly waited: () => number;
}

export function createClock(): Clock {
  let underWay = 0;
  let since = 0;
  let before = 0;
  const end = (): void => {
    underWay -= 1;
    if (underWay === 0) before += performance.now() - since;
  };
  return {
    during: (work) => {
      if (underWay === 0) since = performance.now();
      underWay += 1;
      return work.finally(end);
    },
    waited: () => before + (underWay > 0 ? performance.now() - since : 0),
  };
}
