import { physicalName } from '../../model/code-list.ts';
import { lockOnCodes } from '../../model/contract/asked-lists.ts';
import { holderWords } from '../../model/contract/holder-words.ts';
import { levelsOfForm, levelsOfItem, type Lock, lockOn } from '../../model/contract/locks-on.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { byItemName } from '../../model/item-names.ts';
import type { Change } from './change.ts';

/** Tells of a change on the server whether the dictionary locks what was changed, and who says so there. */
export function locksBroken(
  { country, ...dictionary }: Dictionary,
  { name }: Form,
): (change: Change) => string | undefined {
  const core = country?.core ?? dictionary;
  const form = core.forms.get(name.string.text);
  return (change) => {
    const lock = form && lockOnChange(change, form, core);
    return lock && `${holderWords(lock.holder)} says lock: ${lock.word.string.text}`;
  };
}

function lockOnChange(change: Change, form: Form, dictionary: Dictionary): Lock | undefined {
  const { subject, name } = change;
  if (subject === 'language') return lockOn(levelsOfForm(form, dictionary), 'languages');
  if (subject === 'code') return lockOnCode(change, dictionary);
  if (subject !== 'question' && subject !== 'group' && subject !== 'repeat') return undefined;
  const visit = byItemName(form.items).get(name);
  return visit && lockOn(levelsOfItem(visit.item, form, dictionary), facetOf(change));
}

/** What a change changes, in the words of `lock`. */
function facetOf({ kind, column = '', before = '', after = '' }: Change): string {
  if (kind === 'removed' && column === '') return 'remove';
  if (kind === 'moved') return 'order';
  if (column !== 'type') return column.replace(/::.*/, '');
  return before.split(' ')[0] === after.split(' ')[0] ? 'codes' : 'type';
}

function lockOnCode(change: Change, dictionary: Dictionary): Lock | undefined {
  const [name] = change.name.split(': ');
  const list = [...dictionary.codeLists.values()].find((each) => physicalName(each) === name);
  const facet = change.kind === 'added' && change.column === undefined ? 'add' : facetOf(change);
  return list && lockOnCodes(list, facet, dictionary);
}
