import { type CodeList, physicalName } from '../../model/code-list.ts';
import { listOfFile } from '../../model/deliver/instances.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Question } from '../../model/item.ts';
import { listOf } from '../../model/type-use.ts';

/** Finds lists as the questions of a delivered form name them; a file or an answer that is no list has none. */
export interface ListFinder {
  of(question: Question): CodeList | undefined;
  named(name: Plain | undefined): CodeList | undefined;
}

/** Older records hold codes that are not offered any more, so the retired ones come after the others. */
export function listFinder({ inline, external, ownSheets }: Delivery, { codeLists }: Dictionary): ListFinder {
  const withRetired = (list: CodeList): CodeList => {
    const retired = codeLists.get(list.name)?.codes.filter((code) => code.retired !== undefined) ?? [];
    return { ...list, codes: [...list.codes, ...retired] };
  };
  const byName = (lists: readonly CodeList[]): Map<string, CodeList> =>
    new Map(lists.map((list) => [physicalName(list), withRetired(list)]));
  const files = byName(external);
  const sheets = byName([...ownSheets.osm, ...ownSheets.external_choices, ...inline]);
  const named = (name: Plain | undefined): CodeList | undefined => sheets.get(name?.string.text ?? '');
  return {
    named,
    of: ({ type }) => named(listOf(type)) ?? files.get(listOfFile(type) ?? ''),
  };
}
