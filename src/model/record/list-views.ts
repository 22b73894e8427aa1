import type { ListView } from '../../expression/evaluate/scope.ts';
import { type CodeList, codesByName, physicalName } from '../code-list.ts';
import type { Delivery } from '../deliver/delivery.ts';
import type { Dictionary } from '../dictionary.ts';
import { textInAny } from '../facets.ts';
import { addAnswer, addRepeat, newLevel, newRecord, rootNode } from './tree.ts';

/** The lists of a form as expressions read them. */
export interface ListViews {
  /** By the name in the workbook, or in the dictionary. */
  view(name: string): ListView | undefined;
  label(name: string, code: string): string | undefined;
  /** By the id that the converter gives: `list-0`. */
  text(id: string): string | undefined;
}

export function listViews({ inline, external, form, languages }: Delivery, { defaultLanguage }: Dictionary): ListViews {
  const lists = new Map<string, CodeList>();
  for (const list of [...external, ...inline])
    for (const name of [list.name, physicalName(list)]) lists.set(name, list);
  const translated = languages.some(({ header }) => header !== '');
  const onSheet = new Set(inline);
  const views = new Map<CodeList, ListView>();
  const labelOf = (code: CodeList['codes'][number]): string =>
    textInAny(code.texts.label, [form.defaultLanguage, defaultLanguage])?.string.text ?? code.name.string.text;
  return {
    view: (name) => {
      const list = lists.get(name);
      if (list === undefined) return undefined;
      const withIds = onSheet.has(list) && (translated || hasMedia(list));
      const view = views.get(list) ?? tableView(rowsOf(list, labelOf, withIds));
      views.set(list, view);
      return view;
    },
    label: (name, code) => {
      const list = lists.get(name);
      const found = list && codesByName(list).get(code);
      return found && labelOf(found);
    },
    text: (id) => {
      const [, name = '', index = ''] = /^(.*)-(\d+)$/u.exec(id) ?? [];
      const list = lists.get(name);
      const code = list?.codes[Number(index)];
      return code && labelOf(code);
    },
  };
}

function hasMedia({ codes }: CodeList): boolean {
  return codes.some(({ texts }) => Object.keys(texts).some((column) => column !== 'label'));
}

type TableRow = ReadonlyMap<string, string>;

/** With more than one language, or media, the converter writes an id in place of the label (Survey._generate_static_instances). */
function rowsOf(
  list: CodeList,
  labelOf: (code: CodeList['codes'][number]) => string,
  withIds: boolean,
): readonly TableRow[] {
  return list.codes.map(
    (code, index) =>
      new Map([
        withIds ? ['itextId', `${physicalName(list)}-${index}`] : ['label', labelOf(code)],
        ['name', code.name.string.text],
        ...[...code.attributes].map(([column, { string }]) => [column, string.text] as const),
      ]),
  );
}

/** A table as the rows `root/item` of an instance. */
export function tableView(rows: readonly TableRow[]): ListView {
  const root = rootNode('root');
  const item = addRepeat(root, 'item', newLevel());
  const level = newLevel();
  const columns = new Set(rows.flatMap((row) => [...row.keys()]));
  const nodes = [...columns].map((name) => addAnswer(item, name, level, { answer: 'text', list: undefined }));
  const record = newRecord({ ...newLevel(), repeats: 1 });
  for (const [index, row] of rows.entries()) {
    const entry = newRecord(level, record, index);
    for (const { name, slot } of nodes) entry.values[slot] = row.get(name) ?? '';
    record.repeats[0]?.push(entry);
  }
  return { root, record };
}
