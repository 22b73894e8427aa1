import { checkEdited } from '../check/edited/edited.ts';
import { createCollector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { compileProject } from '../dictionary/compile.ts';
import type { CompiledProject } from '../dictionary/compiled.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import { formId } from '../model/form-id.ts';
import { byItemName } from '../model/item-names.ts';
import { STAMP } from '../vocabulary/reserved.ts';
import type { CheckedSource } from './checked-source.ts';
import { type Host, UsageError } from './host.ts';
import type { CommonOptions } from './options.ts';
import { chosenCountries } from './parts/chosen.ts';
import { findDictionary, isWorkbook, openSource } from './source.ts';

/**
 * What a workbook changes of the form that it was built from, although the dictionary locks it.
 * @throws UsageError where the dictionary cannot be read, or it is not clear which of its forms is meant
 */
export function contractFindings(
  { dictionary: edited }: CheckedSource,
  contract: string,
  options: CommonOptions,
  host: Host,
): readonly Diagnostic[] {
  if (!edited) return [];
  const folder = findDictionary(contract, host.cwd);
  if (isWorkbook(folder))
    throw new UsageError('--contract names a workbook.', 'Name the folder of the dictionary that the form came from.');
  const compiled = compileProject(openSource(folder, host.cwd));
  if (!compiled.dictionary)
    throw new UsageError(`${quote(contract)} cannot be read.`, `lexiform check ${contract} tells why.`);
  const { report, diagnostics } = createCollector();
  const { dictionary, form } = agreedForm(edited, compiled, options, contract);
  const profile = options.profile[0] ?? dictionary.profiles[0] ?? 'xlsform';
  checkEdited(edited, { dictionary, form, profile }, report);
  return diagnostics();
}

interface Candidate {
  readonly dictionary: Dictionary;
  readonly form: Form;
}

/** The form that was named, or else the one that the workbook says that it is. */
function agreedForm(
  edited: Dictionary,
  { dictionary: core, countries }: CompiledProject,
  { form: names, country: ids }: CommonOptions,
  shown: string,
): Candidate {
  const layers = ids.length === 0 ? countries : chosenCountries(countries, ids, 'dictionary');
  const chosen = layers.flatMap(({ compile }) => compile().dictionary ?? []);
  const parts = [...(core && ids.length === 0 ? [core] : []), ...chosen];
  const all = parts.flatMap((dictionary) => [...dictionary.forms.values()].map((form) => ({ dictionary, form })));
  const named = all.filter(({ form }) => names.includes(form.name.string.text));
  const found = names.length > 0 ? named : saidBy(edited, all);
  const [only, ...others] = found.length > 0 || names.length > 0 ? found : all;
  if (only && (others.length === 0 || (names.length > 0 && isOnlyCore(others)))) return only;
  const known = [...new Set(all.map(({ form }) => form.name.string.text))].join(', ');
  throw new UsageError(
    `It is not clear which form of ${quote(shown)} the workbook came from.`,
    `Say which, by --form and, for that of a country, --country. It has: ${known}`,
  );
}

/** A form of the core that was named is meant as the core has it, unless a country was named. */
function isOnlyCore(others: readonly Candidate[]): boolean {
  return others.every(({ dictionary }) => dictionary.country !== undefined);
}

/** The form that a workbook says it is: in its stamp, else on its settings sheet, else by the name of its file. */
function saidBy(edited: Dictionary, all: readonly Candidate[]): readonly Candidate[] {
  for (const id of idsIn(edited)) {
    const found = all.filter(({ dictionary, form }) => formId(form, dictionary) === id);
    if (found.length > 0) return found;
  }
  return [];
}

function idsIn({ forms }: Dictionary): readonly (string | undefined)[] {
  return [...forms.values()].flatMap(({ name, items, settings }) => {
    const stamp = byItemName(items).get(STAMP)?.item.facets.calculation?.string.text ?? '';
    const stamped = stamp.replaceAll(/^['"]|['"]$/g, '').split(' ')[1];
    return [stamped, settings.get('form_id')?.string.text, name.string.text];
  });
}
