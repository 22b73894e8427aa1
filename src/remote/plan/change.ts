/** One difference between two states of a project, in the words of the sheets and of KoboToolbox. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'renamed';
  readonly subject: Subject;
  /** The question or section, `LIST: CODE`, the setting, the file, the user … */
  readonly name: string;
  /** Which cell: a column of the survey or choices sheet, `label::French (fr)` for a text in a language. */
  readonly column?: string;
  readonly before?: string;
  readonly after?: string;
}

export type Subject =
  | 'project'
  | 'question'
  | 'group'
  | 'repeat'
  | 'list'
  | 'code'
  | 'language'
  | 'setting'
  | 'sheet'
  | 'locking'
  | 'stamp'
  | 'form'
  | 'file'
  | 'right'
  | 'collection'
  | 'deployment';

/** A difference between before and after; nothing where there is none. */
export function changeOf(
  subject: Subject,
  name: string,
  before: string | undefined,
  after: string | undefined,
  column?: string,
): readonly Change[] {
  if (before === after) return [];
  const kind =
    column !== undefined || (before !== undefined && after !== undefined)
      ? 'changed'
      : before === undefined
        ? 'added'
        : 'removed';
  return [
    {
      kind,
      subject,
      name,
      ...(column === undefined ? {} : { column }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ];
}

/** Every key of either, in the order of the second, then what only the first has. */
export function keysOf(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set([...other.keys(), ...one.keys()]);
}
