import { memoized } from '../../../core/memo.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quote } from '../../../diagnostics/quote.ts';
import { countryDifferences } from '../../../model/compare/country-differences.ts';
import type { Difference, VariableSubject } from '../../../model/compare/difference.ts';
import { levelsOfForm, levelsOfVariable, lockOn } from '../../../model/contract/locks-on.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import { questionsOf } from '../../../model/walk.ts';
import type { RuleSet } from '../../rule-set.ts';
import { checkFacet } from './facets.ts';
import { checkAsked, checkItem } from './items.ts';
import { checkCode, checkList } from './lists.ts';
import { checkLocalise } from './localise.ts';
import { checkName } from './names.ts';
import { checkNeeds } from './needs.ts';
import { checkObligation } from './obligations.ts';
import { placesOfCountry } from '../../../model/contract/places-of-country.ts';
import { tellLocked } from './tell.ts';
import type { Terms } from './terms.ts';
import { checkLockWords } from './words.ts';

/** What a country may do with what the core says. */
export const contractRules: RuleSet = { dictionary: [checkLockWords, checkCountry] };

function checkCountry(dictionary: Dictionary, report: Report): void {
  const { country } = dictionary;
  if (!country) return;
  const { core, id } = country;
  const terms = { core, who: `Country ${quote(id.string.text)}`, report, placeOf: placesOfCountry(country) };
  const differences = countryDifferences(dictionary);
  for (const difference of differences) {
    checkDifference(difference, terms);
    checkName(difference, id, terms);
  }
  checkLocalise(country, differences, terms);
}

/** Whether one difference is allowed, by what locks it, by its list, and by what every country owes. */
export function checkDifference(difference: Difference, terms: Terms): void {
  if (is(difference, 'item')) {
    checkItem(difference, terms);
    checkObligation(difference, terms);
    checkNeeds(difference, terms);
  } else if (is(difference, 'code')) checkCode(difference, terms);
  else if (is(difference, 'list')) checkList(difference, terms);
  else if (is(difference, 'variable')) checkVariable(difference, terms);
  else if (is(difference, 'form')) checkForm(difference, terms);
}

type SubjectOf<Kind> = Extract<Difference['subject'], { readonly kind: Kind }>;

function is<Kind extends Difference['subject']['kind']>(
  difference: Difference,
  kind: Kind,
): difference is Difference<SubjectOf<Kind>> {
  return difference.subject.kind === kind;
}

/** A variable that forms ask is looked at there, where what is nearer may say more. */
function checkVariable(difference: Difference<VariableSubject>, terms: Terms): void {
  const { before, after } = difference.subject;
  if (!before || !after || askedIn(terms.core).has(before.name.string.text)) return;
  checkFacet(difference, levelsOfVariable(before, terms.core), terms);
}

const askedIn = memoized(
  ({ forms }: Dictionary): ReadonlySet<string> =>
    new Set([...forms.values()].flatMap(({ items }) => questionsOf(items).map(({ item }) => item.variable ?? ''))),
);

function checkForm(difference: Difference<SubjectOf<'form'>>, terms: Terms): void {
  const { before, after } = difference.subject;
  if (!before) {
    for (const { item } of questionsOf(after?.items ?? [])) checkAsked(item, difference.path, terms);
    return;
  }
  const levels = levelsOfForm(before, terms.core);
  if (after) return checkFacet(difference, levels, terms);
  const lock = lockOn(levels, 'remove');
  if (lock) tellLocked(difference, lock, terms);
}
