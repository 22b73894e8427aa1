import { quote } from '../../diagnostics/quote.ts';
import type { Holder } from './locks-on.ts';

/** How messages call a place that locks: `the variable "consent"`. */
export function holderWords({ kind, name }: Holder): string {
  return kind === 'dictionary' ? 'the dictionary' : `the ${kind} ${quote(name)}`;
}
