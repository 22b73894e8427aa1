import { startOf } from '../../core/location.ts';
import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { WorkbookRead } from '../../formats/xlsx-cells.ts';
import { readWorkbook } from '../../formats/xlsx-read.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { type FileTree, isUnreadable } from '../../source/files.ts';
import { readFormWorkbook } from './read-workbook.ts';

export interface CompiledWorkbook {
  /** Missing only where the workbook holds no form. */
  readonly dictionary: Dictionary | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** A workbook has no comments that set findings aside. */
  readonly comments: readonly [];
  /** The sheets as they were read; missing where the file could not be opened. */
  readonly read?: WorkbookRead;
}

/** What a form is called that does not say: the name of its file without the ending. */
export function formStem(file: string): string {
  return file.replace(/\.xls[xm]$/i, '');
}

/**
 * Reads a workbook into the model. Mistakes are findings, and what is well goes on.
 * @param aside whether what authors say beside the values of cells is read as well
 */
export function compileWorkbook(tree: FileTree, name: string, aside = false): CompiledWorkbook {
  const { report, diagnostics } = createCollector();
  const bytes = tree.read(name);
  const file = tree.prefix + name;
  if (isUnreadable(bytes)) {
    report('file-unreadable', startOf({ path: file, text: '' }), { file: name, reason: bytes.reason });
    return { dictionary: undefined, diagnostics: diagnostics(), comments: [] };
  }
  const stem = formStem(name);
  // Nothing beside a workbook is known to belong to it: its files are where the form was uploaded.
  const files = { complete: false, find: () => undefined };
  const read = readWorkbook(bytes, { aside });
  const dictionary = readFormWorkbook({ file, stem, files }, read, report);
  return { dictionary, diagnostics: diagnostics(), comments: [], read };
}
