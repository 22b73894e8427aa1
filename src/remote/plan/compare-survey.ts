import { STAMP } from '../../vocabulary/reserved.ts';
import type { NormalForm, NormalRow } from '../content/normal-form.ts';
import { type Change, changeOf, keysOf } from './change.ts';
import { movedWords } from '../../core/moved-words.ts';
import { fullPath, type SurveyItem, surveyItems } from './survey-items.ts';

/** The old names of questions that the dictionary declares, by their new one. */
export type Renames = ReadonlyMap<string, readonly string[]>;

/** What differs between the questions and sections of two forms. */
export function compareSurveys(before: NormalForm, after: NormalForm, renames: Renames): readonly Change[] {
  const [old, now] = [surveyItems(before), surveyItems(after)];
  const stays = (name: string): boolean => samePath(old.get(name), now.get(name));
  const moved = movedWords([...old.keys()].filter(stays), [...now.keys()].filter(stays));
  const oldNames = renamed(old, now, renames);
  const gone = new Set(oldNames.values());
  return [...keysOf(old, now)].flatMap((name) => {
    const [was, is] = [old.get(oldNames.get(name) ?? name), now.get(name)];
    if (name === STAMP) return stampChange(was, is);
    if (gone.has(name)) return [];
    if (!was || !is) return itemChange(was, is);
    return [
      ...nameChange(was, is),
      ...placeChange(was, is, moved.has(name), now),
      ...cellChanges(is.subject, name, was.cells, is.cells, 'name'),
    ];
  });
}

/** The old name of each question that bears another one now: declared, and in only one of the forms each. */
export function renamed(
  old: ReadonlyMap<string, SurveyItem>,
  now: ReadonlyMap<string, SurveyItem>,
  renames: Renames,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, names] of renames) {
    const before = names.find((each) => old.has(each) && !now.has(each));
    if (before !== undefined && now.has(name) && !old.has(name)) found.set(name, before);
  }
  return found;
}

function nameChange({ name: before }: SurveyItem, { subject, name: after }: SurveyItem): readonly Change[] {
  return before === after ? [] : [{ kind: 'renamed', subject, name: after, before, after }];
}

function samePath(was: SurveyItem | undefined, is: SurveyItem | undefined): boolean {
  return was !== undefined && is !== undefined && fullPath(was) === fullPath(is);
}

/** The stamp says which version of the dictionary made the form; its hash changes with whatever else does. */
function stampChange(was: SurveyItem | undefined, is: SurveyItem | undefined): readonly Change[] {
  return changeOf('stamp', STAMP, stampedVersion(was), stampedVersion(is));
}

/** Dictionary, form and version, without the hash behind them. */
function stampedVersion(item: SurveyItem | undefined): string | undefined {
  const words = item?.cells.get('calculation')?.replaceAll(/^['"]|['"]$/g, '');
  return words?.replace(/ [0-9a-f]+$/, '');
}

function itemChange(was: SurveyItem | undefined, is: SurveyItem | undefined): readonly Change[] {
  const item = is ?? was;
  return item ? changeOf(item.subject, item.name, was && described(was), is && described(is)) : [];
}

/** What tells a person which one is meant: its type, and where it stands. */
function described(item: SurveyItem): string {
  const type = item.cells.get('type') ?? '';
  return item.path.length === 0 ? type : `${type} in ${item.path.join('/')}`;
}

function placeChange(
  was: SurveyItem,
  is: SurveyItem,
  movedInOrder: boolean,
  now: ReadonlyMap<string, SurveyItem>,
): readonly Change[] {
  const { subject, name } = is;
  const [before, after] = [was.path.join('/'), is.path.join('/')];
  if (before !== after) return [{ kind: 'moved', subject, name, column: 'group', before, after }];
  return movedInOrder ? [{ kind: 'moved', subject, name, column: 'order', after: neighbourOf(name, now) }] : [];
}

function neighbourOf(name: string, items: ReadonlyMap<string, SurveyItem>): string {
  const names = [...items.keys()];
  return names[names.indexOf(name) - 1] ?? '';
}

/** Differences cell by cell, but for the cell that the rows are known by. */
export function cellChanges(
  subject: Change['subject'],
  name: string,
  before: NormalRow,
  after: NormalRow,
  knownBy?: string,
): readonly Change[] {
  return [...keysOf(before, after)]
    .filter((column) => column !== knownBy)
    .flatMap((column) => changeOf(subject, name, before.get(column), after.get(column), column));
}
