import { type Location } from '../../core/location.ts';
import { originAt } from '../../core/origin.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { listed } from '../../diagnostics/quote.ts';
import type { Plain } from '../../model/facets.ts';
import type { BlankEntry, Entry, TextEntry } from '../../source/entry.ts';
import { concat, type SourceString, written } from '../../source/source-string.ts';
import type { AnyValue, Flag, Key, Kind, KindValues, RawText } from '../language/key.ts';
import { flagOf } from '../../vocabulary/flags.ts';

type Decoders = { readonly [K in Kind]: (entry: Entry, key: Key, report: Report) => KindValues[K] | undefined };

/** What each kind accepts; anything else is one finding, and the key counts as left out. */
const decoders: Decoders = {
  text: decodeText,
  plain: decodePlain,
  name: decodeName,
  flag: decodeFlag,
  choice: decodeChoice,
  names: decodeNames,
  parameters: decodeParameters,
  cells: decodeCells,
  texts: decodeTexts,
  map: (entry, key, report) => (entry.kind === 'map' ? entry : wrongShape(entry, key, 'a map of keys', report)),
  list: (entry, key, report) => (entry.kind === 'list' ? entry : wrongShape(entry, key, 'a list', report)),
  entry: (entry) => entry,
};

/** The value of a key, or undefined where it was reported. A damaged entry was reported when it was read. */
export function decodeValue(entry: Entry, key: Key, report: Report): AnyValue | undefined {
  if (entry.kind === 'damaged') return undefined;
  if (entry.kind === 'blank') {
    reportSwallowed(entry, '', report);
    return { removed: true, origin: originAt(entry.location) };
  }
  return decoders[key.kind](entry, key, report);
}

function decodeText(entry: Entry, key: Key, report: Report): RawText | undefined {
  const origin = originAt(entry.location);
  if (entry.kind === 'text') return { byLanguage: new Map([['', plainOf(entry, report)]]), origin };
  if (entry.kind !== 'map') return wrongShape(entry, key, 'a text, or a map from language to text', report);
  const byLanguage = new Map<string, Plain>();
  for (const pair of entry.pairs) {
    const tag = pair.key.text.normalize('NFC');
    if (byLanguage.has(tag)) report('duplicate-key', pair.keyLocation, { key: tag });
    else if (pair.value.kind === 'text') byLanguage.set(tag, plainOf(pair.value, report));
    else if (pair.value.kind === 'blank') reportSwallowed(pair.value, '', report);
    else wrongShape(pair.value, { ...key, name: tag }, 'a text', report);
  }
  return { byLanguage, origin };
}

function decodePlain(entry: Entry, key: Key, report: Report): Plain | undefined {
  return entry.kind === 'text' ? plainOf(entry, report) : wrongShape(entry, key, 'a text', report);
}

function decodeName(entry: Entry, key: Key, report: Report): Plain | undefined {
  return entry.kind === 'text' ? nameOf(entry) : wrongShape(entry, key, 'a single word', report);
}

function decodeFlag(entry: Entry, key: Key, report: Report): Flag | undefined {
  if (entry.kind !== 'text') return wrongShape(entry, key, 'yes or no', report);
  const value = flagOf(entry.string.text);
  if (value !== undefined) return { ...nameOf(entry), value };
  report('wrong-value', entry.location, {
    key: key.name,
    value: entry.string.text,
    allowed: 'yes or no',
    suggestion: undefined,
  });
  return undefined;
}

function decodeChoice(entry: Entry, key: Key, report: Report): Plain | undefined {
  if (entry.kind !== 'text') return wrongShape(entry, key, 'one word', report);
  return allowed(nameOf(entry), key, report);
}

function allowed(word: Plain, key: Key, report: Report): Plain | undefined {
  const { values } = key;
  const { text } = word.string;
  if (!values || values.includes(text)) return word;
  report('wrong-value', word.origin.location, {
    key: key.name,
    value: text,
    allowed: listed(values, 'or'),
    suggestion: suggest(text, values),
  });
  return undefined;
}

function decodeNames(entry: Entry, key: Key, report: Report): readonly Plain[] | undefined {
  const items = entry.kind === 'list' ? entry.items : [entry];
  const words = items.flatMap((item) => {
    if (item.kind === 'text') return allowed(nameOf(item), key, report) ?? [];
    if (item.kind !== 'damaged' && item.kind !== 'blank') wrongShape(item, key, 'a word or a list of words', report);
    return [];
  });
  return words;
}

/** A map of parameters is written as XLSForm writes them: `max-pixels=1024 app=org.example`. */
function decodeParameters(entry: Entry, key: Key, report: Report): Plain | undefined {
  if (entry.kind === 'text') return plainOf(entry, report);
  if (entry.kind !== 'map') return wrongShape(entry, key, 'a text such as max-pixels=1024, or a map', report);
  const keys = new Map(entry.pairs.map((pair) => [pair.key.text.normalize('NFC'), pair.keyLocation]));
  const parts: SourceString[] = [];
  for (const [name, { string, origin }] of decodeCells(entry, key, report) ?? []) {
    const at = keys.get(name) ?? origin.location;
    parts.push(written(parts.length > 0 ? ` ${name}=` : `${name}=`, at), string);
  }
  return {
    string: parts.length > 0 ? concat(...parts) : written('', entry.location),
    origin: originAt(entry.location),
  };
}

function decodeCells(entry: Entry, key: Key, report: Report): ReadonlyMap<string, Plain> | undefined {
  if (entry.kind !== 'map') return wrongShape(entry, key, 'a map from name to text', report);
  const cells = new Map<string, Plain>();
  for (const pair of entry.pairs) {
    const name = pair.key.text.normalize('NFC');
    if (cells.has(name)) report('duplicate-key', pair.keyLocation, { key: name });
    else if (pair.value.kind === 'text') cells.set(name, plainOf(pair.value, report));
    else if (pair.value.kind === 'map' || pair.value.kind === 'list')
      wrongShape(pair.value, { ...key, name }, 'a text', report);
    else if (pair.value.kind === 'blank') {
      reportSwallowed(pair.value, '', report);
      cells.set(name, { string: written('', pair.keyLocation), origin: originAt(pair.keyLocation) });
    }
  }
  return cells;
}

function decodeTexts(entry: Entry, key: Key, report: Report): ReadonlyMap<string, RawText> | undefined {
  if (entry.kind !== 'map') return wrongShape(entry, key, 'a map from name to text', report);
  const texts = new Map<string, RawText>();
  for (const pair of entry.pairs) {
    const name = pair.key.text.normalize('NFC');
    const text =
      pair.value.kind === 'blank' ? blankText(pair.keyLocation) : decodeText(pair.value, { ...key, name }, report);
    if (texts.has(name)) report('duplicate-key', pair.keyLocation, { key: name });
    else if (text) texts.set(name, text);
  }
  return texts;
}

function blankText(location: Location): RawText {
  return { byLanguage: new Map(), origin: originAt(location) };
}

/** Text as typed. A comment after one single blank may have been meant as text, so it is asked about. */
export function plainOf(entry: TextEntry, report: Report): Plain {
  reportSwallowed(entry, `${entry.string.text} `, report);
  return { string: entry.string, origin: originAt(entry.location) };
}

/** Reports a comment that may have been meant as text; `before` is the text in front of it. */
export function reportSwallowed({ swallowed, location }: TextEntry | BlankEntry, before: string, report: Report): void {
  if (!swallowed) return;
  const { source } = location;
  const lost = source.text.slice(swallowed.start, swallowed.end).trim();
  const whole = `${before}${lost}`.replaceAll("'", "''");
  report(
    'needs-quotes',
    { kind: 'text', source, ...swallowed },
    {
      problem: `A blank and # begin a comment in YAML, so this part of the text is lost: ${lost}`,
      fix: `Put the whole text in quotes: '${whole}'. If it is a comment, put two blanks before the #.`,
    },
  );
}

/** A word that names something: compared in NFC, so that é is one letter however it was typed. */
export function nameOf(entry: TextEntry): Plain {
  const origin = originAt(entry.location);
  const text = entry.string.text.normalize('NFC');
  return { string: text === entry.string.text ? entry.string : written(text, entry.location), origin };
}

const FOUND: Readonly<Record<Entry['kind'], string>> = {
  text: 'a text',
  map: 'a map of keys',
  list: 'a list',
  blank: 'nothing',
  damaged: 'something that cannot be read',
};

export function wrongShape(
  entry: Entry,
  key: Pick<Key, 'name' | 'example'>,
  expected: string,
  report: Report,
): undefined {
  if (entry.kind === 'damaged') return;
  report('wrong-shape', firstLine(entry.location), {
    key: key.name,
    expected,
    found: FOUND[entry.kind],
    example: key.example,
  });
}

/** The first line of a place, so that a finding about a long map does not mark all of it. */
export function firstLine(location: Location): Location {
  if (location.kind !== 'text') return location;
  const text = location.source.text.slice(location.start, location.end);
  const length = text.search(/[\r\n]/);
  return length < 0 ? location : { ...location, end: location.start + length };
}
