import { type JsonSchema, snippet, textOrBlank } from './json-schema.ts';
import type { Key, Kind } from './key.ts';

type Describe = (key: Key) => JsonSchema;

const text: Describe = () => ({
  type: ['string', 'number', 'boolean', 'null', 'object'],
  additionalProperties: textOrBlank,
  errorMessage: 'Write a text, or a map from language to text.',
});

const names: Describe = ({ values }) => {
  if (values) return { anyOf: [oneOf(values), { type: 'array', items: oneOf(values) }] };
  return {
    type: ['string', 'number', 'boolean', 'null', 'array'],
    items: textOrBlank,
    errorMessage: 'Write a word or a list of words.',
  };
};

// The spellings that the decoder takes. As a pattern, so that an editor offers only yes and no.
const FLAGS = '^([Yy]es|YES|[Tt]rue|TRUE|true\\(\\)|[Nn]o|NO|[Ff]alse|FALSE|false\\(\\))$';

const flag: Describe = () => ({
  type: ['string', 'boolean', 'null'],
  pattern: FLAGS,
  defaultSnippets: [snippet('yes'), snippet('no')],
  errorMessage: 'Write yes or no.',
  patternErrorMessage: 'Write yes or no.',
});

function oneOf(values: readonly string[]): JsonSchema {
  return { enum: [...values, null], errorMessage: `Write one of: ${values.join(', ')}.` };
}

/** What each kind of key accepts, as the decoder of that kind does. */
export const schemaOfKind: Readonly<Record<Kind, Describe>> = {
  text,
  plain: () => textOrBlank,
  name: () => ({ ...textOrBlank, errorMessage: 'Write a single word here.' }),
  flag,
  choice: ({ values }) => oneOf(values ?? []),
  names,
  parameters: () => ({
    type: ['string', 'number', 'boolean', 'null', 'object'],
    additionalProperties: textOrBlank,
    errorMessage: 'Write a text such as max-pixels=1024, or a map.',
  }),
  cells: () => ({ type: ['object', 'null'], additionalProperties: textOrBlank }),
  texts: (key) => ({ type: ['object', 'null'], additionalProperties: text(key) }),
  map: () => ({ type: ['object', 'null'] }),
  list: () => ({ type: ['array', 'null'] }),
  entry: () => ({}),
};
