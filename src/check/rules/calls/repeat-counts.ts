import { bare } from '../../../expression/shapes.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Expression } from '../../../expression/tree.ts';
import { type ExpressionType, isNothing } from '../../../expression/types/type.ts';
import type { Item } from '../../../model/item.ts';
import { placeOf } from '../../../source/source-string.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import { gatherReadings } from '../../readings.ts';
import type { FormView } from '../../rule-set.ts';
import { isNumeric } from '../values/texts.ts';

/** How often a repeat is asked must be a number. */
export function checkRepeatCounts(view: FormView, report: Report): void {
  for (const reading of countsIn(view)) {
    const { tree, string } = reading;
    const is = tree && noCount(view.types(reading).get(tree), bare(tree), view);
    if (tree && is) report('repeat-count-answer', placeOf(string), { written: string.text, is });
  }
}

const countsIn = gatherReadings((reading) => (reading.key === 'repeat_count' ? [reading] : []));

/** What it is instead of a number; nothing where it can be one. */
function noCount(type: ExpressionType | undefined, tree: Expression, { byName }: FormView): string | undefined {
  switch (type?.kind) {
    case 'text':
      if (type.isFree) return 'answered in words';
      return type.offer && !isNothing(type) && ![...type.offer.values].some(isNumeric) ? 'a text' : undefined;
    case 'code':
      return type.offer && ![...type.offer.values].some(isNumeric) ? 'a code' : undefined;
    case 'codes':
      return 'any number of codes';
    case 'date':
    case 'time':
    case 'dateTime':
      return 'a date or time';
    case 'place':
      return 'a place';
    case 'boolean':
      return 'a condition';
    default:
      return tree.kind === 'reference' ? noAnswer(byName.get(tree.name)?.[0]?.item) : undefined;
  }
}

/** Notes and photos have no type that expressions could compute with. */
function noAnswer(item: Item | undefined): string | undefined {
  if (item?.kind !== 'question' || item.facets.calculation) return undefined;
  const answer = questionTypes.get(item.type.word)?.answer;
  if (answer === 'none') return 'never answered';
  return answer === 'media' ? 'a file' : undefined;
}
