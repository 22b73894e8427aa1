import type { MakeCall } from '../compiler.ts';
import { toNumber, toText } from '../convert.ts';
import { toInt, trimmed } from '../number-text.ts';
import type { Call } from '../../tree.ts';
import type { Compiler } from '../compiler.ts';
import type { Evaluate } from '../frame.ts';
import { valueAt } from '../value.ts';
import { onTexts, onValues, textAt, valueOf, valuesOf } from './define.ts';

export const texts: Readonly<Record<string, MakeCall>> = {
  string: onTexts((text) => text),
  concat: (call, compiler) => joining(call, compiler, () => '', 0),
  join: (call, compiler) => joining(call, compiler, valueOf(call, 0, compiler), 1),
  substr: onValues((values, frame) => {
    const end = values[2] && toInt(Math.trunc(toNumber(values[2](frame))));
    return partOf(textAt(values, 0, frame), toInt(toNumber(values[1]?.(frame) ?? '')), end);
  }),
  'substring-before': onTexts((text, mark) => text.slice(0, Math.max(text.indexOf(mark), 0))),
  'substring-after': onTexts((text, mark) => (text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '')),
  translate: onTexts(translate),
  'string-length': onOwnText((text) => text.length),
  'normalize-space': onOwnText((text) => trimmed(text).replaceAll(/[ \t\n\v\f\r]+/g, ' ')),
  contains: onTexts((text, part) => text.includes(part)),
  'starts-with': onTexts((text, part) => text.startsWith(part)),
  'ends-with': onTexts((text, part) => text.endsWith(part)),
};

/** Of a path that stands alone, all answers are joined; of several entries, each is one value. */
function joining(call: Call, compiler: Compiler, separator: Evaluate, from: number): ReturnType<MakeCall> {
  const nodes = call.args.length === from + 1 ? call.args[from] && compiler.compile(call.args[from]).nodes : undefined;
  if (nodes) {
    return {
      value: (frame) => {
        const between = toText(separator(frame));
        const found = nodes(frame);
        return found.rows.map((_, index) => toText(valueAt(found, index))).join(between);
      },
    };
  }
  const values = valuesOf(call, compiler, from);
  return {
    value: (frame) => {
      const between = toText(separator(frame));
      return values.map((value) => toText(value(frame))).join(between);
    },
  };
}

/** Counted from 0, the end not included; what is below 0 is counted from the end. */
function partOf(text: string, start: number, end: number = text.length): string {
  const within = (place: number): number => Math.min(Math.max(place < 0 ? place + text.length : place, 0), text.length);
  return within(start) <= within(end) ? text.slice(within(start), within(end)) : '';
}

function translate(text: string, from: string, to: string): string {
  let translated = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    const place = from.indexOf(sign);
    translated += place < 0 ? sign : to.charAt(place);
  }
  return translated;
}

/** Without an entry, the text is the answer to the question itself. */
function onOwnText(compute: (text: string) => string | number): MakeCall {
  return (call, compiler) => {
    const value = call.args.length === 0 ? ownAnswer(compiler) : valueOf(call, 0, compiler);
    return { value: (frame) => compute(toText(value(frame))) };
  };
}

/** The answer of the place that an expression is read from. */
export function ownAnswer({ place }: Compiler): Evaluate {
  const { kind, slot } = place.node;
  return kind === 'answer' ? ({ row }) => row.values[slot] ?? '' : () => '';
}
