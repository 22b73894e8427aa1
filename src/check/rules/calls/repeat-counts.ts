import { bare } from '../../../expression/shapes.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Question } from '../../../model/item.ts';
import { gather } from '../../../model/walk.ts';
import { placeOf } from '../../../source/source-string.ts';
import { type AnswerKind, questionTypes } from '../../../vocabulary/types.ts';
import type { FormView } from '../../rule-set.ts';
import type { FormIndex } from './form-index.ts';

const NO_NUMBERS: ReadonlySet<AnswerKind> = new Set<AnswerKind>([
  'text',
  'date',
  'time',
  'dateTime',
  'geopoint',
  'geotrace',
  'geoshape',
  'media',
  'none',
]);

/** How often a repeat is asked must be a number. */
export function checkRepeatCounts({ form }: FormView, index: FormIndex, report: Report): void {
  for (const count of countsOf(form.items)) {
    const tree = bare(count.parsed.tree);
    if (tree.kind !== 'reference') continue;
    const target = index.target(tree.name)?.item;
    if (target?.kind === 'question' && holdsNoNumber(target))
      report('repeat-count-answer', placeOf(count.string), { name: tree.name, type: target.type.word });
  }
}

const countsOf = gather(({ facets }) => (facets.repeat_count ? [facets.repeat_count] : []));

/** A calculate may hold anything, and a text that shows the keyboard for numbers was meant as one. */
function holdsNoNumber({ type, facets }: Question): boolean {
  const answer = questionTypes.get(type.word)?.answer;
  if (!answer || !NO_NUMBERS.has(answer) || facets.calculation) return false;
  if (type.word === 'calculate' || type.word === 'hidden' || type.word === 'barcode') return false;
  return !/\bnumbers\b/.test(facets.appearance?.string.text ?? '');
}
