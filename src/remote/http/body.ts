import type { FormField, HttpRequest } from './http.ts';

/** What is sent, and its type where nothing else says it. */
export interface Body {
  readonly data?: string | FormData;
  readonly headers: Readonly<Record<string, string>>;
}

export function bodyOf({ json, form }: HttpRequest): Body {
  if (form) return { data: formOf(form), headers: {} };
  if (json === undefined) return { headers: {} };
  return { data: JSON.stringify(json), headers: { 'Content-Type': 'application/json' } };
}

function formOf(fields: readonly FormField[]): FormData {
  const form = new FormData();
  for (const field of fields) {
    if ('value' in field) form.append(field.name, field.value);
    else form.append(field.name, new Blob([new Uint8Array(field.bytes)], { type: field.type }), field.fileName);
  }
  return form;
}
