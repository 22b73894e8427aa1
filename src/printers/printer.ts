import { printCompact } from './compact.ts';
import { printGithub } from './github.ts';
import type { Printer, PrintInput, PrintOptions } from './input.ts';
import { printJson } from './json.ts';
import { printJunit } from './junit.ts';
import { printMarkdown } from './markdown.ts';
import { printPretty } from './pretty.ts';
import { printSarif } from './sarif.ts';

export type { PrintInput, PrintOptions } from './input.ts';

export type Format = 'pretty' | 'compact' | 'json' | 'sarif' | 'junit' | 'github' | 'markdown';

/** Every format by its name, in the order in which help lists them. */
export const formats: Readonly<Record<Format, Printer>> = {
  pretty: printPretty,
  compact: printCompact,
  json: printJson,
  sarif: printSarif,
  junit: printJunit,
  github: printGithub,
  markdown: printMarkdown,
};

/** Findings in a format; the text ends with a line end, and is empty where a format has nothing to say. */
export function print(format: Format, input: PrintInput, options: PrintOptions): string {
  return formats[format](input, options);
}
