import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Which submission a finding is about, and what it is counted by. */
export interface Subject {
  /** What names the submission for ever: the id that no edit changes, else its number in the file. */
  readonly key: string;
  /** Its place among the submissions of its file, from 1. */
  readonly number: number;
  /** The line or row of the file where it begins. */
  readonly line: number | undefined;
  /** Where the server shows it. */
  readonly link: string | undefined;
  /** The version of the form that made it; empty where nothing tells. */
  readonly version: string;
  /** Who asked. */
  readonly enumerator: string;
  readonly site: string;
  /** YYYY-MM-DD. */
  readonly day: string;
}

/** Something in a submission that is not as the dictionary says. */
export interface RecordFinding {
  /** Its location is the record and the path of the answer, `member[2]/age`; `related` begins with the line of the dictionary. */
  readonly diagnostic: Diagnostic;
  readonly subject: Subject;
  /** The name of the question; empty for the submission as a whole. */
  readonly variable: string;
  /** What people are asked there, in the dictionary's language. */
  readonly label: string;
  /** What was answered; undefined where there is no answer, and where it is not shown because it is personal. */
  readonly value: string | undefined;
  /** Whether there is an answer that is not shown. */
  readonly hidden: boolean;
  /** What the dictionary wants, in words: `one of: f, m`, `a whole number`. */
  readonly expected: string;
}

/** Takes findings as they are made. */
export type FindingSink = (finding: RecordFinding) => void;
