import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Call } from '../../../expression/tree.ts';
import { locate } from '../../../source/source-string.ts';
import {
  enginesOf,
  foreignFunctions,
  type FunctionDefinition,
  functions,
  takenBy,
  takesSoMany,
  usageOf,
} from '../../../vocabulary/functions.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { isForData, type Reading } from '../../readings.ts';

/** That every function is one that the forms' engines know, and is given what it takes. */
export function checkFunctions(reading: Reading, profiles: readonly Profile[], report: Report): void {
  for (const call of reading.facts.calls) {
    const definition = functions.get(call.name);
    if (!definition) reportUnknown(reading, call, report);
    else if (!takesSoMany(definition, call.args.length)) reportCount(reading, call, definition, report);
    else reportSupport(reading, call, definition, profiles, report);
  }
}

function reportUnknown({ string }: Reading, { name, nameSpan }: Call, report: Report): void {
  const instead = foreignFunctions.get(name.toLowerCase().replaceAll('_', '-'));
  const suggestion = instead === undefined ? suggest(name, functions.keys()) : undefined;
  report('unknown-function', locate(string, nameSpan), { name, suggestion, instead });
}

function reportCount({ string }: Reading, call: Call, definition: FunctionDefinition, report: Report): void {
  const { name, nameSpan, args } = call;
  report('function-arguments', locate(string, nameSpan), {
    name,
    given: args.length,
    takes: takenBy(definition),
    usage: usageOf(name, definition),
  });
}

/** A plausibility limit is computed here, not on the device. */
function reportSupport(
  reading: Reading,
  { name, nameSpan }: Call,
  { engines }: FunctionDefinition,
  profiles: readonly Profile[],
  report: Report,
): void {
  const without = enginesOf(profiles).filter((engine) => !engines.includes(engine));
  if (without.length === 0 || isForData(reading)) return;
  // Collect and the servers' own test compute with the same library: what it lacks keeps a form from being published.
  const severity = without.includes('collect') ? 'error' : 'warning';
  report('function-support', locate(reading.string, nameSpan), { name, without }, { severity });
}
