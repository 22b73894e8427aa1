import { settingsColumns } from '../../vocabulary/settings.ts';
import { TIME_SPAN } from '../../vocabulary/time-span.ts';
import { questionTypes, sectionTypes } from '../../vocabulary/types.ts';
import { durationKeys, sumsKeys } from './check-keys.ts';
import { policyKeys, retirementKeys } from './form-keys.ts';
import { type JsonSchema, orBlank, ref, type Snippet, snippet, textOrBlank } from './json-schema.ts';
import type { Holds, Key } from './key.ts';
import { listParentKeys } from './list-keys.ts';
import { schemaOfKind } from './schema-kinds.ts';
import { columnKeys, meaningKeys } from './variable-keys.ts';

/** A map whose keys a table knows; any other key is a mistake. */
export function mapOf(keys: readonly Key[]): JsonSchema {
  const required = keys.filter((key) => key.required).map((key) => key.name);
  return {
    type: 'object',
    properties: propertiesOf(keys),
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  };
}

/** Many things share the columns of the survey sheet, so these are described once. */
export function propertiesOf(keys: readonly Key[]): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(keys.map((key) => [key.name, sharedKey(key) ?? keySchema(key)]));
}

function sharedKey(key: Key): JsonSchema | undefined {
  const among = (table: readonly Key[]): boolean => table.includes(key);
  if (among(columnKeys)) return ref(`columns/properties/${key.name}`);
  return among(meaningKeys) ? ref(`meaning/properties/${key.name}`) : undefined;
}

/** A key with its help: shown by an editor when the mouse rests on the key. */
export function keySchema(key: Key): JsonSchema {
  const example = `${key.name}: ${key.example}`;
  return {
    description: `${key.doc} Example: ${example}`,
    markdownDescription: `${key.doc}\n\n\`\`\`yaml\n${example}\n\`\`\``,
    ...(key.holds ? schemaOfShape[key.holds]() : schemaOfKind[key.kind](key)),
  };
}

const row = orBlank('object', { additionalProperties: textOrBlank });

// Functions, because some shapes hold keys that have a shape in turn.
const schemaOfShape: Readonly<Record<Holds, () => JsonSchema>> = {
  languages: () => orBlank('object', { additionalProperties: ref('language') }),
  policy: () => orBlank('object', mapOf(policyKeys)),
  codes: () => ({ type: ['object', 'array', 'null'], additionalProperties: ref('code'), items: ref('codeRow') }),
  'list parent': () => orBlank('object', mapOf(listParentKeys)),
  'question type': () => ({ ...textOrBlank, defaultSnippets: typeSnippets() }),
  'section type': () => sectionType(),
  items: () => orBlank('array', { items: ref('item') }),
  changes: () => orBlank('array', { items: ref('change') }),
  settings: () => orBlank('object', { properties: settings(), additionalProperties: textOrBlank }),
  attachments: () => orBlank('array', { items: ref('attachment') }),
  rows: () => orBlank('array', { items: row }),
  sheets: () => orBlank('object', { additionalProperties: { type: 'array', items: row } }),
  'soft limits': () => orBlank('array', { items: ref('softLimit') }),
  sums: () => orBlank('object', mapOf(sumsKeys)),
  duration: () => orBlank('object', mapOf(durationKeys)),
  'time span': () => timeSpan(),
  'later check': () => orBlank('object', {}),
  retirement: () => orBlank('object', mapOf(retirementKeys)),
};

/** Only suggestions: a type that XLSForm gets tomorrow is no mistake in the editor. */
function typeSnippets(): readonly Snippet[] {
  return [...questionTypes].map(([word, { takes }]) =>
    snippet(word, takes === 'list' || takes === 'file' ? `${word} \${1:${takes}}` : word),
  );
}

function sectionType(): JsonSchema {
  const words = sectionTypes.filter((word) => word !== 'loop');
  const kobo = words.slice(2);
  return {
    type: ['string', 'null'],
    pattern: `^(${words.join('|')}|loop\\s+over\\s+\\S.*)$`,
    defaultSnippets: [...kobo.map((word) => snippet(word)), snippet('loop', 'loop over ${1:list}')],
    patternErrorMessage: `Write one of: ${kobo.join(', ')}, loop over LIST.`,
  };
}

function timeSpan(): JsonSchema {
  const message = 'Write a length of time: 90s, 8m, 1h30m or 2d.';
  return { type: ['string', 'null'], pattern: `^${TIME_SPAN}$`, errorMessage: message, patternErrorMessage: message };
}

function settings(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    [...settingsColumns].map(([name, { doc }]) => [name, { ...textOrBlank, description: doc }]),
  );
}
