import type { DataFile, Submission } from '../../submissions/submission.ts';

/** Picks submissions that are spread over each file. */
export interface Sampler {
  /** Those of some submissions that are looked at; `done` is how many bytes of the file they and all before them took. */
  pick(submissions: readonly Submission[], file: DataFile, done: number): readonly Submission[];
}

const ALL: Sampler = { pick: (submissions) => submissions };

/** About so many of each file, at equal distances; how many it holds is guessed from its beginning. All without a number. */
export function createSampler(wanted: number | undefined): Sampler {
  if (wanted === undefined) return ALL;
  const steps = new Map<string, { readonly step: number; seen: number }>();
  return {
    pick: (submissions, { name, size }, done) => {
      const guess = done > 0 ? (submissions.length * size) / done : submissions.length;
      const state = steps.get(name) ?? { step: Math.max(Math.floor(guess / wanted), 1), seen: 0 };
      steps.set(name, state);
      const from = state.seen;
      state.seen += submissions.length;
      return submissions.filter((_, index) => (from + index) % state.step === 0);
    },
  };
}
