import { checkKeys } from './check-keys.ts';
import {
  attachmentKeys,
  formKeys,
  languageKeys,
  manifestKeys,
  moduleKeys,
  type SectionName,
  softKeys,
} from './form-keys.ts';
import {
  askKeys,
  calculateKeys,
  groupKeys,
  type ItemKind,
  itemKinds,
  noteKeys,
  repeatKeys,
  useKeys,
} from './item-keys.ts';
import { type JsonSchema, orBlank, orText, ref, textOrBlank, typedText } from './json-schema.ts';
import type { Key } from './key.ts';
import { codeKeys, codeListKeys, codeRowKeys } from './list-keys.ts';
import { keySchema, mapOf, propertiesOf } from './schema-shapes.ts';
import { sectionDocs } from './things.ts';
import { columnKeys, meaningKeys, variableKeys } from './variable-keys.ts';

/**
 * The JSON Schema (draft-07) of the manifest and of every file with sections, for editors that complete and check YAML.
 * The files of a country have a schema of their own; locales, servers and the ledger have none.
 */
export function languageSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Lexiform dictionary',
    description: 'A YAML file of a data dictionary: its manifest, or sections such as codelists, variables and forms.',
    type: ['object', 'null'],
    properties: { ...propertiesOf(manifestKeys), ...sectionProperties() },
    additionalProperties: false,
    dependencies: togetherRequired(manifestKeys),
    definitions: definitions(),
  };
}

type Defined = Readonly<Record<SectionName, JsonSchema | true>>;

const DEFINED: Defined = {
  codelists: ref('codeList'),
  variables: ref('variable'),
  modules: ref('module'),
  forms: ref('form'),
  indicators: true,
  checks: ref('check'),
  crosswalks: true,
};

export function sectionProperties(defined: Defined = DEFINED): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(defined).map(([name, additionalProperties]) => [
      name,
      orBlank('object', { description: sectionDocs[name as SectionName], additionalProperties }),
    ]),
  );
}

/** What the manifest must say, any file with a part of it must say: the others hold sections alone. */
function togetherRequired(keys: readonly Key[]): Readonly<Record<string, readonly string[]>> {
  const required = keys.filter((key) => key.required).map((key) => key.name);
  return Object.fromEntries(required.map((name) => [name, required.filter((other) => other !== name)]));
}

export function definitions(): Readonly<Record<string, JsonSchema>> {
  return {
    language: orText(mapOf(languageKeys)),
    codeList: mapOf(codeListKeys),
    code: codeSchema(),
    codeRow: { ...mapOf(codeRowKeys), additionalProperties: typedText },
    variable: mapOf(variableKeys),
    columns: { type: 'object', properties: described(columnKeys) },
    meaning: { type: 'object', properties: described(meaningKeys) },
    softLimit: mapOf(softKeys),
    item: itemSchema(),
    ...Object.fromEntries(itemKinds.map((kind) => [kind, mapOf(ITEM_KEYS[kind])])),
    module: mapOf(moduleKeys),
    form: mapOf(formKeys),
    attachment: orText(mapOf(attachmentKeys)),
    check: mapOf(checkKeys),
  };
}

function described(keys: readonly Key[]): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(keys.map((key) => [key.name, keySchema(key)]));
}

/** A label, a label by language, or keys; other keys are attributes of the list or tags of languages. */
function codeSchema(): JsonSchema {
  const { properties = {} } = mapOf(codeKeys);
  return {
    type: ['string', 'number', 'boolean', 'null', 'object'],
    properties,
    additionalProperties: textOrBlank,
    errorMessage: 'Write a label, or a map of keys.',
  };
}

const ITEM_KEYS: Readonly<Record<ItemKind, readonly Key[]>> = {
  ask: askKeys,
  note: noteKeys,
  calculate: calculateKeys,
  group: groupKeys,
  repeat: repeatKeys,
  use: useKeys,
};

const ITEM = `An item is the name of a variable, or says one of: ${itemKinds.join(', ')}.`;

/** A chain of if and else, because then a mistake is told by the one kind of item that was meant. */
function itemSchema(): JsonSchema {
  return { ...orText(itemKinds.reduceRight<JsonSchema>(orElse, noKind())), errorMessage: ITEM };
}

function orElse(otherwise: JsonSchema, kind: ItemKind): JsonSchema {
  return {
    if: { type: 'object', properties: { [kind]: {} }, required: [kind] },
    // oxlint-disable-next-line unicorn/no-thenable
    then: ref(kind),
    else: otherwise,
  };
}

/** Where no kind is said, the editor offers all of them. */
function noKind(): JsonSchema {
  const kinds = itemKinds.map((kind) => ITEM_KEYS[kind].filter((key) => key.name === kind));
  return {
    properties: described(kinds.flat()),
    additionalProperties: false,
    minProperties: 1,
    errorMessage: ITEM,
  };
}
