/** A workbook as it is to be written: texts, widths and shades, nothing physical. */
export interface WorkbookPlan {
  /** In the order of the tabs. */
  readonly sheets: readonly SheetPlan[];
}

export interface SheetPlan {
  /** The name on the tab: 1 to 31 characters. */
  readonly name: string;
  /** Whether column A stands at the right, as readers of Arabic or Dari expect. */
  readonly rightToLeft: boolean;
  readonly columns: readonly ColumnPlan[];
  /** The rows below the headings: `rows[0]` is row 2 in Excel. */
  readonly rows: readonly RowPlan[];
}

export interface ColumnPlan {
  readonly header: string;
  /** In characters of the standard font, up to 255. */
  readonly width: number;
}

export interface RowPlan {
  /** One text a column, in the order of the columns; '' leaves a cell empty, a short row the ones after it. */
  readonly cells: readonly string[];
  readonly shade?: Shade;
  /** How many groups and repeats a row stands in, from 0: deeper ones are shaded darker. */
  readonly depth?: number;
}

/** What a row is, for the eye: the rows that open and close a group or a repeat, or a heading among a list's rows. */
export type Shade = 'group' | 'group-end' | 'repeat' | 'repeat-end' | 'heading';
