import { UNDETERMINED } from '../../../core/languages.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { listed } from '../../../diagnostics/quote.ts';
import { type LocalText, MULTIPLE, type Text } from '../../../model/facets.ts';
import { textsOf } from '../../../model/texts.ts';
import { surveyColumns } from '../../../vocabulary/columns.ts';
import type { DictionaryRule, FormView, ItemRule } from '../../rule-set.ts';
import { loneDirectionMark } from '../../wording/direction.ts';
import { isOtherLength } from '../../wording/length.ts';
import { brokenMarkup } from '../../wording/markup.ts';
import { differentNumbers } from '../../wording/numbers.ts';
import { withoutReferences } from '../../wording/plain-words.ts';

export const checkItemWording: ItemRule = (item, _profiles, report, spoken) => {
  for (const [column, text] of textsOf(item))
    if (surveyColumns[column].kind === 'text') checkWording(text, spoken, report);
};

export function checkCodeWording({ lists, form, dictionary }: FormView, report: Report): void {
  const spoken = dictionary.country?.languages;
  checkWording(form.title, spoken, report);
  for (const { codes } of lists) for (const { texts } of codes) checkWording(texts.label, spoken, report);
}

export const checkCheckWording: DictionaryRule = ({ checks, country }, report) => {
  for (const { message } of checks.values()) checkWording(message, country?.languages, report);
};

type Local = readonly [string, LocalText];

/**
 * Each translation beside the text that stands first, which is the one that authors write.
 * @param spoken the languages of a country; the texts of its core in others are shown to nobody
 */
function checkWording(text: Text | undefined, spoken: readonly string[] | undefined, report: Report): void {
  if (!text || text.byLanguage.size < 2) return;
  const locals = [...text.byLanguage].filter(isInALanguage);
  const [first, ...others] = spoken ? locals.filter(([tag]) => spoken.includes(tag)) : locals;
  if (first) checkDirection(first, report);
  for (const other of others) {
    checkDirection(other, report);
    if (first) comparePair(first, other, report);
  }
}

/** What stands in a plain column beside languages is in one that nobody knows. */
function isInALanguage([tag, { string }]: Local): boolean {
  return tag !== '' && tag !== MULTIPLE && tag !== UNDETERMINED && string.text.trim() !== '';
}

function checkDirection([language, { string, origin }]: Local, report: Report): void {
  const lone = loneDirectionMark(string.text);
  if (lone) report('unbalanced-direction', origin.location, { language, ...lone });
}

const DIGIT = /\p{Nd}/u;
const MARKUP = /[*_<]|\]\(/;

/** Most texts hold nothing to compare but their length. */
function comparePair([other, { string: source }]: Local, [language, { string, origin }]: Local, report: Report): void {
  const { location } = origin;
  const { text } = string;
  if (text === source.text) {
    if (isSentence(text)) report('same-as-source', location, { language, other, text });
    return;
  }
  const both = source.text + text;
  const numbers = DIGIT.test(both) ? differentNumbers(source.text, text) : undefined;
  if (numbers) {
    const [added, lost] = [listed(numbers.added, 'and'), listed(numbers.lost, 'and')];
    report('number-differs', location, { language, other, numbers: added, others: lost });
  }
  const problem = MARKUP.test(both) ? brokenMarkup(source.text, text) : undefined;
  if (problem !== undefined) report('markup-differs', location, { language, problem });
  if (isOtherLength(source.text, text))
    report('translation-length', location, { language, other, length: text.length, otherLength: source.text.length });
}

/** Names, brands and abbreviations are the same in many languages. */
function isSentence(text: string): boolean {
  return (withoutReferences(text).match(/\p{L}{2,}/gu)?.length ?? 0) >= 4;
}
