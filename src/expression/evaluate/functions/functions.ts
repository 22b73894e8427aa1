import { functions as known, takenBy, takesSoMany } from '../../../vocabulary/functions.ts';
import type { Call } from '../../tree.ts';
import type { Compiler, MakeCall } from '../compiler.ts';
import { type Compiled, failing } from '../frame.ts';
import { failure } from '../failures.ts';
import { codings } from './codings.ts';
import { dates } from './dates.ts';
import { geo } from './geo.ts';
import { lists } from './lists.ts';
import { logic } from './logic.ts';
import { nodes } from './nodes.ts';
import { numbers } from './numbers.ts';
import { others } from './others.ts';
import { patterns } from './patterns.ts';
import { selects } from './selects.ts';
import { texts } from './texts.ts';

/** Every function that some engine knows: how it is evaluated, or why it is not. */
export const evaluated: ReadonlyMap<string, MakeCall> = new Map(
  [texts, numbers, logic, dates, selects, nodes, lists, geo, codings, patterns, others].flatMap(Object.entries),
);

export function compileCall(call: Call, compiler: Compiler): Compiled {
  const make = evaluated.get(call.name);
  const definition = known.get(call.name);
  if (make === undefined || definition === undefined)
    return failing(failure('unknown-function', call.nameSpan, call.name));
  if (!takesSoMany(definition, call.args.length))
    return failing(
      failure('entries', call.span, `${call.name}() takes ${takenBy(definition)}, not ${call.args.length}`),
    );
  return make(call, compiler);
}
