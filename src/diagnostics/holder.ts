import type { Report } from './collector.ts';

/** Findings that wait until it is certain that they are to be told, or that are told again. */
export interface Holder {
  readonly report: Report;
  readonly tell: (report: Report) => void;
}

export function createHolder(): Holder {
  const held: ((report: Report) => void)[] = [];
  return {
    report: (rule, at, params, more) => {
      held.push((report) => report(rule, at, params, more));
    },
    tell: (report) => {
      for (const tell of held) tell(report);
    },
  };
}
