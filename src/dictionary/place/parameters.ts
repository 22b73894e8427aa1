import type { Location } from '../../core/location.ts';
import { suggest } from '../../core/suggest.ts';
import { type Origin, type Step } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { MULTIPLE, type Plain } from '../../model/facets.ts';
import type { RawText } from '../language/key.ts';
import { DEEPEST } from '../../source/yaml/convert.ts';
import {
  concat,
  fromLevel,
  inNfc,
  locate,
  placeOf,
  slice,
  type SourceString,
  written,
} from '../../source/source-string.ts';
import { type Placeholder, placeholdersIn } from '../../vocabulary/placeholders.ts';

/** The values of `$(name)` in a module: what its use gives, or its own defaults. */
export type Parameters = ReadonlyMap<string, RawText>;

/** Everything that a value needs to know to take its place in a form. */
export interface Placing {
  /** Stands for all of this but the report: the same object where trail, parameters and levels are the same. */
  readonly here: object;
  /** What the item went through, from the definition outwards. */
  readonly trail: readonly Step[];
  readonly parameters: Parameters;
  /** The language of a text that is written without one; `''` where the dictionary has no languages. */
  readonly defaultLanguage: string;
  readonly report: Report;
  /** How many uses stand around the item. */
  readonly level: number;
  /** How many uses and sections stand around the item. */
  readonly depth?: number;
}

const outermostPlaces = new Map<string, object>();

/** The place of what stands in no module. */
export function outermost(defaultLanguage: string, report: Report): Placing {
  const here = outermostPlaces.get(defaultLanguage) ?? {};
  outermostPlaces.set(defaultLanguage, here);
  return { here, trail: [], parameters: new Map(), defaultLanguage, report, level: 0 };
}

/** What a cell of Excel holds. A value that holds parameters twice doubles at each step. */
const LONGEST_VALUE = 32_767;

/** The value with every `$(name)` filled in and the trail of its place. */
export function place(plain: Plain, placing: Placing, language = placing.defaultLanguage): Plain {
  return { string: fill(plain.string, placing, language), origin: placedOrigin(plain.origin, placing) };
}

export function placeCells(
  cells: ReadonlyMap<string, Plain> | undefined,
  placing: Placing,
): ReadonlyMap<string, Plain> {
  return new Map([...(cells ?? [])].map(([header, value]) => [header, place(value, placing)]));
}

/** The same for a name, an expression and whatever else programs compare. */
export function placeExactly(plain: Plain, placing: Placing): Plain {
  const { string, origin } = place(plain, placing);
  return { string: inNfc(string), origin };
}

export function placedOrigin(origin: Origin, { trail }: Placing): Origin {
  return trail.length === 0 ? origin : { location: origin.location, trail: [...origin.trail, ...trail] };
}

function fill(string: SourceString, placing: Placing, language: string): SourceString {
  const placeholders = placeholdersIn(string.text);
  if (placeholders.length === 0) return string;
  const parts: SourceString[] = [];
  let from = 0;
  for (const placeholder of placeholders) {
    const before = slice(string, { start: from, end: placeholder.start });
    parts.push(before, filled(placeholder, string, placing, language));
    from = placeholder.end;
  }
  parts.push(slice(string, { start: from, end: string.text.length }));
  const present = parts.filter((part) => part.text !== '');
  return present.length > 0 ? concat(...present) : written('', placeOf(string));
}

function filled(placeholder: Placeholder, string: SourceString, placing: Placing, language: string): SourceString {
  const { name, start, end, isEscaped } = placeholder;
  if (isEscaped) return slice(string, { start: start + 1, end });
  const value = placing.parameters.get(name);
  if (value) return valueIn(value, language, placing);
  reportMissing(name, string, { start, end }, placing);
  return slice(string, { start, end });
}

/** The value in the language of the text that it is put into. */
function valueIn(value: RawText, language: string, { defaultLanguage }: Placing): SourceString {
  const { byLanguage } = value;
  const found =
    byLanguage.get(language) ?? byLanguage.get(MULTIPLE) ?? byLanguage.get('') ?? byLanguage.get(defaultLanguage);
  return found?.string ?? { text: '', pieces: [] };
}

/** The values of a use, as they read where the use stands: they refer to what is there, not to the module's own items. */
export function placeValues(values: Parameters, placing: Placing): Parameters {
  return new Map(
    [...values].map(([name, { byLanguage, origin }]) => [
      name,
      { origin, byLanguage: new Map([...byLanguage].map(([tag, plain]) => [tag, placedValue(plain, tag, placing)])) },
    ]),
  );
}

function placedValue(plain: Plain, tag: string, placing: Placing): Plain {
  const placed = place(plain, placing, tag === '' ? placing.defaultLanguage : tag);
  if (placed.string.text.length > LONGEST_VALUE) {
    const at = plain.origin.location;
    placing.report('too-large', at, { what: 'The value', limit: `${LONGEST_VALUE.toLocaleString('en')} characters` });
    return { ...plain, string: written('', at) };
  }
  return { ...placed, string: fromLevel(placed.string, placing.level) };
}

function reportMissing(
  name: string,
  string: SourceString,
  range: { start: number; end: number },
  { parameters, report }: Placing,
): void {
  report('undeclared-parameter', locate(string, range), { name, suggestion: suggest(name, parameters.keys()) });
}

/** One step further in, or undefined where it goes too deep for any reader, which is reported. */
export function deeper(placing: Placing, at: Location): Placing | undefined {
  const depth = (placing.depth ?? 0) + 1;
  if (depth <= DEEPEST) return { ...placing, depth };
  placing.report('nested-too-deep', at, { limit: DEEPEST });
  return undefined;
}
