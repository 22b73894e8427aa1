import type { Profile } from '../../vocabulary/profiles.ts';
import type { CodeList } from '../code-list.ts';
import type { Language } from '../dictionary.ts';
import type { Form } from '../form.ts';
import type { OwnSheet } from '../form.ts';

/** A form as a profile gets it: the language's own words spelt out in XLSForm's, its lists chosen and named. */
export interface Delivery {
  readonly profile: Profile;
  readonly form: Form;
  readonly languages: readonly Language[];
  /** Lists of the choices sheet, in the order in which the form uses them. */
  readonly inline: readonly CodeList[];
  /** Lists that travel as CSV files. */
  readonly external: readonly CodeList[];
  /** Lists of the sheets that two old types read. */
  readonly ownSheets: Readonly<Record<OwnSheet, readonly CodeList[]>>;
}
