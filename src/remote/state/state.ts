/** What is remembered of a project since its last push; it holds no secret, and goes into version control. */
export interface ProjectState {
  readonly uid: string;
  /** The version that the last push left deployed. */
  readonly version?: string;
  /** The hash of what KoboToolbox held then, and of what had been handed over: they differ where it keeps something another way. */
  readonly content?: string;
  readonly form?: string;
  /** The name that the project had then. */
  readonly name?: string;
  /** What the submissions of that form say of it: dictionary, form, version and hash. */
  readonly stamp?: string;
  /** The MD5 of each file that Lexiform put there, by its name. */
  readonly media?: Readonly<Record<string, string>>;
  /** The rights that Lexiform gave, by user: only these are ever taken away. */
  readonly permissions?: Readonly<Record<string, readonly string[]>>;
  readonly collection?: string;
  /** Written before the first change and taken away after the last one. */
  readonly unfinished?: Unfinished;
}

/** A push that is under way, or that was cut off. */
export interface Unfinished {
  /** The workbook that was handed over last, and may still be taken in. */
  readonly import?: string;
  /** The hash of what KoboToolbox held after taking a workbook in, where that was not what had been handed over. */
  readonly held?: string;
}

/** By `server/project`. */
export type State = ReadonlyMap<string, ProjectState>;

/** What is wrong with the state file, and what to do about it. */
export interface StateProblem {
  readonly message: string;
  readonly help: string;
}

export function isProblem(read: State | StateProblem): read is StateProblem {
  return 'message' in read;
}
