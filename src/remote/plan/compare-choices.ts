import type { NormalForm, NormalRow } from '../content/normal-form.ts';
import { type Change, changeOf, keysOf } from './change.ts';
import { cellChanges } from './compare-survey.ts';
import { movedWords } from '../../core/moved-words.ts';

/** The codes of each list, in their order; of a code that a list repeats, the second is `code (2)`. */
type Lists = ReadonlyMap<string, ReadonlyMap<string, NormalRow>>;

export function compareChoices(before: NormalForm, after: NormalForm): readonly Change[] {
  const [old, now] = [listsOf(before), listsOf(after)];
  return [...keysOf(old, now)].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    return was && is ? codeChanges(name, was, is) : changeOf('list', name, was && counted(was), is && counted(is));
  });
}

function listsOf({ choices }: NormalForm): Lists {
  const lists = new Map<string, Map<string, NormalRow>>();
  for (const row of choices) {
    const name = row.get('list_name') ?? '';
    const list = lists.get(name) ?? new Map<string, NormalRow>();
    lists.set(name, list.set(freeKey(row.get('name') ?? '', list), row));
  }
  return lists;
}

function freeKey(code: string, list: ReadonlyMap<string, NormalRow>): string {
  if (!list.has(code)) return code;
  for (let number = 2; ; number += 1) if (!list.has(`${code} (${number})`)) return `${code} (${number})`;
}

function counted(list: ReadonlyMap<string, NormalRow>): string {
  return `${list.size} ${list.size === 1 ? 'code' : 'codes'}`;
}

function codeChanges(
  list: string,
  was: ReadonlyMap<string, NormalRow>,
  is: ReadonlyMap<string, NormalRow>,
): readonly Change[] {
  const both = [...is.keys()].filter((code) => was.has(code));
  const moved = movedWords(
    [...was.keys()].filter((code) => is.has(code)),
    both,
  );
  return [...keysOf(was, is)].flatMap((code) => {
    const [before, after] = [was.get(code), is.get(code)];
    const name = `${list}: ${code}`;
    if (!before || !after) return changeOf('code', name, before && labelOf(before), after && labelOf(after));
    const place: readonly Change[] = moved.has(code) ? [{ kind: 'moved', subject: 'code', name, column: 'order' }] : [];
    return [...place, ...cellChanges('code', name, before, after, 'name')];
  });
}

/** The first of its labels. */
function labelOf(row: NormalRow): string {
  return [...row].find(([column]) => /^label(?:::|$)/.test(column))?.[1] ?? '';
}
