import { choiceOf, type Prefix } from './choice-headings.ts';
import { entryOf } from './entry-headings.ts';
import type { FormColumn, Level } from './levels.ts';
import { keyWithoutHeading, type Meaning, type Understood } from './meaning.ts';
import { type Names, namesOf } from './names.ts';
import { placeOf } from './place-headings.ts';
import { isJoin, serverKey } from './server-columns.ts';
import { type Shared, tellApart } from './sharing.ts';
import { withTwins } from './twins.ts';

/** What stands below a heading in the first rows. */
export type Below = (index: number) => readonly string[];

/** Says of each column of a table what it is. */
export function understand(headings: readonly string[], level: Level, below: Below): Understood {
  const trimmed = headings.map((heading) => heading.trim().replace(/^\uFEFF/, ''));
  const names = namesOf(level);
  const bases = numberedBases(trimmed, names);
  const found = trimmed.map((heading, index) => names(bases.get(index) ?? heading));
  const columns = resolve(found.map((one) => one.columns));
  const central = trimmed.includes('KEY');
  const meanings = trimmed.map((heading, index): Meaning => {
    const column = columns[index];
    if (column) return { kind: 'answer', column, labels: found[index]?.labels ?? false };
    const prefix = prefixOf(index, { headings: trimmed, columns, names });
    return (
      choiceOf(heading, prefix, below(index)) ??
      placeOf(heading, prefix) ??
      entryOf(heading, level) ??
      addedOf(heading, central) ?? { kind: 'unknown', key: unknownKey(heading, index, level), heading }
    );
  });
  const shared = found.flatMap((one, index) =>
    one.columns.length > 1 && meanings[index]?.kind === 'unknown' ? [{ index, columns: one.columns }] : [],
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

interface Row {
  readonly headings: readonly string[];
  readonly columns: readonly (FormColumn | undefined)[];
  readonly names: Names;
}

/**
 * What the beginning of a heading names. Of several questions of a name it is the one whose own column stands next on the
 * left, since its details follow it; where details stand alone, the first of as many equal headings is of the first.
 */
function prefixOf(index: number, { headings, columns, names }: Row): Prefix {
  return (text) => {
    const { columns: candidates, labels } = names(text);
    const [first, ...others] = candidates;
    if (first === undefined || others.length === 0) return first && { column: first, labels };
    const before = columns.slice(0, index).findLast((column) => column !== undefined && candidates.includes(column));
    const column = before ?? inOrder(index, headings, candidates);
    return column && { column, labels };
  };
}

function inOrder(
  index: number,
  headings: readonly string[],
  candidates: readonly FormColumn[],
): FormColumn | undefined {
  const equal = headings.flatMap((heading, at) => (heading === headings[index] ? [at] : []));
  return equal.length === candidates.length ? candidates[equal.indexOf(index)] : undefined;
}

const NUMBERED = /^(.+?)(?:\.{3}\d+|[._]\d+| ?\(\d+\))$/;

/** Headings that a program numbered because they stood several times, such as `Age.1` and `Age (2)`, without the number. */
function numberedBases(headings: readonly string[], names: Names): ReadonlyMap<number, string> {
  return new Map(
    headings.flatMap((heading, index) => {
      const base = NUMBERED.exec(heading)?.[1]?.trim();
      if (base === undefined || names(heading).columns.length > 0) return [];
      return names(base).columns.length > 1 ? [[index, base] as const] : [];
    }),
  );
}
