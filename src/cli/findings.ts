import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { writeFileAside } from '../formats/write-aside.ts';
import { type Format, print } from '../printers/printer.ts';
import { EXIT, type ExitCode, type Host } from './host.ts';
import type { TellingOptions } from './options.ts';

/** Whether findings are grave enough to fail the command. */
export function fails(diagnostics: readonly Diagnostic[], failOn: TellingOptions['failOn']): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'));
}

/** Prints findings in every format that was asked for, and tells the exit code. */
export async function printFindings(
  diagnostics: readonly Diagnostic[],
  options: TellingOptions,
  host: Host,
  started: number,
): Promise<ExitCode> {
  const choices = options.format.length > 0 ? options.format : [{ format: defaultFormat(host), file: undefined }];
  for (const { format, file } of choices) {
    const color = file === undefined && host.color && options.color;
    const text = print(
      format,
      { diagnostics },
      { color, width: host.width, all: options.all, elapsed: host.now() - started },
    );
    if (file === undefined) host.out(text);
    else await writeFileAside(path.resolve(host.cwd, file), new TextEncoder().encode(text));
  }
  return fails(diagnostics, options.failOn) ? EXIT.findings : EXIT.clean;
}

function defaultFormat({ terminal }: Host): Format {
  return terminal ? 'pretty' : 'compact';
}
