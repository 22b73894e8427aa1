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
  const trimmed = headings.map((heading) => heading.trim().replace(/^\uFEFF/, ''));
  const bases = numberedBases(trimmed, level);
  const found = trimmed.map((heading, index) => called(bases.get(index) ?? heading, level));
  const columns = resolve(found.map((one) => one.columns));
  const central = trimmed.includes('KEY');
  const meanings = trimmed.map((heading, index): Meaning => {
    const column = columns[index];
    if (column) return { kind: 'answer', column, labels: found[index]?.labels ?? false };
    const prefix = prefixOf(index, { headings: trimmed, columns, level });
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

interface Called {
  readonly columns: readonly FormColumn[];
  /** Whether by their label. */
  readonly labels: boolean;
}

function called(heading: string, level: Level): Called {
  const names = nameIndex(level);
  const named = names.named(heading);
  return named.length > 0 ? { columns: named, labels: false } : { columns: names.labelled(heading), labels: true };
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
  readonly level: Level;
}

/**
 * What the beginning of a heading names. Of several questions of a name it is the one whose own column stands next on the
 * left, since its details follow it; where details stand alone, the first of as many equal headings is of the first.
 */
function prefixOf(index: number, { headings, columns, level }: Row): Prefix {
  return (text) => {
    const { columns: candidates, labels } = called(text, level);
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
