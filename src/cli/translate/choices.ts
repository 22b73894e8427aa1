import type { State } from '../../translate/state.ts';

/** The kinds of file that a translator can have. */
export const exportForms = ['xlsx', 'xliff', 'po'] as const;
export type ExportForm = (typeof exportForms)[number];

/** Texts that are not always wanted: what only the codebook shows, and the names of files. */
export const extras = ['definitions', 'media'] as const;
export type Extra = (typeof extras)[number];

export interface ExportOptions {
  readonly language: string;
  readonly as?: ExportForm;
  readonly out?: string;
  readonly form: readonly string[];
  readonly only: readonly State[];
  readonly with: readonly Extra[];
  readonly before?: string;
}
