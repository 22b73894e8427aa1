import { quote } from '../../diagnostics/quote.ts';
import { knownForm } from '../../conform/known-form.ts';
import type { KnownForm } from '../../conform/versions.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { isGitSource } from '../git-source.ts';
import { type Host, UsageError } from '../host.ts';
import { dictionaryIn, openForm } from '../one-form.ts';
import { openOther } from '../other-source.ts';
import { findDictionary } from '../source.ts';

export interface WantedForms {
  readonly source: string | undefined;
  /** Other versions. */
  readonly also: readonly string[];
  readonly form?: string;
  readonly country?: string;
  readonly profile: readonly Profile[];
  /** Whether nothing is said of a source that cannot be read as a whole. */
  readonly quiet: boolean;
}

/**
 * The form that submissions are held against, in every version that is at hand, the newest first.
 * @throws UsageError where a source cannot be read, or does not say which form is meant
 */
export function knownForms(
  { source, also, form, country, profile, quiet }: WantedForms,
  host: Host,
): [KnownForm, ...KnownForm[]] {
  const newest = openForm(source, { form, country }, host);
  if (newest.remark !== undefined && !quiet) host.err(`${newest.remark}\n`);
  const name = newest.form.name.string.text;
  const [first, ...others] = inProfiles(newest.dictionary, newest.form, profile);
  const older = also.flatMap((named) => {
    const dictionary = dictionaryIn(openOther(named, newest.source, host), named, country);
    const same = dictionary.forms.get(name) ?? onlyForm(dictionary);
    if (same) return inProfiles(dictionary, same, profile);
    const names = [...dictionary.forms.keys()].join(', ');
    throw new UsageError(`${quote(named)} has no form ${quote(name)}.`, `It has: ${names}.`);
  });
  return [first, ...others, ...older];
}

/** The folders and workbooks that those forms come from; what git keeps cannot be overwritten. */
export function sourcesOf({ source, also }: WantedForms, { cwd }: Host): readonly string[] {
  const named = also.filter((other) => !isGitSource(other));
  return [source, ...named].map((each) => findDictionary(each, cwd));
}

/** A form goes out otherwise for each profile, and its submissions tell which it was. */
function inProfiles(dictionary: Dictionary, form: Form, wanted: readonly Profile[]): [KnownForm, ...KnownForm[]] {
  const own = dictionary.profiles.length > 0 ? dictionary.profiles : (['xlsform'] as const);
  const [first = 'xlsform', ...others] = wanted.length > 0 ? wanted : own;
  return [knownForm(dictionary, form, first), ...others.map((profile) => knownForm(dictionary, form, profile))];
}

function onlyForm({ forms }: Dictionary): Form | undefined {
  return forms.size === 1 ? [...forms.values()][0] : undefined;
}
