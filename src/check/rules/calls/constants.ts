import type { Report } from '../../../diagnostics/collector.ts';
import { locate } from '../../../source/source-string.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import type { Reading } from '../../readings.ts';

/** That on both sides of `and` and `or` there is something that can be so or not: `${a} = 'x' or 'y'` always holds. */
export function checkConstants({ facts, string }: Reading, _profiles: readonly Profile[], report: Report): void {
  for (const { by, node } of facts.constants) {
    const written = node.kind === 'string' ? node.value : node.token.text;
    const holds = node.value !== '' && node.value !== 0;
    report('constant-condition', locate(string, node.span), { written, by, holds });
  }
}
