import { plural } from '../core/counts.ts';
import { createCollector } from '../diagnostics/collector.ts';
import { quote } from '../diagnostics/quote.ts';
import { compileProject } from '../dictionary/compile.ts';
import type { Compiled, CompiledProject, CountrySource } from '../dictionary/compiled.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import { formId } from '../model/form-id.ts';
import type { FileTree } from '../source/files.ts';
import { compileWorkbook } from '../xlsform/read/compile-workbook.ts';
import { type Host, UsageError } from './host.ts';
import { chosenCountries } from './parts/chosen.ts';
import { chosenForms, findDictionary, openSource } from './source.ts';

/** Which form a command is about. */
export interface FormChoice {
  /** Left out where there is only one. */
  readonly form?: string | undefined;
  /** The country whose form it is; left out: the core. */
  readonly country?: string | undefined;
}

export interface OneForm {
  /** The workbook, or the folder of the dictionary. */
  readonly source: string;
  readonly dictionary: Dictionary;
  readonly form: Form;
  /** The countries that the dictionary has. */
  readonly countries: readonly CountrySource[];
  /** What a person is to know before trusting what comes of it; undefined where it could be read as a whole. */
  readonly remark: string | undefined;
}

/**
 * The form of a source that a command is about, read but not checked.
 * @throws UsageError where the source cannot be read, or has no such country or form, or several forms and none was named
 */
export function openForm(source: string | undefined, choice: FormChoice, host: Host): OneForm {
  const found = findDictionary(source, host.cwd);
  const shown = source ?? found;
  const { dictionary, errors, countries } = readIn(openSource(found, host.cwd), choice.country, shown);
  const form = theForm({ dictionary, countries }, choice.form, shown);
  return { source: found, dictionary, form, countries, remark: remarkOn(errors, shown) };
}

function remarkOn(errors: number, shown: string): string | undefined {
  if (errors === 0) return undefined;
  const some = `${plural(errors, 'error')} in ${quote(shown)}: what cannot be read there is left out here.`;
  return `${some} lexiform check ${shown} tells more.`;
}

/** A dictionary, or the layer of a country on it, with the countries that it has. */
export interface ReadDictionary {
  readonly dictionary: Dictionary;
  readonly countries: readonly CountrySource[];
}

/**
 * The core of a source, or the layer of a country on it, with its countries at hand.
 * @throws UsageError where the source cannot be read
 */
export function projectIn(tree: FileTree, shown: string, country?: string): ReadDictionary {
  return readIn(tree, country, shown);
}

function readIn(
  tree: FileTree,
  country: string | undefined,
  shown: string,
): ReadDictionary & { readonly errors: number } {
  const kind = tree.workbook === undefined ? 'dictionary' : 'workbook';
  const core: CompiledProject =
    tree.workbook === undefined ? compileProject(tree) : { ...compileWorkbook(tree, tree.workbook), countries: [] };
  const { countries } = core;
  const layers = chosenCountries(countries, country === undefined ? [] : [country], kind).map((each) => each.compile());
  const { dictionary } = layers[0] ?? core;
  if (dictionary) return { dictionary, countries, errors: errorsIn([core, ...layers]) };
  const part = country === undefined ? quote(shown) : `The country ${quote(country)} of ${quote(shown)}`;
  throw new UsageError(`${part} cannot be read.`, `lexiform check ${shown} tells why.`);
}

/** What is wrong with the core is told of a country again. */
function errorsIn(compiled: readonly Compiled[]): number {
  const collector = createCollector();
  for (const { diagnostics } of compiled) for (const each of diagnostics) collector.add(each);
  return collector.diagnostics().filter(({ severity }) => severity === 'error').length;
}

function theForm(read: ReadDictionary, name: string | undefined, source: string): Form {
  const { forms } = read.dictionary;
  if (name !== undefined && !forms.has(name)) refuseOtherPart(read, name);
  const [first, ...others] = chosenForms(forms, name === undefined ? [] : [name]).values();
  if (first === undefined) throw new UsageError(`${quote(source)} has no form.`, `lexiform check ${source} tells why.`);
  if (others.length === 0) return first;
  const names = [...forms.keys()];
  throw new UsageError(`${quote(source)} has ${names.length} forms.`, `Say which, by --form: ${names.join(', ')}`);
}

/** A form that one country alone has, or whose id on servers was named: both begin with the id of the country. */
function refuseOtherPart({ dictionary, countries }: ReadDictionary, name: string): void {
  const likely = countries.filter(({ id }) => name.startsWith(`${id}_`));
  const parts = [dictionary, ...likely.map((each) => each.compile().dictionary)];
  for (const part of parts)
    for (const [own, form] of part?.forms ?? [])
      if (part?.country && (own === name || formId(form, part) === name)) {
        const id = part.country.id.string.text;
        const what = own === name ? 'a form' : `the id on servers of the form ${quote(own)}`;
        const sentence = `${quote(name)} is ${what} of the country ${quote(id)}.`;
        throw new UsageError(sentence, `Write: --country ${id} --form ${own}`);
      }
}
