/** A date with its time; which of both was meant is not kept, as in JavaRosa. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly ms: number;
  /** The same on the clock of the device: milliseconds since 1970-01-01T00:00 there. */
  readonly local: number;
}

/** What an answer is: `''` where there is none. Codes are texts; several are one text with blanks between them. */
export type Answer = string | number | Moment;
