const STAMP = 'Lexiform: ';

/** How the stamp of a text travels in a file that has no place of its own for it. */
export function stampNote(stamp: string): string {
  return STAMP + stamp;
}

/** The stamp among the notes of a text; '' where a program has thrown it away. */
export function stampIn(notes: readonly string[]): string {
  return notes.find((note) => note.startsWith(STAMP))?.slice(STAMP.length) ?? '';
}

export function roomNote(room: number): string {
  return `Room for about ${room} characters`;
}
