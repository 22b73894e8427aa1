/** A JSON Schema of the draft 2020-12. Only keywords that the draft knows, because strict validators refuse others. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** How a server delivers a submission: KoboToolbox with an answer a key, OData with an object a group. */
export type Shape = 'kobo' | 'odata';

/** Schemas that several properties share: each stands once below `$defs`, in the order of first use. */
export interface Definitions {
  /** The reference to a schema, which is made when it is first referred to. */
  refer(name: string, make: () => JsonSchema): JsonSchema;
  all(): JsonSchema;
}

export function createDefinitions(): Definitions {
  const made = new Map<string, { readonly schema: JsonSchema; readonly reference: JsonSchema }>();
  return {
    refer: (name, make) => {
      const known = made.get(name) ?? { schema: make(), reference: { $ref: `#/$defs/${pointer(name)}` } };
      made.set(name, known);
      return known.reference;
    },
    all: () => Object.fromEntries([...made].map(([name, { schema }]) => [name, schema])),
  };
}

/** A name as a part of a JSON Pointer inside a URI (RFC 6901, 6). */
function pointer(name: string): string {
  return uriPart(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Half a character, which no URI can hold, becomes the sign for one that is missing. */
export function uriPart(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}

/** The same schema with those keywords alone that say something. */
export function told(keywords: Readonly<Record<string, unknown>>): JsonSchema {
  const said: Record<string, unknown> = {};
  for (const keyword in keywords) if (keywords[keyword] !== undefined) said[keyword] = keywords[keyword];
  return said;
}
