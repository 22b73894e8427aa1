import { hasRightToLeft } from '../core/languages.ts';

const OPEN = '\u2068';
const CLOSE = '\u2069';
// What sets texts apart in YAML and CSV; a comma inside a sentence has a blank after it.
const STRUCTURE = /(["'[\]{}]|[,;](?!\s))/;

/** Whether a line, or a mark inside it, would be shown in another order than it is written. */
export function readsRightToLeft(text: string): boolean {
  return hasRightToLeft(text) || text.includes('\u200F');
}

/** Sets each right-to-left stretch apart, so that the line around it keeps its order. */
export function isolate(text: string): string {
  return hasRightToLeft(text) ? text.split(STRUCTURE).map(isolateText).join('') : text;
}

/** A stretch begins and ends with a right-to-left letter; what stands between two is part of it, but no other letter. */
function isolateText(text: string): string {
  let done = '';
  let held = '';
  let open = false;
  for (const letter of text) {
    if (hasRightToLeft(letter)) {
      done += open ? held : held + OPEN;
      done += letter;
      held = '';
      open = true;
    } else if (open && /\p{L}/u.test(letter)) {
      done += close(held) + letter;
      held = '';
      open = false;
    } else held += letter;
  }
  return done + (open ? close(held) : held);
}

/** The end of a sentence belongs to it. */
function close(held: string): string {
  const end = /^[.!?…]*/.exec(held)?.[0] ?? '';
  return end + CLOSE + held.slice(end.length);
}

/** Puts brackets around signs of a line, then sets its right-to-left stretches apart. */
export function bracket(before: string, marked: string, after: string): string {
  return isolate(`${before}⟦${marked}⟧${after}`);
}
