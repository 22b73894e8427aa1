import type { Location } from '../../../core/location.ts';
import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { lackingIn, namesIn } from '../../../model/checked-forms.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { Form } from '../../../model/form.ts';
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
  const asked = new Set([...forms.values()].flatMap((form) => [...namesIn(form)]));
  const unknown = [...looksAt(check), ...mentions(check)].filter(({ name }) => !asked.has(name));
  for (const { name, at } of unknown)
    report('check-unknown-name', at, {
      check: check.name,
      name,
      form: undefined,
      suggestion: suggest(name, asked),
      defined: variables.has(name),
    });
  if (unknown.length > 0) return;
  const lacking = [...forms.values()].map((form) => lackingIn(form, check));
  if (lacking.every((lacks) => lacks.length > 0))
    report('check-nowhere', check.origin.location, { check: check.name, needs: needsOf(check) });
}

/** What the message of a check shows must be in each form that the check is for. */
export function checkMessage(check: RecordCheck, form: Form, report: Report): void {
  const names = namesIn(form);
  for (const { name, at } of mentions(check))
    if (!names.has(name))
      report('check-unknown-name', at, {
        check: check.name,
        name,
        form: form.name.string.text,
        suggestion: suggest(name, names),
        defined: true,
      });
}

function looksAt(check: RecordCheck): readonly NamedPlace[] {
  if (check.kind !== 'sums') return referencesIn(check, 'when');
  return [...check.of, check.to].map(({ string, origin }) => ({ name: string.text, at: origin.location }));
}

function mentions(check: RecordCheck): readonly NamedPlace[] {
  return referencesIn(check, 'message');
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
