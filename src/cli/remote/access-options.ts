export const accessFormats = ['table', 'json', 'csv'] as const;

export interface AccessOptions {
  readonly dictionary?: string;
  readonly jobs: number;
  readonly format: (typeof accessFormats)[number];
  readonly exitCode: boolean;
  readonly color: boolean;
}
