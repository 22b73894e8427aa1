import type { Dictionary } from '../model/dictionary.ts';
import { compareDictionaries } from '../model/compare/compare-dictionaries.ts';
import type { Difference } from '../model/compare/difference.ts';
import { listOf } from '../model/type-use.ts';
import { questionsOf } from '../model/walk.ts';

/** What a change of the core makes other in a country, by name. */
export interface Touched {
  /** Also those that offer other codes. */
  readonly forms: readonly string[];
  readonly questions: readonly string[];
  readonly lists: readonly string[];
  /** `shelter_type/tent` */
  readonly codes: readonly string[];
}

/** What may be changed is of the contract, and changes no form. */
const OF_CONTRACT: ReadonlySet<string> = new Set(['lock', 'open', 'country', 'localise']);

/** In what a country's build differs: the same layer over two cores. */
export function touchedIn(before: Dictionary, after: Dictionary): Touched {
  const forms = new Set<string>();
  const questions = new Set<string>();
  const lists = new Set<string>();
  const codes = new Set<string>();
  for (const { subject, facet, name } of compareDictionaries(before, after)) {
    if (OF_CONTRACT.has(facet)) continue;
    if (subject.kind === 'item') {
      forms.add(subject.forms.after.name.string.text);
      questions.add(variableOf(subject) ?? name);
    } else if (subject.kind === 'form') forms.add(name);
    else if (subject.kind === 'list') lists.add(name);
    else if (subject.kind === 'code') {
      lists.add(subject.lists.after.name);
      codes.add(`${subject.lists.after.name}/${name}`);
    }
  }
  for (const form of formsOffering(lists, after)) forms.add(form);
  return { forms: [...forms], questions: [...questions], lists: [...lists], codes: [...codes] };
}

/** One variable is one question, under whatever names it is asked. */
function variableOf({ before, after }: Extract<Difference['subject'], { kind: 'item' }>): string | undefined {
  const { item } = after ?? before ?? {};
  return item?.kind === 'question' ? item.variable : undefined;
}

function formsOffering(lists: ReadonlySet<string>, { forms }: Dictionary): readonly string[] {
  if (lists.size === 0) return [];
  const isOffered = ({ items }: { readonly items: Parameters<typeof questionsOf>[0] }): boolean =>
    questionsOf(items).some(({ item }) => lists.has(listOf(item.type)?.string.text ?? ''));
  return [...forms].filter(([, form]) => isOffered(form)).map(([name]) => name);
}
