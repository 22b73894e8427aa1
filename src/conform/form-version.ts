import { deliver } from '../model/deliver/deliver.ts';
import type { Delivery } from '../model/deliver/delivery.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import { type RecordScope, recordScope } from '../model/record/record-scope.ts';
import type { Profile } from '../vocabulary/profiles.ts';

/** A form as it went out at some time, which submissions are held against. */
export interface FormVersion {
  readonly dictionary: Dictionary;
  readonly delivery: Delivery;
  readonly scope: RecordScope;
}

export function formVersion(dictionary: Dictionary, form: Form, profile: Profile): FormVersion {
  const delivery = deliver(dictionary, form, profile);
  return { dictionary, delivery, scope: recordScope(delivery, dictionary) };
}
