import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { editorKeywords } from '../../../src/dictionary/language/json-schema.ts';
import { layerSchema } from '../../../src/dictionary/language/layer-schema.ts';
import { languageSchema } from '../../../src/dictionary/language/schema.ts';

/** Strict: a misspelt or misplaced keyword of the schema is an error, but for those that only editors read. */
function strictValidator(): Ajv {
  return new Ajv({ strict: true, allowUnionTypes: true, allErrors: true, verbose: true }).addVocabulary([
    ...editorKeywords,
  ]);
}

export function isDraft07(schema: object): boolean {
  return strictValidator().validateSchema(schema) === true;
}

const validate = strictValidator().compile(languageSchema());
const validateLayer = strictValidator().compile(layerSchema());

/** What an editor would mark in a YAML file, each with its place: `/forms/f/items/0/lable: must NOT …`. */
export function marked(yaml: string): readonly string[] {
  return marksOf(validate, yaml);
}

/** The same in a file of a country. */
export function markedInLayer(yaml: string): readonly string[] {
  return marksOf(validateLayer, yaml);
}

function marksOf(schema: ValidateFunction, yaml: string): readonly string[] {
  schema(parse(yaml));
  return (schema.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(mark);
}

function mark({ instancePath, params, message, parentSchema }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? `/${String(params['additionalProperty'])}` : '';
  const own: unknown = parentSchema?.['patternErrorMessage'] ?? parentSchema?.['errorMessage'];
  return `${instancePath}${extra}: ${typeof own === 'string' ? own : message}`;
}
