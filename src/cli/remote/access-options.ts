import type { ServerOptions } from './server-options.ts';

export const accessFormats = ['table', 'json', 'csv'] as const;

export interface AccessOptions extends ServerOptions {
  readonly jobs: number;
  readonly format: (typeof accessFormats)[number];
  readonly exitCode: boolean;
  readonly color: boolean;
}
