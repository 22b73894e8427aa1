import type { Level } from './levels.ts';
import type { Meaning } from './meaning.ts';
import { namesOf } from './names.ts';

const NUMBER = /\[(\d{1,6})\]|(?<=[/._])(\d{1,6})(?=[/._])/g;

/** `member[1]/age`, `member/1/age` or `member_1_age`: an answer in an entry of a repeat that has no table of its own. */
export function entryOf(heading: string, { repeats }: Level): Meaning | undefined {
  const entries = [...heading.matchAll(NUMBER)].map(([, bracket, bare]) => Number(bracket ?? bare));
  if (entries.length === 0 || entries.includes(0)) return undefined;
  const path = heading.replaceAll(NUMBER, '').replaceAll(/([/._])\1+/g, '$1');
  return find(path, entries, repeats, 1);
}

function find(path: string, entries: readonly number[], levels: readonly Level[], depth: number): Meaning | undefined {
  for (const level of levels) {
    const [column, ...others] = depth === entries.length ? namesOf(level)(path).columns : [];
    if (column && others.length === 0 && path !== column.path.at(-1)) return { kind: 'entry', level, entries, column };
    const deeper = find(path, entries, level.repeats, depth + 1);
    if (deeper) return deeper;
  }
  return undefined;
}
