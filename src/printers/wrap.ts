import { displayWidth } from './width.ts';

/** Sentences are hard to read in wider lines than this. */
const WIDEST_PROSE = 100;

export function proseWidth(width: number): number {
  return Math.min(width, WIDEST_PROSE);
}

/** Breaks a text at blanks into lines of at most `width` columns; a longer word stays whole, so that it can be copied. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let room = width;
  for (const word of text.split(' ')) {
    const wide = displayWidth(word);
    if (line !== '' && wide + 1 > room) {
      lines.push(line);
      line = '';
    }
    room = line === '' ? width - wide : room - wide - 1;
    line += line === '' ? word : ` ${word}`;
  }
  return keepIsolated([...lines, line]);
}

/** A terminal orders each line by itself: an isolate that runs on is closed at the end of a line and opened on the next. */
function keepIsolated(lines: readonly string[]): readonly string[] {
  let open = false;
  return lines.map((line) => {
    const begun = open ? `\u2068${line}` : line;
    open = begun.lastIndexOf('\u2068') > begun.lastIndexOf('\u2069');
    return open ? `${begun}\u2069` : begun;
  });
}
