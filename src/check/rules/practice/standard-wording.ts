import type { Report } from '../../../diagnostics/collector.ts';
import { compareLocations, type Location } from '../../../core/location.ts';
import type { Plain, Text } from '../../../model/facets.ts';
import type { Question } from '../../../model/item.ts';
import { facetEntries, gather } from '../../../model/walk.ts';
import type { SurveyColumn } from '../../../vocabulary/columns.ts';
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
  const tell = (key: string, location: Location): void =>
    report(
      'standard-reworded',
      location,
      { name: variable.name.string.text, key, standard },
      { related: [{ message: 'the standard question', location: variable.origin.location }] },
    );
  const { type } = item;
  const isOther = type.string.text !== variable.type.string.text && !isSame(type, variable.type);
  if (isOther && (isLocked('type', item) || isLocked('codes', item))) tell('type', type.origin.location);
  for (const [key, facet] of facetEntries(item.facets)) {
    const before = variable.facets[key];
    if (isWrittenHere(key, facet, item) && isLocked(key, item, before !== undefined) && isChanged(facet, before))
      tell(key, facet.origin.location);
  }
  for (const [key] of facetEntries(variable.facets))
    if (item.facets[key] === undefined && isLocked(key, item)) tell(key, item.origin.location);
}

/** `lock: all` leaves it to the form whom a question without a condition is asked of. */
function isLocked(key: SurveyColumn | 'type' | 'codes', { meaning }: Question, existed = true): boolean {
  if (has(meaning.open, key)) return false;
  if (has(meaning.lock, key)) return true;
  if (!has(meaning.lock, 'all') || key === 'type' || key === 'codes') return has(meaning.lock, 'all');
  return MEASURED.has(key) && (existed || key !== 'relevant');
}

function has(words: readonly Plain[] | undefined, word: string): boolean {
  return words?.some(({ string }) => string.text === word) ?? false;
}

type Facet = NonNullable<Question['facets'][SurveyColumn]>;

/** What the item says itself: not what stands in the variable, nor what a module fills into it. */
function isWrittenHere(key: SurveyColumn, { origin }: Facet, { asked }: Question): boolean {
  return asked?.changed.has(key) === true && !origin.trail.some(({ kind }) => kind === 'ask');
}

/** A further language changes nothing for those who speak the others. */
function isChanged(facet: Facet, before: Facet | undefined): boolean {
  if (!before) return true;
  if ('byLanguage' in facet && 'byLanguage' in before) return isTextChanged(facet, before);
  if ('byLanguage' in facet || 'byLanguage' in before) return true;
  return facet.string.text !== before.string.text && !isSame(facet, before);
}

/** What a prefix renamed is still the same words of the same author. */
function isSame(one: Plain, other: Plain): boolean {
  return compareLocations(one.origin.location, other.origin.location) === 0;
}

function isTextChanged(text: Text, before: Text): boolean {
  return [...before.byLanguage].some(([tag, { string }]) => {
    const now = text.byLanguage.get(tag);
    return now !== undefined && now.string.text.trim() !== string.text.trim();
  });
}
