import { isXmlName, toXmlName } from '../../core/names.ts';
import type { Location } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Form } from '../../model/form.ts';
import type { Item } from '../../model/item.ts';
import { walk } from '../../model/walk.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import type { Reading } from '../readings.ts';

/** The names of every definition: they become columns, files and ids. */
export function checkDefinitionNames({ variables, codeLists, modules, forms }: Dictionary, report: Report): void {
  for (const { name } of variables.values()) checkName(name.string.text, name.origin.location, 'a variable', report);
  for (const [name, list] of codeLists) checkName(name, list.origin.location, 'a code list', report);
  for (const { as } of codeLists.values()) if (as) checkName(as.string.text, as.origin.location, 'a code list', report);
  for (const [name, { location }] of modules) checkName(name, location, 'a module', report);
  for (const { name } of forms.values()) checkName(name.string.text, name.origin.location, 'a form', report);
}

export function checkName(name: string, at: Location, what: string, report: Report): void {
  if (!isXmlName(name)) report('invalid-name', at, { name, what, suggestion: toXmlName(name) });
  else if (name in Object.prototype) report('reserved-name', at, { name, what });
}

const KIND_WORDS = { question: 'a question', section: 'a group' } as const;

/** Names of items that are not variables of the dictionary, which have been looked at already. */
export function checkItemNames(form: Form, dictionary: Dictionary, report: Report): void {
  for (const { item } of walk(form.items)) {
    const { text } = item.name.string;
    if (!dictionary.variables.has(text)) checkName(text, item.name.origin.location, KIND_WORDS[item.kind], report);
  }
}

/**
 * Questions, groups and repeats share one name space: KoboToolbox wants a name once in the whole form, XLSForm once among
 * siblings and once where something refers to it. Names that differ only in case were an error until pyxform 4.
 */
export function checkDuplicates(
  form: Form,
  profiles: readonly Profile[],
  readings: readonly Reading[],
  report: Report,
): void {
  const referred = new Set(readings.flatMap(({ references }) => references.map(({ name }) => name)));
  const kobo = profiles.includes('kobo');
  const inForm = new Map<string, Plain>();
  for (const siblings of siblingGroups(form.items)) {
    const exact = new Map<string, Plain>();
    const folded = new Map<string, Plain>();
    for (const name of siblings) {
      const { text } = name.string;
      const earlier = exact.get(text) ?? (kobo || referred.has(text) ? inForm.get(text) : undefined);
      const alike = folded.get(text.toLowerCase());
      if (earlier) reportTwice(name, earlier, form, 'error', report);
      else if (alike) reportTwice(name, alike, form, kobo ? 'error' : 'warning', report);
      exact.set(text, exact.get(text) ?? name);
      folded.set(text.toLowerCase(), alike ?? name);
      inForm.set(text, inForm.get(text) ?? name);
    }
  }
}

/** The names on each level, with those that the converter adds for `or_other`. */
function* siblingGroups(items: readonly Item[]): Generator<readonly Plain[]> {
  yield items.flatMap((item) =>
    item.kind === 'question' && item.type.orOther ? [item.name, otherName(item.name)] : [item.name],
  );
  for (const item of items) if (item.kind === 'section') yield* siblingGroups(item.items);
}

function otherName(name: Plain): Plain {
  return { ...name, string: { ...name.string, text: `${name.string.text}_other` } };
}

function reportTwice(name: Plain, first: Plain, form: Form, severity: 'error' | 'warning', report: Report): void {
  const { text } = name.string;
  const related = [{ message: 'first here', location: first.origin.location }];
  report(
    'duplicate-name',
    name.origin.location,
    { name: text, form: form.name.string.text, other: first.string.text },
    { related, severity },
  );
}
