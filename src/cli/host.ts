import type { EvaluationHost } from '../expression/evaluate/scope.ts';

/** What the command line has of the world outside; tests give their own. */
export interface Host {
  readonly cwd: string;
  /** Results and machine formats. */
  readonly out: (text: string) => void;
  /** Waits until a slow reader of stdout has taken what was written, so that it does not pile up. */
  readonly drained?: () => Promise<void>;
  /** Progress and talk. */
  readonly err: (text: string) => void;
  /** Replaces a line of progress that a person sees; empty to take it away. Where nobody looks, nothing happens. */
  readonly live: (text: string) => void;
  /** Lets go of memory that is not needed any more. */
  readonly letGo: () => void;
  /**
   * The same, and from now on memory grows in small steps, which costs a little time. For a `stream` of pieces that come and
   * go, the room for what is new does not grow at all.
   */
  readonly beFrugal: (work: 'once' | 'stream') => void;
  /** Starts a thread that helps with the parts of a source; left out where there is no processor to spare. */
  readonly helper?: (data: unknown) => HelperThread;
  /** Whether a person reads stdout on a terminal. */
  readonly terminal: boolean;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** A variable of the environment; secrets come this way only. */
  readonly env: (name: string) => string | undefined;
  /** Asks a person who sits at the terminal; undefined where nobody does. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Time of day, randomness and hashes, as expressions ask for them. */
  readonly evaluation: () => EvaluationHost;
}

/** Another thread at work. */
export interface HelperThread {
  readonly onMessage: (take: (message: unknown) => void) => void;
  /** Rejects where the thread fails. */
  readonly done: Promise<void>;
  readonly end: () => Promise<void>;
}

/** A wrong call or configuration, told to the user in a sentence; the command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.help = help;
  }
}

export const EXIT = { clean: 0, findings: 1, usage: 2, remote: 3, changes: 4, defect: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
