import { remembers } from '../diagnostics/recall.ts';
import { memoized } from '../core/memo.ts';
import { isSame } from '../core/same.ts';
import { type CodeList, physicalName } from '../model/code-list.ts';
import { checksOf } from '../model/checked-forms.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Form, Row } from '../model/form.ts';
import type { Item } from '../model/item.ts';
import { facetEntries } from '../model/walk.ts';
import type { SurveyColumn } from '../vocabulary/columns.ts';
import type { Profile } from '../vocabulary/profiles.ts';

/**
 * Stands for everything that decides how the answers of a form behave, wherever it is written: names, types, expressions,
 * code lists. The same object as long as none of it changes, so that an edit of a text need not be thought through again.
 */
export interface Logic {
  /** The same of what decides what answers there can be: when a question is asked, and which answers it takes, does not. */
  readonly types: object;
}

interface Known {
  readonly words: readonly string[];
  readonly ofTypes: readonly string[];
  readonly around: readonly unknown[];
  readonly logic: Logic;
}

const latest = new Map<string, Known>();

export function logicOf(form: Form, dictionary: Dictionary, profiles: readonly Profile[]): Logic {
  if (!remembers()) return { types: {} };
  const name = form.name.string.text;
  const rows = [form.settings, ...form.entities].map(cellsOf);
  const words = [...form.items.map(wordsOf), ...rows, checkWords(form, dictionary)];
  const ofTypes = form.items.map(wordsOfTypes);
  const around = [profiles, ...[...dictionary.codeLists.values()].flatMap(codesOf)];
  const before = words.some(readsFiles) ? undefined : latest.get(name);
  const known = before && isSame(before.around, around) ? before : undefined;
  const types = known && isSame(known.ofTypes, ofTypes) ? known.logic.types : {};
  const logic = known && isSame(known.words, words) ? known.logic : { types };
  latest.set(name, { words, ofTypes, around, logic });
  return logic;
}

/** The conditions that data of the form is held against. */
function checkWords(form: Form, dictionary: Dictionary): string {
  const checks = checksOf(form, dictionary);
  return JSON.stringify(checks.map((check) => (check.kind === 'when' ? check.when.string.text : '')));
}

/** Lists are put together anew with every dictionary, of codes that stay. */
function codesOf(list: CodeList): readonly unknown[] {
  return [list.name, physicalName(list), list.parent?.list.string.text, list.parent?.column.string.text, ...list.codes];
}

/** What files hold is not part of the form, and they can change as well. */
function readsFiles(words: string): boolean {
  return /_from_file|instance\s*\(|pulldata\s*\(|-external/.test(words);
}

/** Expressions in settings and entities decide nothing, but can be findings themselves. */
function cellsOf(row: Row): string {
  return JSON.stringify([...row].map(([header, { string }]) => [header, string.text]));
}

/** All that an item says beside its texts and what is left out; made once an item. */
function wordsBut(left: ReadonlySet<SurveyColumn>): (item: Item) => string {
  const words: (item: Item) => string = memoized((item: Item): string => {
    const facets = facetEntries(item.facets).flatMap(([column, facet]) =>
      'byLanguage' in facet || left.has(column) ? [] : [column, facet.string.text],
    );
    const columns = [...item.columns].flatMap(([header, { string }]) => [header, string.text]);
    const own = [item.name.string.text, ...facets, ...columns];
    if (item.kind === 'section') return JSON.stringify([item.type, item.list?.string.text, own, item.items.map(words)]);
    const soft = (item.meaning.soft ?? []).map(({ when }) => when.string.text);
    return JSON.stringify([item.type.string.text, own, soft]);
  });
  return words;
}

const wordsOf = wordsBut(new Set());
const wordsOfTypes = wordsBut(new Set(['relevant', 'constraint', 'required', 'read_only', 'choice_filter']));
