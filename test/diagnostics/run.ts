import { Command } from 'commander';
import { type CommonOptions, withCommonOptions } from '../../src/cli/options.ts';
import { readSource } from '../../src/cli/checked-source.ts';
import { readForImport } from '../../src/adopt/losses/losses.ts';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { FileTree } from '../../src/source/files.ts';
import { formFiles } from '../../src/xlsform/form-files.ts';

/** The options of a command that was called without any. */
const defaults = withCommonOptions(new Command()).opts<CommonOptions>();

/** Every finding about a dictionary, as `check` and then `build` report them; nothing is built from one with errors. */
export async function findingsOf(tree: FileTree): Promise<readonly Diagnostic[]> {
  const { dictionary, profiles, diagnostics } = readSource(tree, defaults);
  if (!dictionary || diagnostics.some(({ severity }) => severity === 'error')) return diagnostics;
  const late = createCollector();
  for (const profile of profiles)
    for (const form of dictionary.forms.values()) await formFiles(dictionary, form, profile, late.report);
  return [...diagnostics, ...late.diagnostics()];
}

/** Every finding about a workbook, as `import` reports them. */
export function importFindingsOf(tree: FileTree): readonly Diagnostic[] {
  return readForImport(tree, tree.workbook ?? '').diagnostics;
}
