// Files, names and answers are hostile: whatever moves the cursor, changes colours or reorders a line is made harmless.

// oxlint-disable-next-line no-control-regex
const C0 = /[\u0000-\u001F\u007F]/g;
// C1 controls (0x9B alone begins an escape sequence), line separators, bidi embeddings and overrides, half characters.
const TREACHEROUS = /[\u0080-\u009F\u2028\u2029\u202A-\u202E\u2066\u2067\uFFFE\uFFFF]|\p{Surrogate}/gu;
const ISOLATES = /[\u2068\u2069]/g;

/** A stretch of a file as a terminal may show it: one character for each, controls as pictures (`␛`) or `\uFFFD`. */
export function harmless(text: string): string {
  return withoutControls(text).replaceAll(ISOLATES, '\uFFFD');
}

/** A sentence of ours that quotes others: on one line; isolates (U+2068 … U+2069) stay where they are in pairs. */
export function sentence(text: string): string {
  const line = withoutControls(text.trim().replaceAll(/\s+/g, (run) => (/^ +$/.test(run) ? run : ' ')));
  return isolatesArePaired(line) ? line : line.replaceAll(ISOLATES, '\uFFFD');
}

function withoutControls(text: string): string {
  return text.replaceAll(C0, picture).replaceAll(TREACHEROUS, '\uFFFD');
}

/** The control pictures of Unicode: ESC becomes `␛`. */
function picture(control: string): string {
  const code = control.charCodeAt(0);
  return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
}

function isolatesArePaired(line: string): boolean {
  let open = 0;
  for (const [mark] of line.matchAll(ISOLATES)) {
    open += mark === '\u2068' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}
