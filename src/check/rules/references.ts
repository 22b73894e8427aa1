import type { Step } from '../../core/origin.ts';
import { suggest } from '../../core/suggest.ts';
import type { Location } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Related } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { ReferenceUse } from '../../expression/references.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Exclusion, Form } from '../../model/form.ts';
import type { Question } from '../../model/item.ts';
import { itemNames, otherNames } from '../../model/item-names.ts';
import { trailOf } from '../../model/trail.ts';
import { locate } from '../../source/source-string.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { itemReadings, type Reading } from '../readings.ts';

/**
 * The names that `${…}` can name in a form; pyxform also knows the id of the submission. The text question of `or_other`
 * is a row of its own in workbooks that are adapted; in one as written, pyxform makes it too late to refer to it.
 */
export function namesIn(form: Form, profiles: readonly Profile[] = []): ReadonlySet<string> {
  const others = profiles.includes('xlsform') ? [] : otherNames(form.items);
  return new Set([...itemNames(form.items), ...others, 'instanceID']);
}

/** The names that a reference could mean at all, for whoever needs them. */
export type Anywhere = () => ReadonlySet<string>;

/** The names that a reference could mean at all: every variable and everything that some form places. */
export function namesAnywhere({ variables, forms }: Dictionary): ReadonlySet<string> {
  return new Set([...variables.keys(), ...[...forms.values()].flatMap((form) => [...namesIn(form)])]);
}

export function checkReferences(
  reading: Reading,
  form: Form,
  names: ReadonlySet<string>,
  dictionary: Dictionary,
  anywhere: Anywhere,
  report: Report,
): void {
  for (const reference of reading.references) {
    if (names.has(reference.name)) continue;
    // A variable's reference to what is nowhere is its own mistake, told once, where it is written.
    if (askOf(reading) && !anywhere().has(reference.name)) {
      reportNowhere(reading, reference, anywhere, report);
      continue;
    }
    const { location, related } = placesOf(reading, reference);
    const { name } = reference;
    const out = form.excluded.find((exclusion) => exclusion.name.string.text === name);
    const country = out?.by.kind === 'country' ? out.by.name : undefined;
    const left: Related[] = out ? [{ message: leftOut(out), location: out.name.origin.location }] : [];
    const variable = dictionary.variables.get(name);
    const suggestion = variable || country ? undefined : suggest(name, names);
    const retired = retirementOf(variable);
    report(
      'unknown-reference',
      location,
      { name, form: form.name.string.text, suggestion, defined: variable !== undefined, retired, country },
      { related: [...related, ...left] },
    );
  }
}

function leftOut({ by }: Exclusion): string {
  return by.kind === 'module' ? `left out of module ${quote(by.name)} here` : `removed by the country ${by.name} here`;
}

function retirementOf(variable: Question | undefined): { since: string; use: string | undefined } | undefined {
  const retired = variable?.meaning.retired;
  return retired && { since: retired.since.string.text, use: retired.use?.string.text };
}

/** The step by which a reference came here with its variable; nothing for what is written in the form itself. */
function askOf({ origin, item, key }: Reading): Step | undefined {
  return item && trailOf(item, key, origin).find((step) => step.kind === 'ask');
}

/** What a variable refers to must be in every form that asks it, so the finding stands at the item that asks. */
function placesOf(reading: Reading, { span }: ReferenceUse): { location: Location; related: Related[] } {
  const written = locate(reading.string, span);
  const ask = askOf(reading);
  if (!ask) return { location: written, related: [] };
  return {
    location: ask.location,
    related: [{ message: `the reference in variable ${quote(ask.name)}`, location: written }],
  };
}

/** What a variable refers to, which no form asks as it is, must be somewhere in the dictionary. */
export function checkVariableReferences(variable: Question, anywhere: Anywhere, report: Report): void {
  for (const reading of itemReadings(variable))
    for (const reference of reading.references)
      if (!anywhere().has(reference.name)) reportNowhere(reading, reference, anywhere, report);
}

function reportNowhere({ string }: Reading, { name, span }: ReferenceUse, anywhere: Anywhere, report: Report): void {
  const suggestion = suggest(name, anywhere());
  report('unknown-reference', locate(string, span), {
    name,
    form: undefined,
    suggestion,
    defined: false,
    retired: undefined,
    country: undefined,
  });
}
