/** Marks that open a stretch of another direction, and what closes it (Unicode Standard Annex 9). */
const OPENING: ReadonlyMap<string, string> = new Map([
  ['\u202A', '\u202C'],
  ['\u202B', '\u202C'],
  ['\u202D', '\u202C'],
  ['\u202E', '\u202C'],
  ['\u2066', '\u2069'],
  ['\u2067', '\u2069'],
  ['\u2068', '\u2069'],
]);
const MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

export interface LoneMark {
  /** As people call it: `U+202B`. */
  readonly mark: string;
  readonly open: boolean;
}

/** The first mark for the direction of writing that has no partner in its line; a line end closes all. */
export function loneDirectionMark(text: string): LoneMark | undefined {
  for (const line of text.split('\n')) {
    const waiting: string[] = [];
    for (const [mark] of line.matchAll(MARKS)) {
      if (OPENING.has(mark)) waiting.push(mark);
      else if (OPENING.get(waiting.at(-1) ?? '') === mark) waiting.pop();
      else return { mark: codeOf(mark), open: false };
    }
    const [left] = waiting;
    if (left !== undefined) return { mark: codeOf(left), open: true };
  }
  return undefined;
}

function codeOf(mark: string): string {
  return `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}
