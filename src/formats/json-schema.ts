import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

/** Something in a value that its schema does not allow. */
export interface SchemaProblem {
  /** The keys and places down to it. */
  readonly path: readonly string[];
  readonly keyword: string;
  /** A sentence of the validator's, without the value: `must be string`. */
  readonly message: string;
}

/** Tells what is wrong with a value; nothing where it is as the schema says. */
export type SchemaValidator = (value: unknown) => readonly SchemaProblem[];

const NONE: readonly SchemaProblem[] = [];

/**
 * Makes a JSON Schema of the draft 2020-12 ready for many values. Most are as they are to be, so that they are tried by a
 * validator that stops at the first mistake; one that collects all is made when it is needed.
 */
export function schemaValidator(schema: object): SchemaValidator {
  const isValid = compile(schema, false);
  let all: ValidateFunction | undefined;
  return (value) => {
    if (isValid(value)) return NONE;
    all ??= compile(schema, true);
    return all(value) ? NONE : (all.errors ?? []).map(problemOf);
  };
}

function compile(schema: object, allErrors: boolean): ValidateFunction {
  return new Ajv2020({
    strict: true,
    allErrors,
    allowUnionTypes: true,
    validateSchema: false,
    unicodeRegExp: true,
  }).compile(schema);
}

function problemOf({ instancePath, keyword, message = '' }: ErrorObject): SchemaProblem {
  const path = instancePath.split('/').slice(1);
  return { path: path.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')), keyword, message };
}
