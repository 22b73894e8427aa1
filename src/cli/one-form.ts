import { quote } from '../diagnostics/quote.ts';
import { compileDictionary } from '../dictionary/compile.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form } from '../model/form.ts';
import type { FileTree } from '../source/files.ts';
import { compileWorkbook } from '../xlsform/read/compile-workbook.ts';
import { type Host, UsageError } from './host.ts';
import { chosenForms, findDictionary, openSource } from './source.ts';

export interface OneForm {
  /** The workbook, or the folder of the dictionary. */
  readonly source: string;
  readonly dictionary: Dictionary;
  readonly form: Form;
}

/**
 * The form of a source that a command is about, read but not checked.
 * @throws UsageError where the source cannot be read, or has no such form, or several and none was named
 */
export function openForm(source: string | undefined, form: string | undefined, host: Host): OneForm {
  const found = findDictionary(source, host.cwd);
  const shown = source ?? found;
  const dictionary = dictionaryIn(openSource(found, host.cwd), shown);
  return { source: found, dictionary, form: theForm(dictionary, form, shown) };
}

/** @throws UsageError where the source cannot be read */
export function dictionaryIn(tree: FileTree, shown: string): Dictionary {
  const { dictionary } = tree.workbook === undefined ? compileDictionary(tree) : compileWorkbook(tree, tree.workbook);
  if (dictionary) return dictionary;
  throw new UsageError(`${quote(shown)} cannot be read.`, `lexiform check ${shown} tells why.`);
}

function theForm({ forms }: Dictionary, name: string | undefined, source: string): Form {
  const [first, ...others] = chosenForms(forms, name === undefined ? [] : [name]).values();
  if (first === undefined) throw new UsageError(`${quote(source)} has no form.`, `lexiform check ${source} tells why.`);
  if (others.length === 0) return first;
  const names = [...forms.keys()];
  throw new UsageError(`${quote(source)} has ${names.length} forms.`, `Say which, by --form: ${names.join(', ')}`);
}
