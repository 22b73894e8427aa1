import type { Report } from '../../../diagnostics/collector.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { Item, Section } from '../../../model/item.ts';
import { gatherWith } from '../../../model/traits.ts';
import { MOST_ITEMS } from '../../../vocabulary/limits.ts';
import type { FormView, ItemRule } from '../../rule-set.ts';

/** A loop of a workbook that names no list; of a dictionary, that is told where its type is read. */
export const checkLoopList: ItemRule = (item, _profiles, report) => {
  if (
    item.kind === 'section' &&
    item.type === 'loop' &&
    item.list === undefined &&
    item.origin.location.kind === 'cell'
  )
    report('type-argument', item.origin.location, { type: 'begin_loop over', takes: 'list' });
};

/** Loops and matrices ask what they hold once for each code of a list: one inside another multiplies both. */
export function checkLoopSizes({ form, visits, dictionary }: FormView, report: Report): void {
  if (loopsIn(form.items).length < 2) return;
  for (const { item, path } of visits) {
    if (!isLoop(item)) continue;
    const times = [...path.filter(isLoop), item].map((loop) => codesOf(loop, dictionary));
    const items = times.reduce((product, codes) => product * codes, item.items.length);
    if (items <= MOST_ITEMS) continue;
    report('loop-too-large', item.name.origin.location, { name: item.name.string.text, times, limit: MOST_ITEMS });
    return;
  }
}

const loopsIn = gatherWith('section', (item) => (isLoop(item) ? [item] : []));

function isLoop(item: Item): item is Section {
  return item.kind === 'section' && (item.type === 'loop' || item.type === 'kobomatrix');
}

function codesOf({ type, list, facets }: Section, { codeLists }: Dictionary): number {
  const name = type === 'loop' ? list : facets['kobo--matrix_list'];
  return codeLists.get(name?.string.text ?? '')?.codes.length ?? 0;
}
