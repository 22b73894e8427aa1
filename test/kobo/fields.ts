import { type Call, Refusal, invalid } from './http.ts';
import type { Row } from './state.ts';

const FORM_TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded'];

/** The fields of a form; a file is a File. A request of another type has none. */
export async function formFields(call: Call): Promise<Map<string, string | File>> {
  const type = call.headers['content-type'] ?? '';
  if (!FORM_TYPES.some((known) => type.startsWith(known))) return new Map();
  try {
    const form = await new Response(call.body as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': type },
    }).formData();
    return new Map(form as unknown as Iterable<[string, string | File]>);
  } catch {
    throw invalid({ detail: 'Multipart form parse error - Invalid boundary in multipart' });
  }
}

/** The data of a request that may come as JSON or as a form. */
export async function requestData(call: Call): Promise<Row> {
  const value = await jsonOrFields(call);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row;
  throw invalid({ non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] });
}

export async function requestList(call: Call): Promise<readonly unknown[]> {
  const value = await jsonOrFields(call);
  if (Array.isArray(value)) return value;
  throw invalid({ assignments: { non_field_errors: ['Expected a list of items but got type "dict".'] } });
}

async function jsonOrFields(call: Call): Promise<unknown> {
  const type = call.headers['content-type'] ?? '';
  if (call.body.length === 0) return {};
  if (type.startsWith('application/json')) return parseJson(call);
  if (FORM_TYPES.some((known) => type.startsWith(known))) return Object.fromEntries(await formFields(call));
  throw new Refusal(415, { detail: `Unsupported media type "${type}" in request.` });
}

function parseJson(call: Call): unknown {
  try {
    return JSON.parse(Buffer.from(call.body).toString('utf8')) as unknown;
  } catch (error) {
    throw invalid({ detail: `JSON parse error - ${(error as Error).message}` });
  }
}

/** A field that is an object, or the JSON text of one. */
export function objectField(data: Row, name: string): Row | undefined {
  const value = data[name];
  if (value === undefined) return undefined;
  if (typeof value === 'object' && value !== null) return value as Row;
  try {
    const parsed: unknown = JSON.parse(String(value));
    if (typeof parsed === 'object' && parsed !== null) return parsed as Row;
  } catch {
    // told below
  }
  throw invalid({ [name]: ['Unable to parse JSON'] });
}

/** A text of a request; what is no text reads as none. */
export function textField(data: Row, name: string): string | undefined {
  const value = data[name];
  return typeof value === 'string' ? value : undefined;
}
