import type { Text } from '../../model/facets.ts';
import { memoized } from '../../core/memo.ts';
import type { FormColumn, Level, Variant } from './levels.ts';
import { foldedChain, foldedName } from './words.ts';

/** The questions that a heading can mean: none, one, or several that it fits equally. */
export interface Called {
  readonly columns: readonly FormColumn[];
  /** Whether by their label. */
  readonly labels: boolean;
}

/** What a heading of a table can mean there. */
export type Names = (heading: string) => Called;

type Spellings = Map<string, FormColumn[]>;

const SEPARATORS: readonly string[] = ['/', '.', '-', ':', '_'];

/** By name or path, else by label, with or without those of the groups around it. Made once a level. */
export const namesOf = memoized((level: Level): Names => {
  const [whole, bare, part, folded]: Spellings[] = [new Map(), new Map(), new Map(), new Map()];
  const [labels, olderLabels]: Spellings[] = [new Map(), new Map()];
  for (const column of level.columns) {
    for (const [start, spelling] of spellings(column.path)) {
      const isBare = start === column.path.length - 1;
      add(start === 0 ? whole : isBare ? bare : part, spelling, column);
      add(folded, foldedName(spelling), column);
    }
    for (const [age, variant] of column.variants.entries())
      for (const chain of labelChains(variant)) add(age === 0 ? labels : olderLabels, chain, column);
  }
  return (heading) => {
    const named = whole?.get(heading) ?? bare?.get(heading) ?? part?.get(heading);
    if (named) return { columns: named, labels: false };
    const chain = foldedChain(heading);
    const labelled = labels?.get(chain) ?? olderLabels?.get(chain) ?? [];
    // A name in other letters is as good as a label, so that a label which is some other question's name is not taken for it.
    return {
      columns: [...new Set([...(folded?.get(foldedName(heading)) ?? []), ...labelled])],
      labels: labelled.length > 0,
    };
  };
});

/** A path and its ends, with the signs that programs put between groups, and where each begins. */
function spellings(path: readonly string[]): readonly (readonly [number, string])[] {
  return path.flatMap((name, start) =>
    start === path.length - 1
      ? [[start, name] as const]
      : SEPARATORS.map((separator) => [start, path.slice(start).join(separator)] as const),
  );
}

function add(to: Spellings | undefined, spelling: string, column: FormColumn): void {
  const known = to?.get(spelling);
  if (known === undefined) to?.set(spelling, [column]);
  else if (!known.includes(column)) known.push(column);
}

/**
 * The label in each language, alone and behind those of the groups. Where a label is missing in a language, exports have the
 * name in its place (formpack), though the form may show the label of another language.
 */
function labelChains({ column, around }: Variant): ReadonlySet<string> {
  const label = column.question?.facets.label;
  const texts = [label, ...around.map(({ section }) => section?.facets.label)];
  const chains = new Set<string>();
  for (const language of new Set(texts.flatMap(languagesOf))) {
    const own = textOf(label, language);
    const groups = around.map(({ section, name }) => textOf(section?.facets.label, language) ?? name);
    if (own !== undefined) chains.add(foldedChain(own));
    for (const start of groups.keys())
      for (const last of [own ?? column.name, column.name])
        chains.add(foldedChain([...groups.slice(start), last].join('/')));
  }
  chains.delete('');
  return chains;
}

function languagesOf(text: Text | undefined): readonly string[] {
  return [...(text?.byLanguage.keys() ?? [''])];
}

function textOf(text: Text | undefined, language: string): string | undefined {
  return text?.byLanguage.get(language)?.string.text;
}
