import type { Dictionary, Language } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { AdoptedLanguages } from './texts.ts';

/** A workbook on its way into a dictionary. */
export interface AdoptedForm {
  readonly dictionary: Dictionary;
  readonly form: Form;
  /** As the workbook has them; none where its texts stand in plain columns. */
  readonly languages: readonly Language[];
  /** As the dictionary will have them. */
  readonly adopted: AdoptedLanguages;
  /** The name in the dictionary of a list of the workbook. */
  readonly listName: (name: string) => string;
}

export function nameOf({ form }: AdoptedForm): string {
  return form.name.string.text;
}
