import type { Difference } from '../../model/compare/difference.ts';
import { choiceTextColumns, isSurveyColumn } from '../../vocabulary/columns.ts';
import { LOCK_ALL, LOCKING_COLUMN } from '../../vocabulary/locking.ts';
import { STAMP } from '../../vocabulary/reserved.ts';

/** Rows that the compiler and KoboToolbox write themselves. */
const WRITTEN_ROWS: ReadonlySet<string> = new Set([STAMP, '__version__', '_version_']);
/** Settings that they write, or that say which version it is. */
const WRITTEN_SETTINGS: ReadonlySet<string> = new Set([
  'form_title',
  'form_id',
  'id_string',
  'version',
  'default_language',
  'allow_choice_duplicates',
  LOCKING_COLUMN,
  LOCK_ALL,
]);
/** HXL tags stand in a column of another name for each server. */
const HXL: ReadonlySet<string> = new Set(['hxl', 'instance::hxl', 'tags']);
const WHOLE: ReadonlySet<string> = new Set(['add', 'remove', 'order']);
const OF_CODES: ReadonlySet<string> = new Set([...WHOLE, ...choiceTextColumns, 'attributes']);

/** Whether a workbook can say the other thing, so that its saying nothing means something. */
export function canSay({ subject, facet, name, path }: Difference): boolean {
  if (subject.kind === 'code') return OF_CODES.has(facet);
  if (subject.kind === 'form')
    return facet === 'languages' || facet === 'entities' || (facet === 'settings' && !isWrittenSetting(path));
  if (subject.kind !== 'item' || WRITTEN_ROWS.has(name) || HXL.has(facet)) return false;
  const sides = [subject.before, subject.after].map((visit) => visit?.item);
  const isHeader = sides.some((item) => item?.columns.has(facet));
  return WHOLE.has(facet) || facet === 'type' || facet === 'codes' || isHeader || isKnownColumn(facet);
}

function isWrittenSetting(path: string): boolean {
  return WRITTEN_SETTINGS.has(path.split('.settings.').at(-1) ?? '');
}

function isKnownColumn(facet: string): boolean {
  return isSurveyColumn(facet) && facet !== LOCKING_COLUMN;
}
