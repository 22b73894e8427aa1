/** A stretch of text, in UTF-16 code units: `start` is its first unit, `end` the one after its last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A replacement in a text: `text` takes the place of the characters from `start` up to `end`. */
export interface Edit extends Range {
  readonly text: string;
}
