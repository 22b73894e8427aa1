type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array';

/** As much of JSON Schema draft-07 as the language needs, and the further words that VS Code's YAML editor understands. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | null)[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly markdownDescription?: string;
  readonly defaultSnippets?: readonly Snippet[];
  readonly errorMessage?: string;
  readonly patternErrorMessage?: string;
}

/** What an editor offers to write; `${1:list}` is a place that the author fills. */
export interface Snippet {
  readonly label: string;
  readonly body: string;
}

/** A suggestion that refuses nothing else. */
export function snippet(label: string, body = label): Snippet {
  return { label, body };
}

/** The keywords of a schema that only editors read; a strict validator must be told to let them pass. */
export const editorKeywords = [
  'markdownDescription',
  'defaultSnippets',
  'errorMessage',
  'patternErrorMessage',
] as const;

// The dictionary keeps every value as typed; an editor reads 07 as a number and true as a boolean, which are text too.
const WORD_TYPES = ['string', 'number', 'boolean'] as const;

/** A value that is typed on the line of its key. */
export const typedText: JsonSchema = { type: WORD_TYPES, errorMessage: 'Write a text here.' };

/** The same, or nothing: a key without a value removes what it would inherit. */
export const textOrBlank: JsonSchema = { type: [...WORD_TYPES, 'null'], errorMessage: 'Write a text here.' };

/** A map or list of the schema, or nothing. */
export function orBlank(type: 'object' | 'array', content: JsonSchema): JsonSchema {
  return { ...content, type: [type, 'null'] };
}

/** What may be written short, as a text, or long, as a map. */
export function orText(schema: JsonSchema): JsonSchema {
  return { ...schema, type: [...WORD_TYPES, 'object'] };
}

export function ref(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}
