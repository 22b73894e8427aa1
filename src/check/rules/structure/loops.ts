import type { Report } from '../../../diagnostics/collector.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import type { Item, Section } from '../../../model/item.ts';
import { gather } from '../../../model/walk.ts';
import { MOST_ITEMS } from '../../../vocabulary/limits.ts';
import type { FormView } from '../../rule-set.ts';

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

const loopsIn = gather((item) => (isLoop(item) ? [item] : []));

function isLoop(item: Item): item is Section {
  return item.kind === 'section' && (item.type === 'loop' || item.type === 'kobomatrix');
}

function codesOf({ type, list, facets }: Section, { codeLists }: Dictionary): number {
  const name = type === 'loop' ? list : facets['kobo--matrix_list'];
  return codeLists.get(name?.string.text ?? '')?.codes.length ?? 0;
}
