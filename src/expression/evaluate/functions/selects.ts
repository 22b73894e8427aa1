import type { Call } from '../../tree.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { toNumber } from '../convert.ts';
import type { Compiled, Evaluate, Frame } from '../frame.ts';
import { toInt, trimmed } from '../number-text.ts';
import type { Value } from '../value.ts';
import { refusal, valuesOf } from './define.ts';

export const selects: Readonly<Record<string, MakeCall>> = {
  selected,
  'is-selected': selected,
  'count-selected': (call, compiler) => onCodes(call, compiler, (codes) => codesOf(codes).length),
  'selected-at': (call, compiler) =>
    onCodes(call, compiler, (codes, frame, [, number]) => {
      const at = toInt(toNumber(number?.(frame) ?? ''));
      return codesOf(codes)[at] ?? '';
    }),
};

function selected(call: Call, compiler: Compiler): Compiled {
  const refuse = refusal(call, `${call.name}() takes a code between quotes, as in ${call.name}(\${question}, 'code')`);
  return onCodes(call, compiler, (codes, frame, [, wanted]) => {
    const code = wanted?.(frame) ?? '';
    // JavaRosa looks for the code with blanks around it, so that of two blank texts each holds the other.
    return typeof code === 'string' ? ` ${codes} `.includes(` ${trimmed(code)} `) : refuse(frame);
  });
}

/** A function whose first entry is the answer to a select; numbers and dates are none. */
function onCodes(
  call: Call,
  compiler: Compiler,
  compute: (codes: string, frame: Frame, values: readonly Evaluate[]) => Value,
): Compiled {
  const values = valuesOf(call, compiler);
  const refuse = refusal(call, `${call.name}() takes the answer to a select question, not a number or a date`);
  return {
    value: (frame) => {
      const codes = values[0]?.(frame) ?? '';
      return typeof codes === 'string' ? compute(codes, frame, values) : refuse(frame);
    },
  };
}

function codesOf(answer: string): readonly string[] {
  return answer.split(' ').filter((code) => code !== '');
}
