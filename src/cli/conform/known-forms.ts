import { quote } from '../../diagnostics/quote.ts';
import { compileDictionary } from '../../dictionary/compile.ts';
import { knownForm } from '../../conform/known-form.ts';
import type { KnownForm } from '../../conform/versions.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import type { FileTree } from '../../source/files.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { compileWorkbook } from '../../xlsform/read/compile-workbook.ts';
import { isGitSource, openGitSource } from '../git-source.ts';
import { UsageError } from '../host.ts';
import { chosenForms, findSource, openSource } from '../source.ts';

export interface WantedForms {
  readonly source: string | undefined;
  /** Other versions. */
  readonly also: readonly string[];
  readonly form?: string;
  readonly profile: readonly Profile[];
}

/**
 * The form that submissions are held against, in every version that is at hand, the newest first.
 * @throws UsageError where a source cannot be read, or does not say which form is meant
 */
export function knownForms({ source, also, form, profile }: WantedForms, cwd: string): [KnownForm, ...KnownForm[]] {
  const found = findSource(source, cwd);
  const newest = readDictionary(openSource(found, cwd), source ?? found);
  const chosen = theForm(newest, form);
  const name = chosen.name.string.text;
  const older = also.flatMap((named) => {
    const tree = isGitSource(named) ? openGitSource(named, found) : openSource(findSource(named, cwd), cwd);
    const dictionary = readDictionary(tree, named);
    const same = dictionary.forms.get(name) ?? onlyForm(dictionary);
    if (same) return inProfiles(dictionary, same, profile);
    throw new UsageError(
      `${quote(named)} has no form ${quote(name)}.`,
      `It has: ${[...dictionary.forms.keys()].join(', ')}.`,
    );
  });
  const [first, ...others] = inProfiles(newest, chosen, profile);
  return [first, ...others, ...older];
}

/** A form goes out otherwise for each profile, and its submissions tell which it was. */
function inProfiles(dictionary: Dictionary, form: Form, wanted: readonly Profile[]): [KnownForm, ...KnownForm[]] {
  const own = dictionary.profiles.length > 0 ? dictionary.profiles : (['xlsform'] as const);
  const [first = 'xlsform', ...others] = wanted.length > 0 ? wanted : own;
  return [knownForm(dictionary, form, first), ...others.map((profile) => knownForm(dictionary, form, profile))];
}

function readDictionary(tree: FileTree, named: string): Dictionary {
  const { dictionary } = tree.workbook === undefined ? compileDictionary(tree) : compileWorkbook(tree, tree.workbook);
  if (dictionary) return dictionary;
  throw new UsageError(`${quote(named)} cannot be read.`, `lexiform check ${named} tells why.`);
}

function theForm(dictionary: Dictionary, named: string | undefined): Form {
  const chosen = chosenForms(dictionary.forms, named === undefined ? [] : [named]);
  const [first] = chosen.values();
  if (first && chosen.size === 1) return first;
  const names = [...dictionary.forms.keys()].join(', ');
  throw new UsageError(`The dictionary has ${chosen.size} forms.`, `Say which one made the data, by --form: ${names}`);
}

function onlyForm({ forms }: Dictionary): Form | undefined {
  return forms.size === 1 ? [...forms.values()][0] : undefined;
}
