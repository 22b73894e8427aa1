import { plural } from '../core/counts.ts';
import { quote } from '../diagnostics/quote.ts';
import { compileProject } from '../dictionary/compile.ts';
import type { Compiled } from '../dictionary/compiled.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { FileTree } from '../source/files.ts';
import { compileWorkbook } from '../xlsform/read/compile-workbook.ts';
import { type Host, UsageError } from './host.ts';
import { readCountries } from './parts.ts';
import { chosenForms, findDictionary, openSource } from './source.ts';

/** Which form of a source is meant: left out where it has only one, and where the core is meant. */
export interface WantedForm {
  readonly form?: string | undefined;
  readonly country?: string | undefined;
}

export interface OneForm {
  /** The workbook, or the folder of the dictionary. */
  readonly source: string;
  readonly dictionary: Dictionary;
  readonly form: Form;
  /** What a person is to know before trusting what comes of it; undefined where it could be read as a whole. */
  readonly remark: string | undefined;
}

/**
 * The form of a source that a command is about, read but not checked.
 * @throws UsageError where the source cannot be read, or has no such country or form, or several forms and none was named
 */
export function openForm(source: string | undefined, { form, country }: WantedForm, host: Host): OneForm {
  const found = findDictionary(source, host.cwd);
  const shown = source ?? found;
  const { dictionary, errors } = readIn(openSource(found, host.cwd), shown, country);
  return { source: found, dictionary, form: theForm(dictionary, form, shown), remark: remarkOn(errors, shown) };
}

function remarkOn(errors: number, shown: string): string | undefined {
  if (errors === 0) return undefined;
  const some = `${plural(errors, 'error')} in ${quote(shown)}: what cannot be read there is left out here.`;
  return `${some} lexiform check ${shown} tells more.`;
}

/** @throws UsageError where the source cannot be read */
export function dictionaryIn(tree: FileTree, shown: string, country?: string): Dictionary {
  return readIn(tree, shown, country).dictionary;
}

function readIn(
  tree: FileTree,
  shown: string,
  country: string | undefined,
): { readonly dictionary: Dictionary; readonly errors: number } {
  const { dictionary, diagnostics } = compiledFrom(tree, country);
  if (dictionary) return { dictionary, errors: diagnostics.filter(({ severity }) => severity === 'error').length };
  throw new UsageError(`${quote(shown)} cannot be read.`, `lexiform check ${shown} tells why.`);
}

/** A country comes with what is told of its core. */
function compiledFrom(tree: FileTree, country: string | undefined): Omit<Compiled, 'comments'> {
  const compiled =
    tree.workbook === undefined ? compileProject(tree) : { ...compileWorkbook(tree, tree.workbook), countries: [] };
  if (country === undefined) return compiled;
  const [read] = readCountries(compiled.countries, [country]);
  return { dictionary: read?.dictionary, diagnostics: [...compiled.diagnostics, ...(read?.diagnostics ?? [])] };
}

function theForm({ forms }: Dictionary, name: string | undefined, source: string): Form {
  const [first, ...others] = chosenForms(forms, name === undefined ? [] : [name]).values();
  if (first === undefined) throw new UsageError(`${quote(source)} has no form.`, `lexiform check ${source} tells why.`);
  if (others.length === 0) return first;
  const names = [...forms.keys()];
  throw new UsageError(`${quote(source)} has ${names.length} forms.`, `Say which, by --form: ${names.join(', ')}`);
}
