import { slipOf } from '../../../core/suggest.ts';
import { listed } from '../../../diagnostics/quote.ts';
import type { Item } from '../../../model/item.ts';
import { locate } from '../../../source/source-string.ts';
import { appearances } from '../../../vocabulary/appearances.ts';
import { questionTypes } from '../../../vocabulary/types.ts';
import type { ItemRule } from '../../rule-set.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';

/** Misspelt words, and words that do nothing on the type; whatever else stands there belongs to some client. */
export const checkAppearance: ItemRule = (item, _profiles, report) => {
  const { appearance } = item.facets;
  if (!appearance || /[$'"]/.test(appearance.string.text.split('(')[0] ?? '')) return;
  if (hasPlaceholder(appearance.string.text)) return;
  for (const { word, start, end } of wordsOf(appearance.string.text)) {
    const at = locate(appearance.string, { start, end });
    const types = appearances.get(word.toLowerCase());
    const suggestion = types ? undefined : slipOf(word, appearances.keys());
    if (suggestion !== undefined) report('unknown-appearance', at, { word, suggestion });
    const type = typeOf(item);
    if (types && types.length > 0 && type !== undefined && !types.includes(type))
      report('ignored-appearance', at, { word, type, types: listed(types, 'and') });
  }
};

function typeOf(item: Item): string | undefined {
  if (item.kind === 'section') return item.type === 'group' || item.type === 'repeat' ? item.type : undefined;
  return questionTypes.has(item.type.word) ? item.type.word : undefined;
}

/** The words before the first bracket, without the one that the bracket belongs to. */
function wordsOf(text: string): readonly { readonly word: string; readonly start: number; readonly end: number }[] {
  const [before = ''] = text.split('(');
  const words = [...before.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  return text.includes('(') ? words.slice(0, -1) : words;
}
