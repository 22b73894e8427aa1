import type { Location } from '../../../core/location.ts';
import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { isFor, lackingIn, namesAsked, namesIn } from '../../../model/checked-forms.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { RecordCheck } from '../../../model/record-check.ts';
import { locate } from '../../../source/source-string.ts';
import { checkReadings } from '../../readings.ts';

interface NamedPlace {
  readonly name: string;
  readonly at: Location;
}

/** That what a check names is asked somewhere, and all of it by one form. */
export function checkNames(check: RecordCheck, dictionary: Dictionary, report: Report): void {
  const { forms, variables } = dictionary;
  if (isWithoutUse(check, dictionary)) return;
  const asked = namesAsked(forms);
  const unknown = looksAt(check).filter(({ name }) => !asked.has(name));
  for (const { name, at } of unknown) {
    const params = { check: check.name, name, suggestion: meant(name, asked), defined: variables.has(name) };
    report('check-unknown-name', at, params);
  }
  const isSomewhere = [...forms.values()].some((form) => lackingIn(form, check).length === 0);
  if (unknown.length === 0 && !isSomewhere)
    report('check-nowhere', check.origin.location, { check: check.name, needs: needsOf(check) });
}

/** What the message of a check shows must be in each form that the check is for. */
export function checkMessage(check: RecordCheck, dictionary: Dictionary, report: Report): void {
  const { forms } = dictionary;
  if (isWithoutUse(check, dictionary)) return;
  const asked = namesAsked(forms);
  const mentioned = referencesIn(check, 'message');
  if (mentioned.length === 0) return;
  for (const { name, at } of mentioned.filter((each) => !asked.has(each.name)))
    report('check-message-name', at, { check: check.name, name, form: undefined, suggestion: suggest(name, asked) });
  for (const form of [...forms.values()].filter((each) => isFor(check, each)))
    for (const { name, at } of mentioned.filter((each) => asked.has(each.name) && !namesIn(form).has(each.name))) {
      const params = { check: check.name, name, form: form.name.string.text, suggestion: undefined };
      report('check-message-name', at, params);
    }
}

/** A country that leaves out questions has no use for the checks of the core that look at them. */
export function isWithoutUse(check: RecordCheck, { forms, country }: Dictionary): boolean {
  if (!country?.core.checks.has(check.name)) return false;
  const canBeHeld = (all: Dictionary['forms']): boolean =>
    [...all.values()].some((form) => lackingIn(form, check).length === 0);
  return !canBeHeld(forms) && canBeHeld(country.core.forms);
}

/** Parts of a sum are named without `${ }`. */
function meant(name: string, asked: ReadonlySet<string>): string | undefined {
  const inner = /^\$\{\s*(.*?)\s*\}$/.exec(name)?.[1];
  return inner !== undefined && asked.has(inner) ? inner : suggest(inner ?? name, asked);
}

function looksAt(check: RecordCheck): readonly NamedPlace[] {
  if (check.kind !== 'sums') return referencesIn(check, 'when');
  return [...check.of, check.to].map(({ string, origin }) => ({ name: string.text, at: origin.location }));
}

function referencesIn(check: RecordCheck, key: 'when' | 'message'): readonly NamedPlace[] {
  return checkReadings(check)
    .filter((reading) => reading.key === key)
    .flatMap(({ references, string }) => references.map(({ name, span }) => ({ name, at: locate(string, span) })));
}

function needsOf(check: RecordCheck): readonly string[] {
  if (check.kind === 'duration') return ['start', 'end'];
  return [...new Set(looksAt(check).map(({ name }) => name))];
}
