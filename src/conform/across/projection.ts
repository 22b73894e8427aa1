/** What is kept of a submission for checks between submissions: little, however long it is. */
export interface Projection {
  /** What names the submission for ever; undefined where it has no id. */
  readonly key: string | undefined;
  /** The file, by its place among those that are read, from 0. */
  readonly file: number;
  /** Its place in the file, from 1. */
  readonly number: number;
}
