import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { lackingIn } from '../../../model/checked-forms.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { RecordCheck } from '../../../model/record-check.ts';

/** That the forms of `forms:` are there, and ask what the check needs. */
export function checkForms(check: RecordCheck, dictionary: Dictionary, report: Report): void {
  const { forms, country } = dictionary;
  const lacking = [...forms.values()].map((form) => lackingIn(form, check));
  // What no form has is told for itself.
  const isSomewhere = lacking.some((lacks) => lacks.length === 0);
  for (const { string, origin } of check.forms ?? []) {
    const form = forms.get(string.text);
    if (country && !isLackedByCore(check, string.text, country.core)) continue;
    const lacks = form && isSomewhere ? lackingIn(form, check) : [];
    if (form && lacks.length === 0) continue;
    const suggestion = form ? undefined : suggest(string.text, forms.keys());
    const params = { check: check.name, form: string.text, known: form !== undefined, lacks, suggestion };
    report('check-form', origin.location, params);
  }
}

/** What a country leaves out is no mistake of a check of the core. */
function isLackedByCore(check: RecordCheck, name: string, { checks, forms }: Dictionary): boolean {
  const form = forms.get(name);
  return !checks.has(check.name) || !form || lackingIn(form, check).length > 0;
}
