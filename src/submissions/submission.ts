import type { Report } from '../diagnostics/collector.ts';
import type { DataNode } from '../model/columns/column.ts';
import type { JsonRecord } from '../model/record/record-reader.ts';
import type { DataPage } from './pages.ts';

/** One submission as a file has it, whatever the shape of the file, before it is read against a form. */
export interface Submission {
  /** Its place among the submissions of its file, from 1; those that cannot be read are counted. */
  readonly number: number;
  /** Where it begins, as people find it: the line of a text file, the row of a sheet; undefined where neither helps. */
  readonly line: number | undefined;
  /**
   * Answers, and what the server added, by whole paths (`group/name`) or as objects inside each other; a repeat is a list of
   * objects. Everything that the file says of the submission is there, known to the form or not. The attributes of a
   * submission in XML, `id`, `version` and others, are there as `@id`, `@version`; its namespace is `@xmlns`.
   *
   * Keys come from files: `__proto__` and `constructor` can be among them, as own properties. Whoever copies answers into an
   * object of its own gives that no prototype.
   */
  readonly answers: JsonRecord;
  /** The names of the questions that the file has no place for, if there are any: what was answered there is not known. */
  readonly missing?: ReadonlySet<string>;
}

/** Who wrote a file of submissions, and how. */
export type Shape = 'kobo' | 'odata' | 'xml' | 'csv' | 'xlsx';

/** A file of submissions. It can be larger than memory, so it is read in pieces. */
export interface DataFile {
  /** As messages name it. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes from an offset on, in pieces; from the beginning where none is given. Each call reads anew. */
  pieces(from?: number): AsyncIterable<Uint8Array>;
  /** The names of the questions whose answers were left out of it on purpose. */
  readonly missing?: ReadonlySet<string>;
}

/** What a reader of a shape knows besides the file. */
export interface Reading {
  /** What the forms leave in data, newest version first: tables are understood by it. */
  readonly forms: readonly (readonly DataNode[])[];
  /** Takes what is wrong with the file as such, or with a submission that cannot be read. */
  readonly report: Report;
  /** Takes how many bytes of the file are done. */
  readonly progress: (bytes: number) => void;
  /** Takes what a page of a server says of the pages around it: these can be in other files. */
  readonly page: (page: DataPage) => void;
}

/** Reads the submissions of a file, some at a time, in their order. Never throws for what stands in the file. */
export type SubmissionReader = (file: DataFile, reading: Reading) => AsyncIterable<readonly Submission[]>;
