import { choiceOf, type Prefix } from './choice-headings.ts';
import { entryOf } from './entry-headings.ts';
import type { FormColumn, Level } from './levels.ts';
import { keyWithoutHeading, type Meaning, type Understood } from './meaning.ts';
import { nameIndex } from './names.ts';
import { placeOf } from './place-headings.ts';
import { isJoin, serverKey } from './server-columns.ts';
import { type Shared, tellApart } from './sharing.ts';
import { withTwins } from './twins.ts';

/** What stands below a heading in the first rows. */
export type Below = (index: number) => readonly string[];

/** Says of each column of a table what it is. */
export function understand(headings: readonly string[], level: Level, below: Below): Understood {
  const names = nameIndex(level);
  const trimmed = headings.map((heading) => heading.trim().replace(/^\uFEFF/, ''));
  const bases = numberedBases(trimmed, level);
  const found = trimmed.map((heading, index) => {
    const named = names.named(heading);
    return named.length > 0 ? named : names.labelled(bases.get(index) ?? heading);
  });
  const columns = resolve(found);
  const prefix: Prefix = (text, index) => prefixColumns(text, index, level, columns);
  const central = trimmed.includes('KEY');
  const meanings = trimmed.map((heading, index): Meaning => {
    const column = columns[index];
    if (column) return { kind: 'answer', column };
    return (
      choiceOf(heading, (text) => prefix(text, index), below(index)) ??
      placeOf(heading, (text) => prefix(text, index)) ??
      entryOf(heading, level) ??
      addedOf(heading, central) ?? { kind: 'unknown', key: unknownKey(heading, index, level), heading }
    );
  });
  const shared = found.flatMap((candidates, index) =>
    candidates.length > 1 && !columns[index] && meanings[index]?.kind === 'unknown'
      ? [{ index, columns: candidates }]
      : [],
  );
  return { meanings: withTwins(meanings), trouble: { shared } };
}

/** The entries of a repeat have its path to themselves. */
function unknownKey(heading: string, index: number, { repeats }: Level): string {
  if (heading === '') return keyWithoutHeading(index);
  return repeats.some(({ key }) => key === heading) ? `${heading} (2)` : heading;
}

function addedOf(heading: string, central: boolean): Meaning | undefined {
  if (isJoin(heading)) return { kind: 'join' };
  const key = serverKey(heading, central);
  return key === undefined ? undefined : { kind: 'server', key };
}

/** The question of each heading that is one's alone, or can be told apart from others of its name. */
function resolve(found: readonly (readonly FormColumn[])[]): readonly (FormColumn | undefined)[] {
  const alone = found.map((columns) => (columns.length === 1 ? columns[0] : undefined));
  const taken = new Set(alone.filter((column) => column !== undefined));
  const shared: Shared[] = found.flatMap((candidates, index) => (candidates.length > 1 ? [{ index, candidates }] : []));
  const apart = tellApart(shared, taken);
  return alone.map((column, index) => column ?? apart.get(index));
}

/** Of several questions of a name, the one whose own column stands next on the left: its details follow it. */
function prefixColumns(
  text: string,
  index: number,
  level: Level,
  columns: readonly (FormColumn | undefined)[],
): FormColumn | undefined {
  const names = nameIndex(level);
  const named = names.named(text);
  const candidates = named.length > 0 ? named : names.labelled(text);
  if (candidates.length <= 1) return candidates[0];
  return columns.slice(0, index).findLast((column) => column !== undefined && candidates.includes(column));
}

const NUMBERED = /^(.+?)(?:\.{3}\d+|[._]\d+| ?\(\d+\))$/;

/** Headings that a program numbered because they stood several times, such as `Age.1` and `Age (2)`, without the number. */
function numberedBases(headings: readonly string[], level: Level): ReadonlyMap<number, string> {
  const names = nameIndex(level);
  return new Map(
    headings.flatMap((heading, index) => {
      const base = NUMBERED.exec(heading)?.[1]?.trim();
      const isNumbered =
        base !== undefined && names.named(heading).length === 0 && names.labelled(heading).length === 0;
      return isNumbered && names.labelled(base).length > 0 ? [[index, base] as const] : [];
    }),
  );
}
