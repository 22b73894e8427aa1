import type { CodeList } from '../../model/code-list.ts';
import { codeFinder } from '../../model/columns/codes.ts';
import type { ColumnCodes } from '../../model/columns/column.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Question } from '../../model/item.ts';

/** Finds lists as the questions of a delivered form name them; a file or an answer that is no list has none. */
export interface ListFinder {
  of(question: Question): CodeList | undefined;
  named(name: Plain | undefined): CodeList | undefined;
}

export function listFinder(delivery: Delivery, dictionary: Dictionary): ListFinder {
  const codes = codeFinder(delivery, dictionary);
  return {
    named: (name) => whole(codes.onSheet(name)),
    of: (question) => whole(codes.ofQuestion(question)),
  };
}

/**
 * Older records hold codes that are not offered any more, so the retired ones come after the others. A code that a list
 * repeats, such as one under each of several parents, is one answer.
 */
function whole(codes: ColumnCodes | undefined): CodeList | undefined {
  if (!codes) return undefined;
  const known = new Set<string>();
  const all = [...codes.offered, ...codes.retired];
  return {
    ...codes.list,
    codes: all.filter(({ name }) => !known.has(name.string.text) && known.add(name.string.text)),
  };
}
