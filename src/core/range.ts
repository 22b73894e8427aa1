/** A stretch of text, in UTF-16 code units: `start` is its first unit, `end` the one after its last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A replacement in a text: `text` takes the place of the characters from `start` up to `end`. */
export interface Edit extends Range {
  readonly text: string;
}

/** The text with the edits made; they may not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of edits) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}
