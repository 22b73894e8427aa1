import path from 'node:path';
import type { SourceText } from '../core/location.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { applyEdits, type Edit } from '../core/range.ts';
import { writeFileAside } from '../formats/write-aside.ts';
import type { Host } from './host.ts';

/** Carries out every certain fix and tells how many there were; of two that overlap, the first waits for the next run. */
export async function applyFixes(diagnostics: readonly Diagnostic[], host: Host): Promise<number> {
  const bySource = new Map<SourceText, Edit[]>();
  for (const { at, text } of diagnostics.flatMap(({ fix }) => fix?.edits ?? [])) {
    bySource.set(at.source, [...(bySource.get(at.source) ?? []), { start: at.start, end: at.end, text }]);
  }
  let count = 0;
  for (const [source, edits] of bySource) {
    const apart = withoutOverlaps(edits);
    const text = applyEdits(source.text, apart);
    await writeFileAside(path.resolve(host.cwd, source.path), new TextEncoder().encode(text));
    host.err(`fixed    ${source.path}: ${apart.length} ${apart.length === 1 ? 'place' : 'places'}\n`);
    count += apart.length;
  }
  return count;
}

function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  return sorted.filter((edit, index) => index === 0 || edit.start >= (sorted[index - 1]?.end ?? 0));
}
