import type { Location } from '../../../core/location.ts';
import type { Plain } from '../../../model/facets.ts';
import type { Item, Question } from '../../../model/item.ts';
import { isKnownType } from '../../../model/type-use.ts';
import { type ParameterPair, type ReadParameters, readParameters } from '../../../model/parameters.ts';
import { locate } from '../../../source/source-string.ts';
import { type Parameter, typeParameters } from '../../../vocabulary/parameters.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';

/** The parameters of a question whose type has some, with the place of each. */
export interface WrittenParameters {
  readonly question: Question;
  readonly plain: Plain;
  readonly read: ReadParameters;
  /** The parameters that the type has. */
  readonly known: ReadonlyMap<string, Parameter>;
  /** Those written, the last one of each name: that is what counts. */
  readonly pairs: ReadonlyMap<string, ParameterPair>;
}

/** The parameters cell of an item, unless it is empty or waits for a module to fill it in. */
export function parametersOf({ facets }: Item): Plain | undefined {
  const text = facets.parameters?.string.text ?? '';
  return text.trim() === '' || hasPlaceholder(text) ? undefined : facets.parameters;
}

/** What a question says in parameters that its type knows; nothing where there is nothing to check. */
export function writtenParameters(item: Item): WrittenParameters | undefined {
  const plain = parametersOf(item);
  if (!plain || item.kind === 'section' || !isKnownType(item.type)) return undefined;
  const known = typeParameters.get(item.type.word);
  if (!known) return undefined;
  const read = readParameters(plain.string.text);
  return { question: item, plain, read, known, pairs: new Map(read.pairs.map((pair) => [pair.key, pair])) };
}

/** A value as the author typed it, with its capital letters. */
export function typedValue({ plain }: WrittenParameters, { valueSpan }: ParameterPair): string {
  return plain.string.text.slice(valueSpan.start, valueSpan.end);
}

export function placeOfValue({ plain }: WrittenParameters, { valueSpan }: ParameterPair): Location {
  return locate(plain.string, valueSpan);
}

export function placeOfKey({ plain }: WrittenParameters, { keySpan }: ParameterPair): Location {
  return locate(plain.string, keySpan);
}
