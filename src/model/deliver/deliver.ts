import type { Profile } from '../../vocabulary/profiles.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Form } from '../form.ts';
import type { Delivery } from './delivery.ts';
import { applyExclusive } from './exclusive.ts';
import { fillTexts } from './fill-texts.ts';
import { deliverLists } from './lists.ts';
import { expandOrOther } from './or-other.ts';
import { applyParents } from './parents.ts';

/** Spells a form out for a profile. `xlsform` gets what is written; the others also what their converters need. */
export function deliver(dictionary: Dictionary, form: Form, profile: Profile): Delivery {
  const languages = dictionary.languages.filter(({ tag }) => form.languages.includes(tag));
  const adapted = profile !== 'xlsform';
  const offered = new Map(
    [...dictionary.codeLists].map(([name, list]) => [
      name,
      { ...list, codes: list.codes.filter((code) => !code.retired) },
    ]),
  );
  const withFilters = applyParents(form, dictionary.codeLists);
  const withConstraints = applyExclusive(withFilters, offered);
  const expanded = adapted ? expandOrOther(withConstraints, offered) : { form: withConstraints, lists: offered };
  const named = deliverLists(expanded.form, expanded.lists, profile);
  return adapted
    ? fillTexts({ profile, languages, ...named }, dictionary.defaultLanguage)
    : { profile, languages, ...named };
}
