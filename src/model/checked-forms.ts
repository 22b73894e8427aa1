import { memoized } from '../core/memo.ts';
import type { Dictionary } from './dictionary.ts';
import type { Form } from './form.ts';
import { itemNames, otherNames } from './item-names.ts';
import { namesOfCheck, type RecordCheck } from './record-check.ts';
import { questionsOf } from './walk.ts';

/** The checks that records of a form are held against. */
export function checksOf(form: Form, { checks }: Pick<Dictionary, 'checks'>): readonly RecordCheck[] {
  return [...checks.values()].filter((check) => isFor(check, form));
}

/** Whether a form has all that a check needs, and the check is for it. */
export function isFor(check: RecordCheck, form: Form): boolean {
  const name = form.name.string.text;
  const isChosen = check.forms === undefined || check.forms.some(({ string }) => string.text === name);
  return isChosen && lackingIn(form, check).length === 0;
}

/** The names that a check needs and a form does not have. */
export function lackingIn(form: Form, check: RecordCheck): readonly string[] {
  if (check.kind === 'duration') return ENDS.filter((type) => !typesIn(form).has(type));
  return namesOfCheck(check).filter((name) => !namesIn(form).has(name));
}

/** The types of the questions between which a duration is measured; they bear these names, too, unless they are renamed. */
export const ENDS = ['start', 'end'] as const;

/** What `${name}` can name in the data of a form. */
export const namesIn = memoized(
  ({ items }: Form): ReadonlySet<string> => new Set([...itemNames(items), ...otherNames(items), 'instanceID']),
);

/** The same for all forms together. */
export const namesAsked = memoized(
  (forms: Dictionary['forms']): ReadonlySet<string> =>
    new Set([...forms.values()].flatMap((form) => [...namesIn(form)])),
);

const typesIn = memoized(
  ({ items }: Form): ReadonlySet<string> => new Set(questionsOf(items).map(({ item }) => item.type.word)),
);
