import type { CodeList } from '../../model/code-list.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Question, Section } from '../../model/item.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import { listFinder } from './lists.ts';
import { isPosition, numberTeller } from './numbers.ts';
import type { Reason } from './reasons.ts';
import type { AnswerCount, DateRange, FrequencyTable, NumberSummary } from './report-data.ts';
import { type Protection, protectionTeller } from './protection.ts';

/** Which figure a question gets, and what it takes to make an empty one. */
export type FigureOfQuestion =
  | (Pick<FrequencyTable, 'kind' | 'counts'> & { readonly list: CodeList | undefined })
  | Pick<NumberSummary, 'kind' | 'extremes'>
  | Pick<DateRange, 'kind'>
  | Pick<AnswerCount, 'kind'>;

/** Tells the figure of a question, or why it has none; `section` is the one directly around it. */
export type FigurePlanner = (question: Question, section: Section | undefined) => FigureOfQuestion | Reason;

/** KoboToolbox's rows that are answered with a list that their section names. */
const LIST_OF_ROWS = { score__row: 'kobo--score-choices', rank__level: 'kobo--rank-items' } as const;

export function figurePlanner(delivery: Delivery, dictionary: Dictionary): FigurePlanner {
  const lists = listFinder(delivery, dictionary);
  const isNumber = numberTeller(delivery.form);
  const protectionOf = protectionTeller(delivery, dictionary);
  return (question, section) => {
    const { word } = question.type;
    const protection = protectionOf(question);
    if (protection === 'direct') return 'direct';
    if (word === 'score__row' || word === 'rank__level')
      return { kind: 'frequency', counts: 'one', list: lists.named(section?.facets[LIST_OF_ROWS[word]]) };
    const type = questionTypes.get(word);
    if (!type) return 'type';
    if (type.metadata) return 'device';
    if (word === 'hidden') return 'hidden';
    if (isPosition(question)) return 'position';
    if (word === 'calculate') return isNumber(question) ? summary(protection) : 'calculation';
    switch (type.answer) {
      case 'code':
        return { kind: 'frequency', counts: 'one', list: lists.of(question) };
      case 'codes':
        return { kind: 'frequency', counts: 'several', list: lists.of(question) };
      case 'ranking':
        return { kind: 'frequency', counts: 'first', list: lists.of(question) };
      case 'integer':
      case 'decimal':
        return summary(protection);
      case 'date':
      case 'time':
      case 'dateTime':
        return { kind: protection === 'open' ? 'dates' : 'answers' };
      case 'acknowledge':
        return { kind: 'answers' };
      case 'text':
      case 'media':
      case 'geopoint':
      case 'geotrace':
      case 'geoshape':
        return protection === 'personal' ? 'sensitive' : { kind: 'answers' };
      case 'none':
        return type.visible ? 'note' : 'hidden';
    }
  };
}

function summary(protection: Protection): FigureOfQuestion {
  return { kind: 'summary', extremes: protection === 'open' ? 'shown' : 'withheld' };
}
