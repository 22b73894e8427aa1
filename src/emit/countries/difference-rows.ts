import { type CodeSubject, type Difference, WHOLE } from '../../model/compare/difference.ts';
import { isOfCode, isReplaced, replacedWords } from './list-cell.ts';
import type { PlaceOf } from './details.ts';

/** A difference as a row of a table. */
export interface DifferenceRow {
  /** `forms.registration.hh_phone.constraint` */
  readonly path: string;
  readonly kind: 'added' | 'left out' | 'changed' | 'moved' | 'replaced';
  /** Empty where a thing as a whole is added, left out or moved. */
  readonly facet: string;
  readonly language: string;
  readonly core: string;
  readonly country: string;
  readonly place: string;
}

const KINDS = {
  added: 'added',
  removed: 'left out',
  changed: 'changed',
  moved: 'moved',
} as const;

/** All but the languages that a country speaks, and texts in them; a list that is replaced is one difference, however many codes it has. */
export function differenceRows(differences: readonly Difference[], placeOf: PlaceOf): readonly DifferenceRow[] {
  const replaced = replacedLists(differences);
  const told = new Set<string>();
  return differences.filter(isTold).flatMap((difference): readonly DifferenceRow[] => {
    const list = isOfCode(difference) ? difference.subject.lists.before.name : '';
    if (!isOfCode(difference) || !replaced.has(list)) return [rowOf(difference, KINDS[difference.kind], placeOf)];
    if (told.has(list)) return [];
    told.add(list);
    const [core, country] = replacedWords(difference.subject.lists);
    const row = rowOf(difference, 'replaced', placeOf);
    return [{ ...row, path: `codelists.${list}.codes`, facet: 'codes', language: '', core, country }];
  });
}

function replacedLists(differences: readonly Difference[]): ReadonlySet<string> {
  const counts = new Map<string, { readonly lists: CodeSubject['lists']; added: number; removed: number }>();
  for (const difference of differences) {
    if (!isOfCode(difference)) continue;
    const { lists } = difference.subject;
    const count = counts.get(lists.before.name) ?? { lists, added: 0, removed: 0 };
    if (difference.facet === 'add') count.added += 1;
    if (difference.facet === 'remove') count.removed += 1;
    counts.set(lists.before.name, count);
  }
  const found = [...counts].filter(([, { lists, added, removed }]) => isReplaced(lists, added, removed));
  return new Set(found.map(([name]) => name));
}

type Told = Difference & { readonly kind: keyof typeof KINDS };

function isTold(difference: Difference): difference is Told {
  return difference.kind !== 'translated' && difference.facet !== 'languages';
}

/** That a thing is added, left out or moved is no facet of it. */
const wholes: ReadonlySet<string> = new Set(Object.values(WHOLE));

function rowOf(difference: Difference, kind: DifferenceRow['kind'], placeOf: PlaceOf): DifferenceRow {
  const { path, facet, language = '', before, after } = difference;
  return {
    path,
    kind,
    facet: wholes.has(facet) ? '' : facet,
    language,
    core: before?.words ?? '',
    country: after?.words ?? '',
    place: placeOf(difference),
  };
}
