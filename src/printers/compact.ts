import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { PrintInput } from './input.ts';
import { placeOf } from './place.ts';
import { sentence } from './safe-text.ts';

/** One line a finding, for editors and `grep`: `path:line:col: severity rule message`. */
export function printCompact({ diagnostics }: PrintInput): string {
  return diagnostics.map(compactLine).join('');
}

export function compactLine({ location, severity, rule, message }: Diagnostic): string {
  return `${placeOf(location)}: ${severity} ${rule} ${sentence(message)}\n`;
}
