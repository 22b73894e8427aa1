export interface WorkbookParts {
  /** XML of the rows, or of the whole part, by the name of the sheet. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** XML of the `si` elements. */
  readonly strings?: string;
  /** XML of what stands in `styleSheet`. */
  readonly styles?: string;
  readonly workbookPr?: string;
  /** Further parts, or other ones in the place of those made; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

export function partsOf(content: WorkbookParts): Record<string, string | Uint8Array | null>;
export function xlsx(content?: WorkbookParts): Uint8Array;
export function relationships(targets: Readonly<Record<string, readonly [type: string, target: string]>>): string;
export function contentTypes(parts: readonly string[], workbookType?: string, workbook?: string): string;
export function inline(address: string, text: string): string;
