import type { Report } from '../../../diagnostics/collector.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { Question } from '../../../model/item.ts';
import { isGraver, isIdentifier, sensitivityOf } from '../../../model/sensitivity.ts';
import { gather } from '../../../model/walk.ts';
import type { ItemRule } from '../../rule-set.ts';
import { isAsked } from './asked.ts';

/** Who asks what could harm a person says why. What is computed has the purposes of what it is computed from. */
export const checkPurpose: ItemRule = (item, _profiles, report) => {
  if (item.kind === 'section' || item.meaning.purpose || !isAsked(item)) return;
  const { sensitivity } = item.meaning;
  if (sensitivity?.string.text !== 'sensitive') return;
  // What a question takes from another with like: is told at that one.
  if (sensitivity.origin.trail.some(({ kind }) => kind === 'like')) return;
  report('sensitive-without-purpose', sensitivity.origin.location, { name: conceptOf(item) });
};

/** What a message calls it: one finding for a variable, under whichever names forms ask it. */
export function conceptOf({ variable, name }: Question): string {
  return variable ?? name.string.text;
}

const identifiersIn = gather((item) => (item.kind === 'question' && isIdentifier(item) ? [item] : []));

/** What tells who a person is cannot be of no risk to the person. */
export function checkIdentifiers(dictionary: Dictionary, report: Report): void {
  const asked = [...dictionary.forms.values()].flatMap(({ items }) => identifiersIn(items));
  for (const item of [...[...dictionary.variables.values()].filter(isIdentifier), ...asked]) {
    const sensitivity = sensitivityOf(item, dictionary);
    const at = (item.meaning.sensitivity ?? item.meaning.identifies)?.origin.location;
    if (at && isGraver('personal', sensitivity))
      report('identifier-not-personal', at, {
        name: conceptOf(item),
        sensitivity,
        stated: item.meaning.sensitivity !== undefined,
      });
  }
}
