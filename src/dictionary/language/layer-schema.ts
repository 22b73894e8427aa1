import {
  addKeys,
  type ChangeKind,
  changeKinds,
  countryKeys,
  formChangeKeys,
  itemChangeKeys,
  listChangeKeys,
  moduleChangeKeys,
  moveKeys,
  placeWords,
  removeKeys,
} from './country-keys.ts';
import { formKeys, moduleKeys } from './form-keys.ts';
import { type JsonSchema, orBlank, ref, typedText } from './json-schema.ts';
import type { Key } from './key.ts';
import { codeListKeys } from './list-keys.ts';
import { definitions, sectionProperties } from './schema.ts';
import { keySchema, mapOf, propertiesOf } from './schema-shapes.ts';

/**
 * The JSON Schema (draft-07) of `country.yaml` and of the other files with sections of a country. An editor cannot know which
 * names the core has, so it offers the keys of a new definition and those of a change side by side.
 */
export function layerSchema(): JsonSchema {
  const others = countryKeys.map(({ name }) => name).filter((name) => name !== 'country');
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Lexiform country layer',
    description: 'A YAML file of a country: country.yaml, or sections with what it changes and adds.',
    type: ['object', 'null'],
    properties: { ...propertiesOf(countryKeys), ...sectionProperties(LAYERED) },
    additionalProperties: false,
    dependencies: Object.fromEntries(others.map((name) => [name, ['country']])),
    definitions: {
      ...definitions(),
      codeList: { ...either(codeListKeys, listChangeKeys), type: 'object' },
      module: either(moduleKeys, moduleChangeKeys),
      form: either(formKeys, formChangeKeys),
      change: changeSchema(),
      ...Object.fromEntries(changeKinds.map((kind) => [`change-${kind}`, CHANGES[kind]])),
    },
  };
}

const LAYERED = {
  codelists: ref('codeList'),
  variables: ref('variable'),
  modules: ref('module'),
  forms: ref('form'),
  indicators: true,
  checks: { anyOf: [ref('check'), { type: 'null' }] },
  crosswalks: true,
} as const;

/** A definition of the country, a change of one of the core, or nothing. */
function either(own: readonly Key[], change: readonly Key[]): JsonSchema {
  return orBlank('object', {
    properties: { ...propertiesOf(own), ...propertiesOf(change) },
    additionalProperties: false,
  });
}

const somewhere = { anyOf: placeWords.map((word) => says(word, typedText)) };

function says(word: string, value: JsonSchema): JsonSchema {
  return { properties: { [word]: value }, required: [word] };
}

const KEYS: Readonly<Record<ChangeKind, readonly Key[]>> = {
  add: addKeys,
  move: moveKeys,
  item: itemChangeKeys,
  remove: removeKeys,
};

const CHANGES: Readonly<Record<ChangeKind, JsonSchema>> = {
  add: { ...mapOf(addKeys), ...somewhere },
  move: { ...mapOf(moveKeys), ...somewhere },
  item: mapOf(itemChangeKeys),
  remove: mapOf(removeKeys),
};

const CHANGE = `A change says one of: ${changeKinds.join(', ')}.`;

/** A chain of if and else, because then a mistake is told by the one kind of change that was meant. */
function changeSchema(): JsonSchema {
  return { ...changeKinds.reduceRight<JsonSchema>(orElse, noKind()), type: 'object', errorMessage: CHANGE };
}

function orElse(otherwise: JsonSchema, kind: ChangeKind): JsonSchema {
  return {
    if: { type: 'object', properties: { [kind]: {} }, required: [kind] },
    // oxlint-disable-next-line unicorn/no-thenable
    then: ref(`change-${kind}`),
    else: otherwise,
  };
}

/** Where no kind is said, the editor offers all of them. */
function noKind(): JsonSchema {
  const kinds = changeKinds.flatMap((kind) => KEYS[kind].filter((key) => key.name === kind));
  const places = KEYS.add.filter((key) => placeWords.some((word) => word === key.name));
  return {
    properties: Object.fromEntries([...kinds, ...places].map((key) => [key.name, keySchema(key)])),
    additionalProperties: false,
    anyOf: changeKinds.map((kind) => says(kind, {})),
    errorMessage: CHANGE,
  };
}
