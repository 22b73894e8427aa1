import type { Report } from '../../diagnostics/collector.ts';
import { physicalName } from '../../model/code-list.ts';
import { compareForms } from '../../model/compare/compare-forms.ts';
import { compareLists } from '../../model/compare/compare-lists.ts';
import type { Difference } from '../../model/compare/difference.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { checkDifference } from '../rules/contract/contract.ts';
import { checkName } from '../rules/contract/names.ts';
import { placesOfWorkbook } from './places.ts';
import { retagged, tagsOf } from './retag.ts';
import { canSay } from './sayable.ts';

/** The form of a dictionary, core or country, that a workbook was built from. */
export interface Agreed {
  readonly dictionary: Dictionary;
  readonly form: Form;
  readonly profile: Profile;
}

/**
 * What somebody changed in a workbook although the dictionary that it came from locks or demands it: in Excel, or in a form
 * builder, whose server enforces nothing.
 */
export function checkEdited(edited: Dictionary, { dictionary, form, profile }: Agreed, report: Report): void {
  const { form: built, inline } = deliver(dictionary, form, profile);
  const name = form.name.string.text;
  const lists = inline.map((list) => [physicalName(list), { ...list, name: physicalName(list) }] as const);
  const core: Dictionary = { ...dictionary, forms: new Map([[name, built]]), codeLists: new Map(lists) };
  const [written] = edited.forms.values();
  if (!written) return;
  const [after, codeLists] = retagged(written, edited.codeLists, tagsOf(edited, dictionary));
  const terms = { core, who: 'This workbook', report, placeOf: placesOfWorkbook(after) };
  const differences: readonly Difference[] = [
    ...compareForms(built, after, `forms.${name}`),
    ...lists.flatMap(([key, list]) => {
      const other = codeLists.get(key);
      return other ? compareLists(list, other, `codelists.${key}`) : [];
    }),
  ];
  const isSaid = (each: Difference): boolean => canSay(each) && isSpoken(each, after);
  for (const difference of differences.filter(isSaid)) {
    checkDifference(difference, terms);
    if (dictionary.country) checkName(difference, dictionary.country.id, terms);
  }
}

/** What is missing in a language that the workbook does not have is missing with the language, and not one by one. */
function isSpoken({ kind, language }: Difference, { languages }: Form): boolean {
  return kind !== 'removed' || language === undefined || languages.includes(language);
}
