import { escaped } from './patterns.ts';
import type { JsonSchema } from './schema.ts';

/** Keys with their schemas, in order. */
export type Entries = readonly (readonly [key: string, schema: JsonSchema])[];

/** What an object holds besides the answers of the form. */
export interface Beside {
  /** What the server itself puts there. */
  readonly system: JsonSchema;
  /** Patterns of keys that may be there as well. */
  readonly open: JsonSchema;
}

/**
 * Unless it collects all errors, ajv puts the check of each property inside that of the one before: with 1,600 in one schema
 * its stack has no more room.
 */
const TOGETHER = 500;

/**
 * What other keys of an object are: mistakes, because an answer to a question that is not there means something; or of no
 * concern, for whoever looks at them otherwise.
 */
export type OtherKeys = 'mistakes' | 'ignored';

/** An object with these answers. */
export function objectSchema(answers: Entries, { system, open }: Beside, others: OtherKeys): JsonSchema {
  const own = answers.filter(([key]) => !Object.hasOwn(system, key));
  if (own.length <= TOGETHER) {
    const properties = { ...Object.fromEntries(own), ...system };
    return { type: 'object', properties, ...closedBy('additionalProperties', open, others) };
  }
  const allOf: JsonSchema[] = [];
  for (let at = 0; at < own.length; at += TOGETHER)
    allOf.push({ properties: Object.fromEntries(own.slice(at, at + TOGETHER)) });
  return { type: 'object', properties: system, allOf, ...closedBy('unevaluatedProperties', open, others) };
}

function closedBy(keyword: string, open: JsonSchema, others: OtherKeys): JsonSchema {
  return others === 'mistakes' ? { patternProperties: open, [keyword]: false } : {};
}

/** Keys that a server may add tomorrow: how they start, and what may follow. */
export interface OpenKeys {
  readonly start: string;
  readonly rest: string;
}

/**
 * Lets such keys hold anything. Keys that the schema knows are no match, so that it says one thing of each: strict validators
 * refuse properties that a pattern matches as well.
 */
export function openTo({ start, rest }: OpenKeys, answers: Entries, system: JsonSchema): JsonSchema {
  const known = new Set([...answers.map(([key]) => key), ...Object.keys(system)]);
  const named = [...known].filter((key) => key.startsWith(start)).map((key) => escaped(key.slice(start.length)));
  const others = named.length === 0 ? '' : `(?!(?:${named.join('|')})$)`;
  return { [`^${start}${others}${rest}$`]: true };
}
