import type { Dictionary } from '../dictionary.ts';
import { type About, compareAspects } from './aspects.ts';
import { compareForms } from './compare-forms.ts';
import { compareQuestions } from './compare-items.ts';
import { compareLists } from './compare-lists.ts';
import { type Difference, type Side, WHOLE, type Subject, type VariableSubject } from './difference.ts';
import { lockAspects } from './item-aspects.ts';
import type { Question } from '../item.ts';

/** In what two resolved dictionaries differ, in the order of the first; empty for a dictionary and itself. */
export function compareDictionaries(before: Dictionary, after: Dictionary): readonly Difference[] {
  const about = { subject: { kind: 'dictionary', before, after }, name: before.name.string.text, path: '' } as const;
  return [
    ...compareAspects(new Map(lockAspects(before.locks ?? {})), new Map(lockAspects(after.locks ?? {})), about),
    ...named(
      'codelists',
      before.codeLists,
      after.codeLists,
      (was, is) => ({ kind: 'list', before: was, after: is }),
      compareLists,
    ),
    ...named('variables', before.variables, after.variables, variableSubject, compareVariables),
    ...named(
      'modules',
      before.modules,
      after.modules,
      (was, is) => ({ kind: 'module', before: was, after: is }),
      () => [],
    ),
    ...named('forms', before.forms, after.forms, (was, is) => ({ kind: 'form', before: was, after: is }), compareForms),
  ];
}

function variableSubject(before: Question | undefined, after: Question | undefined): Subject {
  return { kind: 'variable', before, after };
}

function compareVariables(before: Question, after: Question, path: string): readonly Difference<VariableSubject>[] {
  const about: About<VariableSubject> = {
    subject: { kind: 'variable', before, after },
    name: before.name.string.text,
    path,
  };
  return compareQuestions(before, after, about);
}

type Defined = { readonly origin: Side['origin'] };

/** What both define is compared; what only one defines is told as a whole. */
function named<Thing extends Defined>(
  section: string,
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
  subject: (was: Thing | undefined, is: Thing | undefined) => Subject,
  compare: (was: Thing, is: Thing, path: string) => readonly Difference[],
): readonly Difference[] {
  if (before === after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): readonly Difference[] => {
    const [was, is] = [before.get(name), after.get(name)];
    const path = `${section}.${name}`;
    if (was && is) return compare(was, is, path);
    const kind = was ? 'removed' : 'added';
    const sides = { before: sideOf(name, was), after: sideOf(name, is) };
    return [{ subject: subject(was, is), name, path, kind, facet: WHOLE[kind], language: undefined, ...sides }];
  });
}

function sideOf(words: string, thing: Defined | undefined): Side | undefined {
  return thing && { words, origin: thing.origin };
}
