import { plural } from '../../core/counts.ts';
import { offeredCodes } from '../../model/code-list.ts';
import type { CodeSubject, Difference } from '../../model/compare/difference.ts';
import { type Cell, cellOf, type Detail, type Part, unique } from './cell.ts';
import { detailOf, facetWords, type PlaceOf } from './details.ts';
import type { Note } from './notes.ts';
import { facetPart, translatedPart } from './question-cell.ts';

/** Codes that are told one by one. */
const MOST = 40;

type CodeDifference = Difference<CodeSubject>;

/** What became of the codes of a list. */
export interface CodeCounts {
  readonly added: number;
  readonly removed: number;
  readonly replaced: boolean;
}

/** A code list of the core, as a country has it. */
export function listCell(notes: readonly Note[], placeOf: PlaceOf): Cell {
  const gone = notes.find(({ kind }) => kind === 'left-out');
  if (gone) {
    const detail = { ...detailOf(gone.difference, placeOf, 'left out'), core: '', country: '' };
    return cellOf([{ state: 'left-out', words: 'left out', details: [detail] }]);
  }
  const codes = codesIn(notes);
  return cellOf([
    ...(countCodes(notes).replaced ? replacedPart(codes, placeOf) : codeParts(codes, placeOf)),
    ...facetPart(
      [],
      notes.filter(({ difference }) => difference.subject.kind === 'list'),
      placeOf,
    ),
    ...translatedPart(notes),
  ]);
}

function codesIn(notes: readonly Note[]): readonly CodeDifference[] {
  return notes.flatMap(({ difference }) => (isOfCode(difference) ? [difference] : []));
}

export function isOfCode(difference: Difference): difference is CodeDifference {
  return difference.subject.kind === 'code';
}

export function countCodes(notes: readonly Note[]): CodeCounts {
  const codes = codesIn(notes);
  const count = (facet: string): number => codes.filter((each) => each.facet === facet).length;
  const [added, removed] = [count('add'), count('remove')];
  return { added, removed, replaced: isReplaced(codes[0]?.subject.lists, added, removed) };
}

/** Where nothing is left of the core's codes, or the core has them as examples only, one by one they mean nothing. */
export function isReplaced(lists: CodeSubject['lists'] | undefined, added: number, removed: number): boolean {
  if (!lists || added === 0) return false;
  return lists.before.country === 'replace' || removed === offeredCodes(lists.before).length;
}

/** `4 codes`, `18 codes` */
export function replacedWords({ before, after }: CodeSubject['lists']): readonly [string, string] {
  return [plural(offeredCodes(before).length, 'code'), plural(offeredCodes(after).length, 'code')];
}

function replacedPart(codes: readonly CodeDifference[], placeOf: PlaceOf): readonly Part[] {
  const [first] = codes;
  if (!first) return [];
  const [core, country] = replacedWords(first.subject.lists);
  const added = codes.find(({ facet }) => facet === 'add') ?? first;
  const detail = { ...detailOf(added, placeOf, 'codes'), language: undefined, core, country };
  return [{ state: 'replaced', words: `replaced: ${core} by ${country.replace(/ codes?$/, '')}`, details: [detail] }];
}

function codeParts(codes: readonly CodeDifference[], placeOf: PlaceOf): readonly Part[] {
  const of = (facet: string): readonly CodeDifference[] => codes.filter((each) => each.facet === facet);
  const [added, removed, moved] = [of('add'), of('remove'), of('order')];
  const changed = codes.filter(
    ({ facet, kind }) => !['add', 'remove', 'order'].includes(facet) && kind !== 'translated',
  );
  const [labels, others] = [
    of('label').filter(({ kind }) => kind !== 'translated'),
    changed.filter(({ facet }) => facet !== 'label'),
  ];
  const counted = [added.length > 0 ? `+${added.length}` : '', removed.length > 0 ? `−${removed.length}` : ''].filter(
    Boolean,
  );
  const words = [
    counted.join(' '),
    labels.length > 0 ? `${codesOf(labels)} relabelled` : '',
    others.length > 0 ? `${codesOf(others)} changed: ${unique(others.map(({ facet }) => facet)).join(', ')}` : '',
  ].filter(Boolean);
  const details = detailsOf([...added, ...removed, ...changed], placeOf);
  return [
    ...(words.length > 0 ? [{ state: 'changed', words: words.join('; '), details } as const] : []),
    ...(moved.length > 0 ? [{ state: 'moved', words: 're-ordered', details: detailsOf(moved, placeOf) } as const] : []),
  ];
}

function codesOf(differences: readonly CodeDifference[]): number {
  return new Set(differences.map(({ name }) => name)).size;
}

const DONE: Readonly<Record<string, string>> = { add: 'added', remove: 'left out', order: 'moved' };

function detailsOf(differences: readonly CodeDifference[], placeOf: PlaceOf): readonly Detail[] {
  const told = differences.slice(0, MOST).map((each) => {
    const detail = detailOf(each, placeOf, `${each.name} ${DONE[each.facet] ?? facetWords(each)}`);
    return each.facet === 'order' ? { ...detail, core: '', country: '' } : detail;
  });
  const more = differences.length - told.length;
  const rest = { what: `and ${more} more`, language: undefined, core: '', country: '', where: '', place: '' };
  return more > 0 ? [...told, rest] : told;
}
