/** What no translator changes: references, parameters of modules, addresses of pages. */
const FIXED = /\$\{[^}]*\}|\$\([^)]*\)|https?:\/\/[^\s)<>"]+/g;

/** A text without what is no words of it. */
export function withoutReferences(text: string): string {
  return text.replaceAll(FIXED, ' ');
}

const REFERENCE = /\$\{\s*([^}]*?)\s*\}|\$\(\s*([^)]*?)\s*\)/g;

/** The references of a text, as the converter reads them, in their order: `${hh_size}`, `$(max)`. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].map(([, name, parameter]) =>
    name === undefined ? `$(${parameter ?? ''})` : `\${${name}}`,
  );
}
