import { escaped } from './patterns.ts';
import type { JsonSchema } from './schema.ts';

/** Keys that a server may add tomorrow: how they start, and what may follow. */
export interface OpenKeys {
  readonly start: string;
  readonly rest: string;
}

/**
 * Lets such keys hold anything. Keys that the schema knows are no match, so that it says one thing of each: strict validators
 * refuse properties that a pattern matches as well.
 */
export function openTo({ start, rest }: OpenKeys, properties: JsonSchema): JsonSchema {
  const known = Object.keys(properties)
    .filter((name) => name.startsWith(start))
    .map((name) => escaped(name.slice(start.length)));
  const others = known.length === 0 ? '' : `(?!(?:${known.join('|')})$)`;
  return { patternProperties: { [`^${start}${others}${rest}$`]: true } };
}
