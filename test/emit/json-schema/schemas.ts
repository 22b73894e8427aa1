import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { schemaFiles } from '../../../src/emit/json-schema/schema-files.ts';
import { deliver } from '../../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../../src/model/dictionary.ts';
import type { Profile } from '../../../src/vocabulary/profiles.ts';
import { type Files, present, reading } from '../../support/tester.ts';

export type Shape = 'kobo' | 'odata';
export const shapes = ['kobo', 'odata'] as const;

/** The text of a form's schema; of the only form where none is named. */
export function schemaText(dictionary: Dictionary, shape: Shape, profile: Profile, form?: string): string {
  const chosen = form === undefined ? [...dictionary.forms.values()][0] : dictionary.forms.get(form);
  const files = schemaFiles(deliver(dictionary, present(chosen, form ?? 'form'), profile), dictionary);
  const file = files.find(({ path }) => path.endsWith(`.${shape}.schema.json`));
  return new TextDecoder().decode(present(file, shape).bytes);
}

/** As strict as the validator can be: what it would pass over or guess is an error. */
export function compileSchema(text: string): ValidateFunction {
  const options = {
    strict: true,
    strictTypes: true,
    strictTuples: true,
    strictRequired: true,
    allErrors: true,
  } as const;
  return new Ajv2020(options).compile(JSON.parse(text));
}

/** The schema of the form in a snippet, as keywords that can be looked at. */
export function schemaOf(files: Files | string, shape: Shape, profile: Profile = 'odk'): Schema {
  const schema: unknown = JSON.parse(schemaText(reading.compile(files).dictionary, shape, profile));
  return schema as Schema;
}

export interface Schema {
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly $defs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [keyword: string]: unknown;
}

const IDS = {
  kobo: { _id: 1, _uuid: 'u' },
  odata: { __id: 'uuid:u' },
} as const;

/** Tries answers against the form in a snippet: gives what is wrong, `/place: message` each, in order. */
export function trying(files: Files | string, shape: Shape, profile: Profile = 'odk') {
  const validate = compileSchema(schemaText(reading.compile(files).dictionary, shape, profile));
  return (answers: object): readonly string[] => {
    validate({ ...IDS[shape], ...answers });
    return (validate.errors ?? []).map(told);
  };
}

function told({ instancePath, message, params }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? `/${String(params['additionalProperty'])}` : '';
  return `${instancePath}${extra}: ${message}`;
}
