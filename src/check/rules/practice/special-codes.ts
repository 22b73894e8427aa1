import type { Report } from '../../../diagnostics/collector.ts';
import { type Code, type CodeList, offeredCodes, type Special } from '../../../model/code-list.ts';
import type { Dictionary } from '../../../model/dictionary.ts';
import { labelWords } from './label-words.ts';
import { specialOf } from './special-words.ts';

/** The special answers that mean the same in every list. `none` does not: no barrier, no assistance, none of these. */
const COMPARED: readonly Special[] = ['dont_know', 'refused', 'not_applicable', 'other'];

/** In registers of places or people labels are not read. */
const LONGEST = 200;

interface Use {
  readonly list: CodeList;
  readonly code: Code;
}

/** One answer, one code: scripts that leave out who does not know look for one word. */
export function checkSpecialCodes(dictionary: Dictionary, report: Report): void {
  const found = new Map<Special, Use[]>(COMPARED.map((special) => [special, []]));
  for (const list of dictionary.codeLists.values())
    for (const [special, code] of specialCodes(list, dictionary.defaultLanguage))
      found.get(special)?.push({ list, code });
  for (const [special, uses] of found) {
    const usual = usualOf(uses);
    if (usual) reportOthers(special, usual, uses, report);
  }
}

/** The codes of a list for special answers, by mark or else by label; two for one are two answers, and neither is meant. */
function specialCodes(list: CodeList, language: string): readonly (readonly [Special, Code])[] {
  const codes = offeredCodes(list);
  const labelled = codes.length > LONGEST ? [] : codes;
  return COMPARED.flatMap((special) => {
    const marked = codes.filter((code) => code.special === special);
    const unmarked = (): readonly Code[] =>
      labelled.filter((code) => !code.special && saying(code, language) === special);
    const [code, ...others] = marked.length > 0 ? marked : unmarked();
    return code && others.length === 0 ? [[special, code] as const] : [];
  });
}

function saying(code: Code, language: string): Special | undefined {
  return specialOf(labelWords(code, language));
}

interface Usual {
  readonly first: Use;
  /** How many lists have this code. */
  readonly count: number;
}

/** The code that at least half of the lists have; of two, the one that is written first. Otherwise there is no habit to keep. */
function usualOf(uses: readonly Use[]): Usual | undefined {
  const counts = new Map<string, Usual>();
  for (const use of uses) {
    const { text } = use.code.name.string;
    const known = counts.get(text);
    counts.set(text, { first: known?.first ?? use, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].find(({ count }) => 2 * count >= uses.length);
}

/** A code that several lists include is told once. In a list of numbers a number is no slip, and yet another code. */
function reportOthers(special: Special, { first: usual, count }: Usual, uses: readonly Use[], report: Report): void {
  const seen = new Set<Code>([usual.code]);
  const usualCode = usual.code.name.string.text;
  const owners = ownersIn(uses);
  const nameOf = ({ code, list }: Use): string => (owners.get(code) ?? list).name;
  for (const use of uses) {
    const { list, code } = use;
    const { text } = code.name.string;
    if (text === usualCode || seen.has(code)) continue;
    seen.add(code);
    report(
      'special-code-differs',
      code.name.origin.location,
      { special, code: text, list: nameOf(use), usual: usualCode, usualList: nameOf(usual), others: count - 1 },
      {
        severity: isNumbered(list) === isNumbered(usual.list) ? 'warning' : 'info',
        related: [{ message: `the code of ${nameOf(usual)}`, location: usual.code.origin.location }],
      },
    );
  }
}

/** Of the lists that include a code, the shortest is the one that it is written in. */
function ownersIn(uses: readonly Use[]): ReadonlyMap<Code, CodeList> {
  const owners = new Map<Code, CodeList>();
  for (const { code, list } of uses) {
    const known = owners.get(code);
    if (!known || list.codes.length < known.codes.length) owners.set(code, list);
  }
  return owners;
}

function isNumbered(list: CodeList): boolean {
  return offeredCodes(list).every(({ name }) => /^-?\d+$/.test(name.string.text));
}
