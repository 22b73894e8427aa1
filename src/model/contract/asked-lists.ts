import { memoized } from '../../core/memo.ts';
import type { CodeList } from '../code-list.ts';
import type { Dictionary } from '../dictionary.ts';
import { listOf } from '../type-use.ts';
import { questionsOf } from '../walk.ts';
import { decisionOf } from './lock-words.ts';
import { type Levels, levelsOfItem, levelsOfList, levelsOfVariable, type Lock, lockOn } from './locks-on.ts';

/**
 * The locks that questions lay on the lists that they ask: `lock: codes` on which codes there are, `lock: all` on all that is
 * said of them.
 */
const locksByList = memoized((dictionary: Dictionary): ReadonlyMap<string, Lock> => {
  const locks = new Map<string, Lock>();
  for (const [list, levels] of askingLevels(dictionary)) {
    const lock = lockOn(levels, 'codes');
    // What only the dictionary says, it says of lists, too.
    if (!lock || lock.holder.kind === 'dictionary') continue;
    const known = locks.get(list);
    if (!known || (known.word.string.text !== 'all' && lock.word.string.text === 'all')) locks.set(list, lock);
  }
  return locks;
});

function askingLevels(dictionary: Dictionary): readonly (readonly [string, Levels])[] {
  const forms = [...dictionary.forms.values()];
  const asked = forms.flatMap((form) =>
    questionsOf(form.items).flatMap(({ item }) => {
      const list = listOf(item.type)?.string.text;
      return list === undefined ? [] : [[list, levelsOfItem(item, form, dictionary)] as const];
    }),
  );
  const defined = [...dictionary.variables.values()].flatMap((variable) => {
    const list = listOf(variable.type)?.string.text;
    return list === undefined ? [] : [[list, levelsOfVariable(variable, dictionary)] as const];
  });
  return [...asked, ...defined];
}

/** The lock on which codes a list has (`add`, `remove`), on their order, or on what is said of each: the list's own words first. */
export function lockOnCodes(list: CodeList, facet: string, dictionary: Dictionary): Lock | undefined {
  const isPresence = facet === 'add' || facet === 'remove';
  const levels = levelsOfList(list, dictionary);
  const word = isPresence ? `${facet} code` : facet;
  if (decisionOf(list.locks ?? {}, word)) return lockOn(levels, word);
  const asked = locksByList(dictionary).get(list.name);
  return asked && (isPresence || asked.word.string.text === 'all') ? asked : lockOn(levels, word);
}
