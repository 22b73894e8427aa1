import { Command } from 'commander';
import { type CommonOptions, withCommonOptions } from '../../src/cli/options.ts';
import { readSource } from '../../src/cli/checked-source.ts';
import { readForImport } from '../../src/adopt/losses/losses.ts';
import { createFormNames } from '../../src/adopt/form-names.ts';
import { createMedia } from '../../src/adopt/media/media.ts';
import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { BesideFile } from '../../src/source/beside.ts';
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

/** Every finding about a workbook, and the files that stand in `media/` beside it, as `import` reports them. */
export function importFindingsOf(tree: FileTree): readonly Diagnostic[] {
  const { dictionary, diagnostics } = readForImport(tree, tree.workbook ?? '');
  const find = (name: string): BesideFile | undefined => {
    const shown = `media/${name}`;
    return tree.paths.includes(shown) ? { shown, read: () => tree.read(shown) } : undefined;
  };
  if (!dictionary) return diagnostics;
  const named = createFormNames([...dictionary.forms.keys()]).take(dictionary);
  return [...diagnostics, ...named.diagnostics, ...createMedia().take(named.dictionary, find).diagnostics];
}
