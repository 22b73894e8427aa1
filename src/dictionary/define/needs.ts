import type { Need } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import { originAt } from '../../core/origin.ts';
import { asLocalText } from '../../model/parse.ts';
import type { Entry, TextEntry } from '../../source/entry.ts';
import { slice } from '../../source/source-string.ts';
import type { Definition } from '../project/project.ts';

/** The keys of an indicator that are expressions, and the one that names variables. */
const EXPRESSIONS: ReadonlySet<string> = new Set(['value', 'where', 'weight']);
const NAMES = 'by';

/** The questions that indicators are computed from; what is wrong with an indicator is another matter. */
export function needsOf(indicators: ReadonlyMap<string, Definition>): readonly Need[] {
  return [...indicators].flatMap(([indicator, { entry }]) => namesIn(entry).map((name) => ({ indicator, name })));
}

function namesIn(entry: Entry): readonly Plain[] {
  if (entry.kind !== 'map') return [];
  return entry.pairs.flatMap(({ key, value }) => {
    if (EXPRESSIONS.has(key.text) && value.kind === 'text') return referencesIn(value);
    return key.text === NAMES ? wordsIn(value) : [];
  });
}

function referencesIn({ string, location }: TextEntry): readonly Plain[] {
  const origin = originAt(location);
  return asLocalText({ string, origin }).parsed.references.map(({ nameSpan }) => ({
    string: slice(string, nameSpan),
    origin,
  }));
}

function wordsIn(entry: Entry): readonly Plain[] {
  const words = entry.kind === 'list' ? entry.items : [entry];
  return words.flatMap((word) =>
    word.kind === 'text' ? [{ string: word.string, origin: originAt(word.location) }] : [],
  );
}
