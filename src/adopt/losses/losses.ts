import { createCollector } from '../../diagnostics/collector.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileTree } from '../../source/files.ts';
import { type CompiledWorkbook, compileWorkbook } from '../../xlsform/read/compile-workbook.ts';
import { lostCells } from './cells.ts';
import { lostFormulas } from './formulas.ts';
import { hiddenParts } from './hidden.ts';
import { keptCells } from './kept-cells.ts';
import { lostLooks } from './looks.ts';
import { lostNotes } from './notes.ts';
import { lostOfWorkbook, lostParts } from './parts.ts';

/** A workbook as it is imported: read, and what it says beside its form is told. */
export function readForImport(tree: FileTree, name: string): CompiledWorkbook {
  const compiled = compileWorkbook(tree, name, true);
  return { ...compiled, diagnostics: [...compiled.diagnostics, ...lossesOf(compiled, tree.prefix + name)] };
}

function lossesOf({ read, dictionary, diagnostics }: CompiledWorkbook, file: string): readonly Diagnostic[] {
  if (read?.kind !== 'workbook' || !dictionary) return [];
  const kept = keptCells(dictionary);
  const told = leftSheets(diagnostics);
  const losses = read.sheets.flatMap((sheet) => [
    ...lostNotes(sheet, file),
    ...lostParts(sheet, file),
    ...(told.has(sheet.name)
      ? []
      : [
          ...lostCells(sheet, file, kept),
          ...lostLooks(sheet, file),
          ...lostFormulas(sheet, file),
          ...hiddenParts(sheet, file),
        ]),
  ]);
  const collector = createCollector();
  for (const loss of [...losses, ...lostOfWorkbook(read, file)]) loss(collector.report);
  return collector.diagnostics();
}

/** The sheets that were left out as a whole, which was told. */
function leftSheets(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(
    diagnostics.flatMap(({ rule, location }) =>
      rule === 'sheet-not-kept' && location.kind === 'cell' ? [location.sheet] : [],
    ),
  );
}
