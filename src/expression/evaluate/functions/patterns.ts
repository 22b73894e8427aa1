import type { Call } from '../../tree.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { toText } from '../convert.ts';
import { type Compiled, fail, type Frame } from '../frame.ts';
import { failure } from '../failures.ts';
import { compilePattern, type Pattern } from '../regex/pattern.ts';
import { valuesOf } from './define.ts';

export const patterns: Readonly<Record<string, MakeCall>> = { regex };

/** JavaRosa holds the whole text against the pattern, where others look for it inside. */
function regex(call: Call, compiler: Compiler): Compiled {
  const [text, pattern] = valuesOf(call, compiler);
  const patternOf = remembering();
  return {
    value: (frame) => {
      const found = patternOf(toText(pattern?.(frame) ?? ''));
      const tried = toText(text?.(frame) ?? '');
      return found.kind === 'pattern' ? found.fits(tried) : refuse(frame, call, found.reason);
    },
  };
}

function refuse(frame: Frame, call: Call, reason: string): '' {
  return fail(frame, failure('pattern', (call.args[1] ?? call).span, reason));
}

/** A pattern is nearly always the same text at each evaluation. */
function remembering(): (text: string) => Pattern {
  let last: { readonly text: string; readonly pattern: Pattern } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, pattern: compilePattern(text) };
    return last.pattern;
  };
}
