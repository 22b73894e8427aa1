import { hashOf, type NormalForm } from '../content/normal-form.ts';
import { type Change, changeOf, keysOf } from './change.ts';
import { compareChoices } from './compare-choices.ts';
import { cellChanges, compareSurveys, type Renames } from './compare-survey.ts';
import { movedWords } from '../../core/moved-words.ts';

/** Everything that differs between two forms, as a person would tell it; empty only where they are equal. */
export function compareForms(before: NormalForm, after: NormalForm, renames: Renames = new Map()): readonly Change[] {
  if (hashOf(before) === hashOf(after)) return [];
  const languages = compareLanguages(before, after);
  const told = new Set(languages.filter(({ kind }) => kind !== 'moved').map(({ name }) => name));
  const changes = [
    ...languages,
    ...[...compareSurveys(before, after, renames), ...compareChoices(before, after)].filter(
      (change) => !isTold(change, told),
    ),
    ...compareSettings(before, after),
    ...compareSheets(before, after),
    ...compareLocking(before, after),
  ];
  return changes.length > 0 ? changes : [{ kind: 'changed', subject: 'form', name: 'order of its rows' }];
}

/** A language that comes or goes takes its texts along. */
function isTold({ column = '' }: Change, languages: ReadonlySet<string>): boolean {
  const at = column.indexOf('::');
  return at > 0 && languages.has(column.slice(at + 2));
}

function named(languages: readonly string[]): readonly string[] {
  return languages.filter((name) => name !== '');
}

function compareLanguages({ languages: before }: NormalForm, { languages: after }: NormalForm): readonly Change[] {
  const [old, now] = [named(before), named(after)];
  const moved = movedWords(
    old.filter((name) => now.includes(name)),
    now.filter((name) => old.includes(name)),
  );
  return [
    ...now.filter((name) => !old.includes(name)).flatMap((name) => changeOf('language', name, undefined, '')),
    ...old.filter((name) => !now.includes(name)).flatMap((name) => changeOf('language', name, '', undefined)),
    ...[...moved].map((name): Change => ({ kind: 'moved', subject: 'language', name, column: 'order' })),
  ];
}

function compareSettings(before: NormalForm, after: NormalForm): readonly Change[] {
  return [...keysOf(before.settings, after.settings)].flatMap((name) =>
    changeOf('setting', name, before.settings.get(name), after.settings.get(name)),
  );
}

const EMPTY_ROW: ReadonlyMap<string, string> = new Map();

function compareSheets(before: NormalForm, after: NormalForm): readonly Change[] {
  return [...keysOf(before.sheets, after.sheets)].flatMap((sheet) => {
    const [was, is] = [before.sheets.get(sheet) ?? [], after.sheets.get(sheet) ?? []];
    const rows = Array.from({ length: Math.max(was.length, is.length) }, (_, index) => index);
    return rows.flatMap((row) =>
      cellChanges('sheet', `${sheet}, row ${row + 2}`, was[row] ?? EMPTY_ROW, is[row] ?? EMPTY_ROW),
    );
  });
}

function compareLocking(before: NormalForm, after: NormalForm): readonly Change[] {
  return [...keysOf(before.locking, after.locking)].flatMap((name) =>
    changeOf('locking', name, before.locking.get(name)?.join(' '), after.locking.get(name)?.join(' ')),
  );
}
