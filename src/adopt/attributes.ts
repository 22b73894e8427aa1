import { isLanguageTag } from '../core/languages.ts';
import { codeRowKeys } from '../dictionary/language/list-keys.ts';
import type { Code } from '../model/code-list.ts';
import { MULTIPLE } from '../model/facets.ts';
import type { Written } from '../source/yaml/write.ts';

const KEYS: ReadonlySet<string> = new Set(codeRowKeys.map(({ name }) => name));

/** Whether a heading of the choices sheet means nothing else as a key of a code. */
export function isFree(header: string): boolean {
  return !KEYS.has(header) && !isLanguageTag(header) && header !== MULTIPLE;
}

/** The attributes of a code in their order: keys of their own, or cells where the language has another meaning for one. */
export function writtenAttributes(attributes: Code['attributes']): readonly (readonly [string, Written])[] {
  const all = [...attributes].map(([header, { string }]) => [header, string.text] as const);
  return all.every(([header]) => isFree(header)) ? all : [['columns', new Map(all)]];
}
