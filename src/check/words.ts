/** `a, b and c` */
export function listed(words: readonly string[]): string {
  const others = words.slice(0, -1).join(', ');
  return others === '' ? (words[0] ?? '') : `${others} and ${words.at(-1) ?? ''}`;
}
