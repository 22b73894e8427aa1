import { levelsIn, type Level } from './levels.ts';
import { foldedName } from './words.ts';

/** Excel has room for 31 characters on a tab, so formpack cuts a name and may number what is left. */
const CUT = /\.{3}(?: \(\d+\))?$/;
const LONGEST = 31;

/** The repeats that a sheet or file can be named after: `member`, `form-member~1`, `group_member` or what is left of a cut. */
export function nameHints(name: string, root: Level): ReadonlySet<Level> {
  const isCut = CUT.test(name) || name.length === LONGEST;
  const table = plain(name.replace(CUT, '').replace(/~\d+$/, ''));
  return new Set(
    [...levelsIn(root)].filter(({ path }) => {
      const names = path.map(plain);
      const last = names.at(-1) ?? '';
      if (last === '') return false;
      if (isCut && (last.startsWith(table) || names.join('/').startsWith(table))) return true;
      return table === last || table === names.join('/') || table.endsWith(`/${last}`);
    }),
  );
}

function plain(name: string): string {
  return foldedName(name).replaceAll('_', '/');
}
