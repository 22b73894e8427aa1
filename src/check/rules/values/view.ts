import type { Location } from '../../../core/location.ts';
import type { Expression } from '../../../expression/tree.ts';
import type { Types } from '../../../expression/types/infer.ts';
import { type ExpressionType, UNKNOWN } from '../../../expression/types/type.ts';
import { locate } from '../../../source/source-string.ts';
import type { Reading } from '../../readings.ts';

/** An expression with its types, as rules about values look at it. */
export interface TypedReading {
  readonly reading: Reading;
  typeOf(node: Expression): ExpressionType;
  /** The author's words for a part of the expression, short enough for a sentence. */
  words(node: Expression): string;
  place(node: Expression): Location;
}

const LONGEST = 60;

export function typedReading(reading: Reading, types: Types): TypedReading {
  const { string } = reading;
  return {
    reading,
    typeOf: (node) => types.get(node) ?? UNKNOWN,
    words: ({ span }) => shortened(string.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')),
    place: ({ span }) => locate(string, span),
  };
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
