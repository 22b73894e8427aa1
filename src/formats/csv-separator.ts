export interface Separator {
  readonly separator: string;
  /** Where the table begins: after a first line such as `sep=;`. */
  readonly from: number;
}

// Excel takes any one character here and hides the line.
const DECLARED = /^sep=([^"\r\n])(?:\r\n?|\n|$)/i;
const USUAL: readonly string[] = [',', ';', '\t'];

/** The separator that a first line `sep=;` declares, else the one that the headings have most of. */
export function separatorOf(text: string): Separator {
  const declared = DECLARED.exec(text);
  if (declared) return { separator: declared[1] ?? ',', from: declared[0].length };
  const start = Math.max(text.search(/[\S\t]/), 0);
  const counts = countOutsideQuotes(text, start) ?? countInLine(text, start);
  const most = counts.indexOf(Math.max(...counts));
  return { separator: USUAL[most] ?? ',', from: 0 };
}

/**
 * How many of each usual separator the first row has outside quotation marks; undefined where one is not closed.
 * A loop, since a regular expression exhausts the stack on a line of many megabytes.
 */
function countOutsideQuotes(text: string, start: number): number[] | undefined {
  const counts = USUAL.map(() => 0);
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) return counts;
    else if (!quoted) count(character, counts);
  }
  return quoted ? undefined : counts;
}

function countInLine(text: string, start: number): number[] {
  const counts = USUAL.map(() => 0);
  for (let at = start; at < text.length && !/[\r\n]/.test(text.charAt(at)); at++) count(text.charAt(at), counts);
  return counts;
}

function count(character: string, counts: number[]): void {
  const index = USUAL.indexOf(character);
  if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
}
