import { startOf } from '../../core/location.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type FileTree, isUnreadable } from '../../source/files.ts';
import { readFormWorkbook } from './read-workbook.ts';

export interface CompiledWorkbook {
  /** Missing only where the workbook holds no form. */
  readonly dictionary: Dictionary | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** A workbook has no comments that set findings aside. */
  readonly comments: readonly [];
}

/** Reads a workbook into the model. Mistakes are findings, and what is well goes on. */
export function compileWorkbook(tree: FileTree, name: string): CompiledWorkbook {
  const { report, diagnostics } = createCollector();
  const bytes = tree.read(name);
  const file = tree.prefix + name;
  if (isUnreadable(bytes)) {
    report('file-unreadable', startOf({ path: file, text: '' }), { file: name, reason: bytes.reason });
    return { dictionary: undefined, diagnostics: diagnostics(), comments: [] };
  }
  const stem = name.replace(/\.xlsx$/i, '');
  // Nothing beside a workbook is known to belong to it: its files are where the form was uploaded.
  const files = { complete: false, find: () => undefined };
  const dictionary = readFormWorkbook({ file, stem, bytes, files }, report);
  return { dictionary, diagnostics: diagnostics(), comments: [] };
}
