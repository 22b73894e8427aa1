import type { Report } from '../../../diagnostics/collector.ts';
import { compareLocations, type Location } from '../../../core/location.ts';
import { compareQuestions } from '../../../model/compare/compare-items.ts';
import type { Difference, Side } from '../../../model/compare/difference.ts';
import { decisionOf } from '../../../model/contract/lock-words.ts';
import type { Question } from '../../../model/item.ts';
import { gather } from '../../../model/walk.ts';
import { isSurveyColumn, type SurveyColumn } from '../../../vocabulary/columns.ts';
import type { FormRule } from '../../rule-set.ts';

/** What a person is asked and may answer; how it looks on the device is not part of a method. */
const MEASURED: ReadonlySet<SurveyColumn> = new Set([
  'label',
  'hint',
  'guidance_hint',
  'constraint',
  'relevant',
  'calculation',
  'choice_filter',
  'image',
  'audio',
  'video',
] satisfies readonly SurveyColumn[]);

/** Questions of a standard that a form or a module asks in words of its own. */
export const checkStandardWording: FormRule = ({ form, dictionary }, report) => {
  for (const item of changedStandards(form.items)) {
    const variable = dictionary.variables.get(item.variable ?? '');
    const standard = standardOf(variable);
    if (variable && standard !== undefined) checkQuestion(item, variable, standard, report);
  }
};

/** A question that changes nothing of its variable is in its words. */
const changedStandards = gather((item) => {
  if (item.kind === 'section' || !item.asked || item.asked.changed.size === 0) return [];
  return item.meaning.source || item.asked.changed.has('source') ? [item] : [];
});

/** The standard that a variable says it comes from. */
export function standardOf(variable: Question | undefined): string | undefined {
  return variable?.meaning.source?.get('standard')?.string.text;
}

function checkQuestion(item: Question, variable: Question, standard: string, report: Report): void {
  const subject = { kind: 'variable', before: variable, after: item } as const;
  const name = variable.name.string.text;
  const changed = compareQuestions(variable, item, { subject, name, path: name }).filter((each) =>
    isReworded(each, item),
  );
  for (const key of new Set(changed.map(({ facet }) => (facet === 'codes' ? 'type' : facet))))
    report(
      'standard-reworded',
      placeOf(key, item),
      { name, key, standard },
      { related: [{ message: 'the standard question', location: variable.origin.location }] },
    );
}

/** A further language changes nothing for those who speak the others, and one that is left out neither. */
function isReworded({ kind, facet, language, before, after }: Difference, item: Question): boolean {
  if (kind === 'translated' || !isLocked(facet, item, before !== undefined)) return false;
  if (!isSurveyColumn(facet)) return !isSameWords(before, after);
  const isLeft = item.facets[facet] !== undefined;
  if (kind === 'removed') return language === undefined || !isLeft;
  return isWrittenHere(facet, item) && !isSameWords(before, after);
}

/** `lock: all` leaves it to the form whom a question without a condition is asked of. */
function isLocked(key: string, { meaning }: Question, existed: boolean): boolean {
  const decision = decisionOf(meaning, key);
  if (!decision?.isLocked) return false;
  if (decision.word.string.text !== 'all' || key === 'type' || key === 'codes') return true;
  return isSurveyColumn(key) && MEASURED.has(key) && (existed || key !== 'relevant');
}

/** What the item says itself: not what stands in the variable, nor what a module fills into it. */
function isWrittenHere(key: SurveyColumn, { asked, facets }: Question): boolean {
  return asked?.changed.has(key) === true && !facets[key]?.origin.trail.some(({ kind }) => kind === 'ask');
}

/** What a prefix renamed is still the same words of the same author. */
function isSameWords(one: Side | undefined, other: Side | undefined): boolean {
  return one !== undefined && other !== undefined && compareLocations(one.origin.location, other.origin.location) === 0;
}

function placeOf(key: string, { type, facets, origin }: Question): Location {
  if (key === 'type') return type.origin.location;
  return ((isSurveyColumn(key) ? facets[key] : undefined) ?? { origin }).origin.location;
}
