import type { Profile } from '../../vocabulary/profiles.ts';
import { type CodeList, offeredCodes } from '../code-list.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Form } from '../form.ts';
import type { Delivery } from './delivery.ts';
import { applyExclusive } from './exclusive.ts';
import { withoutEntities } from './entities.ts';
import { fillTexts } from './fill-texts.ts';
import { deliverLanguages } from './languages.ts';
import { deliverLists } from './lists.ts';
import { expandOrOther } from './or-other.ts';
import { applyParents } from './parents.ts';
import { withoutEmptySections } from './sections.ts';

/** Spells a form out for a profile. `xlsform` gets what is written; the others also what their converters need. */
export function deliver(dictionary: Dictionary, written: Form, profile: Profile): Delivery {
  const form = profile === 'kobo' ? withoutEntities(written) : written;
  const languages = deliverLanguages(dictionary, form, profile);
  const offered = offeredLists(dictionary);
  const adapted = profile !== 'xlsform';
  const expanded = adapted ? expandOrOther(withoutEmptySections(form), offered) : { form, lists: offered };
  const withFilters = applyParents(expanded.form, expanded.lists);
  const fallback = adapted ? dictionary.defaultLanguage : undefined;
  const withConstraints = applyExclusive(withFilters, expanded.lists, fallback);
  const delivery = { profile, languages, ...deliverLists(withConstraints, expanded.lists, profile) };
  return adapted ? fillTexts(delivery, dictionary.defaultLanguage) : delivery;
}

/** The lists without the codes that are not offered any more. */
function offeredLists({ codeLists }: Dictionary): ReadonlyMap<string, CodeList> {
  return new Map([...codeLists].map(([name, list]) => [name, { ...list, codes: offeredCodes(list) }]));
}
