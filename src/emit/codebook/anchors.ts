/**
 * A fragment of an address made of names: letters, digits, `_` and `-` stay, all else becomes its code point between dots,
 * so that different names never meet and no name can mean anything in an address or an attribute.
 */
export function anchor(kind: 'v' | 'q' | 'l' | 'f' | 'c', ...names: readonly string[]): string {
  return `${kind}-${names.map(safe).join('.-.')}`;
}

export function safe(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_-]/gu, (letter) => `.${(letter.codePointAt(0) ?? 0).toString(16)}.`);
}
