import { type CodeList, physicalName } from '../code-list.ts';
import type { Delivery } from '../deliver/delivery.ts';
import { listOfFile } from '../deliver/instances.ts';
import { searches } from '../deliver/list-uses.ts';
import { OTHER, otherCode } from '../deliver/or-other.ts';
import type { Dictionary } from '../dictionary.ts';
import type { Plain } from '../facets.ts';
import type { Form } from '../form.ts';
import type { Question } from '../item.ts';
import type { ColumnCodes } from './column.ts';

/** Finds the codes of what a delivered form names. */
export interface CodeFinder {
  /** A list of the choices sheet, by its name there. */
  onSheet(name: Plain | undefined): ColumnCodes | undefined;
  ofQuestion(question: Question): ColumnCodes | undefined;
}

export function codeFinder({ form, inline, external, ownSheets }: Delivery, { codeLists }: Dictionary): CodeFinder {
  const table = (lists: readonly CodeList[]): ReadonlyMap<string, ColumnCodes> =>
    new Map(lists.map((list) => [physicalName(list), columnCodes(list, codeLists.get(list.name))]));
  const sheet = table(inline);
  const files = table(external);
  const legacy = table(ownSheets.external_choices);
  const onSheet: CodeFinder['onSheet'] = (name) => (name ? sheet.get(name.string.text) : undefined);
  const others = new Map<ColumnCodes, ColumnCodes>();
  return {
    onSheet,
    ofQuestion: (question) => {
      const { type } = question;
      if (readsElsewhere(question)) return undefined;
      const file = listOfFile(type);
      if (file !== undefined) return files.get(file);
      if (type.word === 'select_one_external') return legacy.get(type.argument?.string.text ?? '');
      const codes = onSheet(type.argument);
      return codes && type.orOther ? once(others, codes, () => withOther(codes, question, form)) : codes;
    },
  };
}

/** A select that searches a file takes its codes from there, and one of a file can take another column than `name`. */
function readsElsewhere(question: Question): boolean {
  const { facets, type } = question;
  const otherColumn = /(?:^|[\s,;])value\s*=/.test(facets.parameters?.string.text ?? '');
  return searches(question) || (listOfFile(type) !== undefined && otherColumn);
}

function columnCodes(list: CodeList, defined: CodeList | undefined): ColumnCodes {
  const offered = new Set(list.codes.map(({ name }) => name.string.text));
  const retired = (defined?.codes ?? []).filter(
    (code) => code.retired !== undefined && !offered.has(code.name.string.text),
  );
  return { list, offered: list.codes, retired };
}

/** With the code that converters add for `or_other`, where the profile leaves that to them. */
function withOther(codes: ColumnCodes, question: Question, form: Form): ColumnCodes {
  const known = codes.offered.some(({ name }) => name.string.text === OTHER);
  return known ? codes : { ...codes, offered: [...codes.offered, otherCode(question, form)] };
}

function once<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
