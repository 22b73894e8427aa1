import { written } from '../../source/source-string.ts';
import { INLINE_CODES, type Profile } from '../../vocabulary/profiles.ts';
import { type CodeList, physicalName } from '../code-list.ts';
import type { Form, OwnSheet } from '../form.ts';
import { mapItems } from '../walk.ts';
import type { Delivery } from './delivery.ts';
import { type ListNames, nameInRow, nameLists } from './list-names.ts';
import { type ListUse, listUses } from './list-uses.ts';

type Lists = ReadonlyMap<string, CodeList>;
type Uses = ReadonlySet<ListUse>;

/** Chooses which lists travel as files, and gives every list its name in the workbook wherever it is named. */
export function deliverLists(
  form: Form,
  lists: Lists,
  profile: Profile,
): Pick<Delivery, 'form' | 'inline' | 'external' | 'ownSheets'> {
  const onSheet = new Set(form.layout?.lists);
  const uses = listUses(form, lists);
  const used = [...new Set([...onSheet, ...uses.keys()])].flatMap((name) => {
    const list = lists.get(name);
    return list ? [usedList(list, uses.get(name) ?? new Set(), onSheet.has(name), profile)] : [];
  });
  const taken = new Set(used.map(({ list }) => physicalName(list)));
  const inline = used
    .filter(({ onChoices }) => onChoices)
    .map(({ list, asFile }) => (asFile ? besideFile(list, taken) : list));
  const external = used.filter(({ asFile }) => asFile).map(({ list }) => list);
  const names: ListNames = {
    files: new Set(external.map(({ name }) => name)),
    names: new Map(used.map(({ list }) => [list.name, physicalName(list)])),
    onSheet: new Map(inline.map((list) => [list.name, physicalName(list)])),
  };
  const own = (sheet: OwnSheet): readonly CodeList[] =>
    form.layout?.ownLists[sheet] ?? used.filter((each) => each.uses.has(sheet)).map(({ list }) => list);
  return {
    form: hasOwnNames(names) ? nameInForm(form, names) : form,
    inline,
    external,
    ownSheets: { external_choices: own('external_choices'), osm: own('osm') },
  };
}

interface UsedList {
  readonly list: CodeList;
  readonly uses: Uses;
  readonly asFile: boolean;
  readonly onChoices: boolean;
}

/** A list that a workbook has on its choices sheet stays there. */
function usedList(list: CodeList, uses: Uses, stays: boolean, profile: Profile): UsedList {
  const asFile = !stays && travelsAsFile(list, uses, profile);
  return { list, uses, asFile, onChoices: stays || standsOnChoices(uses, asFile) };
}

/** Whether a list bears another name in the workbook than in the dictionary, or is read from a file. */
function hasOwnNames({ files, names, onSheet }: ListNames): boolean {
  return files.size > 0 || [...names, ...onSheet].some(([name, inWorkbook]) => name !== inWorkbook);
}

function nameInForm(form: Form, names: ListNames): Form {
  return {
    ...form,
    items: mapItems(form.items, (item) => [nameLists(item, names)]),
    settings: nameInRow(form.settings, names),
    entities: form.entities.map((row) => nameInRow(row, names)),
  };
}

/** Whether a list goes out as a CSV file: by its own word, or because it is long; pulldata reads nothing else. */
function travelsAsFile(list: CodeList, uses: Uses, profile: Profile): boolean {
  if (uses.has('pulldata')) return true;
  if (uses.has('sheet') || !uses.has('select')) return false;
  return (
    list.delivery === 'external' ||
    (list.delivery === undefined && profile !== 'xlsform' && list.codes.length > INLINE_CODES)
  );
}

function standsOnChoices(uses: Uses, asFile: boolean): boolean {
  return uses.has('sheet') || (!asFile && (uses.has('select') || uses.has('instance')));
}

/** One instance cannot come from a file and from the choices sheet, so there the list gets a name of its own. */
function besideFile(list: CodeList, taken: ReadonlySet<string>): CodeList {
  let name = `${physicalName(list)}_list`;
  while (taken.has(name)) name += '_';
  return { ...list, as: { string: written(name, list.origin.location), origin: list.origin } };
}
