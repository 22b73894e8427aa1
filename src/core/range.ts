/** A stretch of text, in UTF-16 code units: `start` is its first unit, `end` the one after its last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
