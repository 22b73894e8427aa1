import type { Reader } from '../emit/report/reader.ts';
import type { Grouping, GroupValue } from '../emit/report/report-data.ts';
import type { ReportWords } from '../vocabulary/report-wording.ts';
import { type ByReader, type GroupFinder, MISSING } from './groups.ts';

/** Groups as a report shows them, in the order of the lists, whatever the order of the records. */
export interface GroupsInOrder {
  readonly grouping: Grouping;
  /** By the place in the report, the place where the group was counted. */
  readonly places: readonly number[];
}

export function groupsInOrder({ by, found }: GroupFinder, read: Reader, words: ReportWords): GroupsInOrder {
  const groups = found();
  const places = [...groups.keys()].toSorted((a, b) => comparePlaces(groups[a]?.places ?? [], groups[b]?.places ?? []));
  return {
    places,
    grouping: {
      by: by.map(({ by: { question, path } }) => {
        return { path, label: read(question.facets.label) ?? question.name.string.text };
      }),
      groups: places.map((place) => {
        const group = groups[place];
        const values = by.map((reader, index) => valueAt(group?.places[index] ?? MISSING, reader, read, words));
        return { values, size: group?.size ?? 0 };
      }),
    },
  };
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((place, index) => place !== b[index]);
  return differs < 0 ? 0 : rank(a[differs]) - rank(b[differs]);
}

/** Those in no list come after the others, and those who did not answer last. */
function rank(place = MISSING): number {
  if (place >= 0) return place;
  return Number.MAX_SAFE_INTEGER - (place === MISSING ? 0 : 1);
}

function valueAt(place: number, { by }: ByReader, read: Reader, words: ReportWords): GroupValue {
  if (place === MISSING) return { kind: 'missing', code: '', label: words.missing };
  const found = by.codes[place];
  if (!found) return { kind: 'unlisted', code: '', label: words.unlisted };
  return { kind: 'code', code: found.code, label: read(found.label) ?? found.code };
}
