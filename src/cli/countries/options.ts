/** What the command was called with. */
export interface CountriesOptions {
  readonly country: readonly string[];
  /** Files for the matrix. */
  readonly out: readonly string[];
  /** The core as it was: a folder, or `git:REV`. */
  readonly since?: string;
  readonly format?: 'table' | 'json';
  readonly failOn: 'error' | 'warning';
  readonly all: boolean;
  readonly color: boolean;
}
