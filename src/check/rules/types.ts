import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { CodeList } from '../../model/code-list.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Item, TypeUse } from '../../model/item.ts';
import { isKnownType, listOf } from '../../model/type-use.ts';
import { listColumns } from '../../model/deliver/list-uses.ts';
import { placeOf } from '../../source/source-string.ts';
import { typeNicknames, typeSpellings } from '../../vocabulary/spellings.ts';
import { questionTypes } from '../../vocabulary/types.ts';
import { hasPlaceholder } from '../../vocabulary/placeholders.ts';

type Lists = ReadonlyMap<string, CodeList>;

export function checkType(item: Item, lists: Lists, report: Report): void {
  for (const column of listColumns) {
    const named = item.facets[column];
    if (named) checkList(named, lists, report);
  }
  if (item.kind === 'section') {
    if (item.list) checkList(item.list, lists, report);
    return;
  }
  const { type } = item;
  if (type.string.text === '' || hasPlaceholder(type.string.text)) return;
  if (!isKnownType(type)) return reportUnknown(type, report);
  checkArgument(type, report);
  const list = listOf(type);
  if (list) checkList(list, lists, report);
}

/** An ask can take the type of its variable away; a variable that has none itself is told where it is defined. */
export function checkTypeGiven(item: Item, variables: Dictionary['variables'], report: Report): void {
  if (item.kind === 'section' || item.type.string.text !== '') return;
  const variable = variables.get(item.variable ?? '');
  if (variable?.type.string.text === '') return;
  const what = `Question ${quote(item.name.string.text)}`;
  report('missing-key', item.origin.location, { key: 'type', what, example: 'text' });
}

function reportUnknown(type: TypeUse, report: Report): void {
  const { text } = type.string;
  report('unknown-type', type.origin.location, { type: text, suggestion: knownSpelling(text) ?? nearest(type) });
}

const spellings: readonly (readonly [string, string])[] = [...typeSpellings, ...typeNicknames].toSorted(
  ([a], [b]) => b.length - a.length,
);

/** The present word for an older or a popular one, with the list that follows it: `select one sex` is `select_one sex`. */
function knownSpelling(text: string): string | undefined {
  const typed = text.toLowerCase();
  const [old, present] = spellings.find(([word]) => typed === word || typed.startsWith(`${word} `)) ?? [];
  return old === undefined ? undefined : `${present}${text.slice(old.length)}`;
}

function nearest({ word, string: { text } }: TypeUse): string | undefined {
  const type = suggest(word, questionTypes.keys());
  if (type === undefined) return undefined;
  return questionTypes.get(type)?.takes === 'nothing' ? type : `${type}${text.slice(word.length)}`;
}

function checkArgument(type: TypeUse, report: Report): void {
  const takes = questionTypes.get(type.word)?.takes;
  const { text } = type.string;
  if ((takes === 'list' || takes === 'file') && !type.argument)
    report('type-argument', type.origin.location, { type: text, takes });
  if (takes === 'nothing' && (type.argument || type.orOther))
    report('type-argument', type.origin.location, { type: text, takes });
}

function checkList(named: Plain, lists: Lists, report: Report): void {
  const name = named.string.text;
  if (!lists.has(name) && !hasPlaceholder(name))
    report('unknown-code-list', placeOf(named.string), { name, suggestion: suggest(name, lists.keys()) });
}
