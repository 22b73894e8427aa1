import { createCollector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Profile } from '../vocabulary/profiles.ts';

/** Every rule over a resolved dictionary, for the profiles that its workbooks must suit. */
export function checkDictionary(_dictionary: Dictionary, _profiles: readonly Profile[]): readonly Diagnostic[] {
  const collector = createCollector();
  return collector.diagnostics();
}
