import type { Dictionary } from './dictionary.ts';
import type { Form } from './form.ts';

/** The id by which servers know a form: its name, which in a country begins with the id of the country. */
export function formId({ name }: Form, { country }: Pick<Dictionary, 'country'>): string {
  const { text } = name.string;
  if (!country) return text;
  const id = country.id.string.text;
  return text.startsWith(`${id}_`) ? text : `${id}_${text}`;
}
