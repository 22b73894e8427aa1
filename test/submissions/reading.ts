import { createCollector } from '../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { DataNode } from '../../src/model/columns/column.ts';
import type { DataPage } from '../../src/submissions/pages.ts';
import type { DataFile, Submission, SubmissionReader } from '../../src/submissions/submission.ts';

/** A file in memory that is handed out in pieces of the sizes given, the last of them as often as it takes. */
export function memoryFile(content: string | Uint8Array, sizes: readonly number[] = [65_536], name = 'data'): DataFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name,
    size: bytes.length,
    async *pieces(from = 0) {
      let at = from;
      for (let index = 0; at < bytes.length; index += 1) {
        const size = sizes[Math.min(index, sizes.length - 1)] ?? bytes.length;
        yield bytes.subarray(at, at + size);
        at += size;
      }
    },
  };
}

/** A file that is made while it is read, so that it needs neither disk nor memory. */
export function madeFile(make: () => Generator<Uint8Array>, name = 'data'): DataFile {
  return {
    name,
    size: Number.NaN,
    async *pieces() {
      yield* make();
    },
  };
}

export interface WasRead {
  readonly submissions: readonly Submission[];
  readonly findings: readonly Diagnostic[];
  readonly pages: readonly DataPage[];
}

export async function readAll(
  reader: SubmissionReader,
  file: DataFile,
  forms: readonly (readonly DataNode[])[] = [],
): Promise<WasRead> {
  const { report, diagnostics } = createCollector();
  const submissions: Submission[] = [];
  const pages: DataPage[] = [];
  const page = (each: DataPage): void => void pages.push(each);
  for await (const some of reader(file, { forms, report, progress: () => undefined, page })) submissions.push(...some);
  return { submissions, findings: diagnostics(), pages };
}

/** `error broken-submission line 2: …`, a finding a line. */
export function told(findings: readonly Diagnostic[]): readonly string[] {
  return findings.map(({ severity, rule, location, message }) => {
    if (location.kind !== 'record') throw new Error(`${location.kind} in a file of submissions`);
    return `${severity} ${rule} ${location.record}: ${message}`;
  });
}
