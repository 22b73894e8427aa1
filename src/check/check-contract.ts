import { createCollector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dictionary } from '../model/dictionary.ts';
import { contractRules } from './rules/contract/contract.ts';

/** What check says of a country and its core's contract, and nothing else. */
export function checkContract(dictionary: Dictionary): readonly Diagnostic[] {
  const { report, diagnostics } = createCollector();
  for (const rule of contractRules.dictionary ?? []) rule(dictionary, report, dictionary.profiles);
  return diagnostics();
}
