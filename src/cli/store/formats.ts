export const exportFormats = ['csv', 'xlsx', 'parquet', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions {
  readonly dictionary?: string;
  readonly store?: string;
  readonly format: readonly ExportFormat[];
  readonly out: string;
}
