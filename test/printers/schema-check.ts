/** As much of JSON Schema as the findings schema uses; `ajv` takes its place once it is installed. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

/** What in a value breaks a schema, each with its path. */
export function violations(schema: Schema, value: unknown, root: Schema = schema, path = ''): readonly string[] {
  if (schema.$ref !== undefined) return violations(resolve(schema.$ref, root), value, root, path);
  const fits = (schema.oneOf ?? []).filter((each) => violations(each, value, root, path).length === 0).length;
  return [
    ...(schema.oneOf && fits !== 1 ? [`${path} fits ${fits} of oneOf`] : []),
    ...simple(schema, value, path),
    ...(Array.isArray(value) ? inArray(schema, value, root, path) : []),
    ...(isRecord(value) ? inObject(schema, value, root, path) : []),
  ];
}

function simple(schema: Schema, value: unknown, path: string): readonly string[] {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const wrong: string[] = [];
  if (types.length > 0 && !types.some((type) => hasType(value, type)))
    wrong.push(`${path} is no ${types.join(' or ')}`);
  if ('const' in schema && value !== schema.const) wrong.push(`${path} is not ${String(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) wrong.push(`${path} is none of ${schema.enum.join(', ')}`);
  if (schema.minimum !== undefined && Number(value) < schema.minimum) wrong.push(`${path} is too small`);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(String(value)))
    wrong.push(`${path} has another pattern`);
  return wrong;
}

function inArray(schema: Schema, value: readonly unknown[], root: Schema, path: string): readonly string[] {
  const { items } = schema;
  return items ? value.flatMap((each, index) => violations(items, each, root, `${path}/${index}`)) : [];
}

function inObject(
  schema: Schema,
  value: Readonly<Record<string, unknown>>,
  root: Schema,
  path: string,
): readonly string[] {
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  const known = schema.properties ?? {};
  const unknown =
    schema.additionalProperties === false ? Object.keys(value).filter((key) => !Object.hasOwn(known, key)) : [];
  return [
    ...missing.map((key) => `${path} lacks ${key}`),
    ...unknown.map((key) => `${path} has ${key}`),
    ...Object.entries(value).flatMap(([key, each]) => violations(known[key] ?? {}, each, root, `${path}/${key}`)),
  ];
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resolve(reference: string, root: Schema): Schema {
  const found = root.$defs?.[reference.replace('#/$defs/', '')];
  if (!found) throw new Error(`nothing at ${reference}`);
  return found;
}
