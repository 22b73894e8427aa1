import { KoboError } from './kobo-error.ts';
import type { Content, Row } from './state.ts';

export const LOCK_SHEET = 'kobo--locking-profiles';
export const LOCK_COLUMN = 'kobo--locking-profile';

const QUESTION = ['delete', 'label_edit', 'settings_edit', 'skip_logic_edit', 'validation_edit'];
const GROUP = [
  'delete',
  'label_edit',
  'question_add',
  'question_delete',
  'question_order_edit',
  'settings_edit',
  'skip_logic_edit',
  'split',
];

const FORM = [
  'form_replace',
  'group_add',
  'question_add',
  'question_order_edit',
  'language_edit',
  'form_appearance',
  'form_meta_edit',
];

const RESTRICTIONS: ReadonlySet<unknown> = new Set([
  ...['add', 'delete', 'label_edit', 'value_edit', 'order_edit'].map((what) => `choice_${what}`),
  ...QUESTION.map((what) => `question_${what}`),
  ...GROUP.map((what) => `group_${what}`),
  ...FORM,
]);

interface Profile {
  readonly name: string;
  readonly restrictions: string[];
}

const lockingError = (text: string): KoboError => new KoboError('FormPackLibraryLockingError', text);

/** The sheet of locks → one list of restrictions a profile. */
export function lockingProfiles(rows: readonly Row[]): Profile[] {
  const columns = new Set(rows.flatMap((row) => Object.keys(row)));
  if (!columns.delete('restriction')) throw lockingError('The column name `restriction` must be present.');
  if (columns.size === 0) throw lockingError('At least one locking profile must be defined.');
  if (columns.has('locked')) throw lockingError('Locking profile name of "locked" cannot be used.');
  for (const { restriction } of rows) {
    if (!RESTRICTIONS.has(restriction)) {
      throw lockingError(`${String(restriction)} is not a valid restriction.`);
    }
  }
  return [...columns].map((name) => ({
    name,
    restrictions: rows.filter((row) => /^locked$/i.test(String(row[name]))).map((row) => String(row['restriction'])),
  }));
}

/** Back to a sheet of locks, in every download. */
export function lockingRows(content: Content): Row[] | undefined {
  const profiles = content[LOCK_SHEET] as readonly Profile[] | undefined;
  return profiles?.length
    ? [...RESTRICTIONS].map((restriction) => ({
        restriction,
        ...Object.fromEntries(
          profiles
            .filter((profile) => profile.restrictions.includes(String(restriction)))
            .map(({ name }) => [name, 'locked']),
        ),
      }))
    : undefined;
}
