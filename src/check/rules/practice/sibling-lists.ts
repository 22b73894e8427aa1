import type { Report } from '../../../diagnostics/collector.ts';
import type { Code } from '../../../model/code-list.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import { type Codes, codesOf, isKeptByHand, isReworded, nearest, type Siblings } from './siblings.ts';

/** So many lists of one code are enough to find the nearest of them. */
const MOST_LISTS = 100;

/** Lists that mean the same for different groups, such as the needs of displaced people and of returnees, and went apart. */
export function checkSiblingLists({ codeLists, defaultLanguage }: Dictionary, report: Report): void {
  const earlier = new Map<string, Codes[]>();
  for (const list of codeLists.values()) {
    if (!isKeptByHand(list)) continue;
    const codes = codesOf(list, defaultLanguage);
    const siblings = nearest(codes, earlier);
    if (siblings) reportSiblings(siblings, defaultLanguage, report);
    for (const name of codes.byName.keys()) remember(name, codes, earlier);
  }
}

function remember(name: string, codes: Codes, earlier: Map<string, Codes[]>): void {
  const known = earlier.get(name);
  if (!known) earlier.set(name, [codes]);
  else if (known.length < MOST_LISTS) known.push(codes);
}

function reportSiblings(siblings: Siblings, language: string, report: Report): void {
  const { list, other, shared } = siblings;
  const renamed = renamedCodes(siblings);
  const old = new Set(renamed.map(({ from }) => from));
  const lacks = siblings.lacks.filter((name) => !old.has(name));
  const adds = siblings.adds.filter((name) => !renamed.some(({ to }) => to === name));
  if (lacks.length + adds.length > 0)
    report(
      'lists-drift',
      list.list.origin.location,
      { list: list.list.name, other: other.list.name, shared: shared.length, lacks, adds },
      { related: [{ message: 'the other list', location: other.list.origin.location }] },
    );
  for (const { from, to } of renamed) reportCodes(siblings, to, from, language, report);
  for (const name of shared) if (isReworded(name, siblings)) reportCodes(siblings, name, name, language, report);
}

/** Codes that one list has under another name, told by their labels. */
function renamedCodes({ list, other, lacks, adds }: Siblings): readonly { from: string; to: string }[] {
  const missing = new Map(lacks.map((name) => [other.byName.get(name)?.words, name]));
  return adds.flatMap((to) => {
    const words = list.byName.get(to)?.words;
    const from = words ? missing.get(words) : undefined;
    return from === undefined ? [] : [{ from, to }];
  });
}

function reportCodes({ list, other }: Siblings, to: string, from: string, language: string, report: Report): void {
  const code = list.byName.get(to)?.code;
  const earlier = other.byName.get(from)?.code;
  if (!code || !earlier || isComputed(code) || isComputed(earlier)) return;
  const labels = [code, earlier].map(({ texts }) => texts.label?.byLanguage.get(language)?.string.text ?? '');
  const at = to === from ? (code.texts.label ?? code.name) : code.name;
  report(
    'codes-drift',
    at.origin.location,
    {
      list: list.list.name,
      other: other.list.name,
      code: to,
      otherCode: from,
      label: labels[0] ?? '',
      otherLabel: labels[1] ?? '',
    },
    { related: [{ message: `the code of ${other.list.name}`, location: earlier.origin.location }] },
  );
}

/** A label that shows an earlier answer is another one in each interview. */
function isComputed({ texts }: Code): boolean {
  return [...(texts.label?.byLanguage.values() ?? [])].some(({ parsed }) => parsed.references.length > 0);
}
