import type { TellingOptions } from '../options.ts';

export interface AreasCommandOptions extends TellingOptions {
  readonly out: string;
  readonly levels?: ReadonlySet<number>;
  readonly list: string;
  readonly language: readonly (readonly [language: string, tag: string])[];
  /** `column` or `column=name`. */
  readonly attribute: readonly string[];
  readonly edition?: string;
  readonly retired?: string;
  readonly variables: boolean;
  readonly dryRun: boolean;
}
