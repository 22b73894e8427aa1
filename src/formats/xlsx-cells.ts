import type { CellRange } from './cell-ranges.ts';
import type { Look } from './xlsx-looks.ts';
import type { ReadProblem } from './xlsx-problem.ts';

/** What a workbook holds, or why it is not read. */
export type WorkbookRead =
  | {
      readonly kind: 'workbook';
      /** In the order of the tabs. */
      readonly sheets: readonly SheetRead[];
      /** What is doubtful in a workbook that could be read, in the order of the sheets. */
      readonly problems: readonly ReadProblem[];
      /** Names that authors gave to cells and ranges. */
      readonly names: readonly string[];
      /** Whether sheets cannot be added or removed. */
      readonly locked: boolean;
    }
  | { readonly kind: 'refused'; readonly problem: ReadProblem };

export interface SheetRead {
  /** As on the tab. */
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** `chart`: the tab shows a chart and has no cells. `skipped`: the caller did not want it, so nothing was read. */
  readonly content: 'cells' | 'chart' | 'skipped';
  /** Only rows that hold something, in their order. */
  readonly rows: readonly RowRead[];
  /**
   * The last row and column that the file says it has, or Infinity for one of which it says nothing. openpyxl, and so
   * pyxform, reads no cell beyond, whatever there is.
   */
  readonly declared?: { readonly row: number; readonly column: number };
  readonly notes: readonly NoteRead[];
  /** Ranges such as `A1:C1`. openpyxl, and so pyxform, reads the hidden values of merged cells as well. */
  readonly merges: readonly string[];
  /** The first and the last column of each hidden range, from 1. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  readonly extras: Readonly<Record<SheetExtra, number>>;
  /** Read only where it was asked for. */
  readonly aside?: SheetAside;
}

/** What authors say with a sheet beside the values of its cells. */
export interface SheetAside {
  /** The cells below row 1 that hold something and look otherwise than the rest; one that was not met is not there. */
  readonly looks: ReadonlyMap<Look, LookRead>;
  readonly drawings: readonly DrawingRead[];
}

export interface LookRead {
  readonly cells: number;
  readonly ranges: readonly CellRange[];
}

export interface DrawingRead {
  readonly pictures: number;
  readonly charts: number;
  readonly shapes: number;
  /** The lines that stand in shapes. */
  readonly words: readonly string[];
}

/** What a sheet has beside its cells: how many rules, links, tables, or groups of pictures. */
export type SheetExtra =
  'validations' | 'conditionalFormats' | 'links' | 'tables' | 'drawings' | 'filters' | 'protections';

export interface RowRead {
  /** From 1, as Excel shows it. */
  readonly number: number;
  readonly hidden: boolean;
  /** Only cells that hold a value or a formula, from left to right. */
  readonly cells: readonly CellRead[];
}

/** A note (once called comment) on a cell, which may be empty. */
export interface NoteRead {
  /** Such as `C14`. */
  readonly address: string;
  readonly text: string;
}

/** One cell as openpyxl reads it with `data_only`: a formula is its last result. Column A is 1. */
export type CellRead = TextCell | NumberCell | DateCell | BooleanCell | ErrorCell | UncalculatedCell;

interface AnyCell {
  readonly column: number;
  /** The formula behind the value without its `=`; '' where the file refers to the formula of another cell. */
  readonly formula?: string;
}

export interface TextCell extends AnyCell {
  readonly kind: 'text';
  /** With its blanks and line breaks; '' only as the result of a formula. */
  readonly value: string;
}

export interface NumberCell extends AnyCell {
  readonly kind: 'number';
  readonly value: number;
  /** As the file has it, such as `1E3` or `0.30000000000000004`. */
  readonly raw: string;
  /** How Excel shows it, such as `0.00` or `0%`; left out for the general format. */
  readonly format?: string;
}

/** A number that a format makes a date, a time or a duration, or a date that the file has as one. */
export interface DateCell extends AnyCell {
  readonly kind: 'date';
  /** As Python prints it: `2024-01-31 00:00:00`, `08:30:00`, `1 day, 2:00:00`. */
  readonly value: string;
  readonly raw: string;
  readonly format?: string;
}

export interface BooleanCell extends AnyCell {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface ErrorCell extends AnyCell {
  readonly kind: 'error';
  /** Such as `#N/A`; `#VALUE!` for a number that its format makes a date but that no calendar has. */
  readonly value: string;
}

/** A formula without a result, as libraries write it: it reads as an empty cell. */
export interface UncalculatedCell extends AnyCell {
  readonly kind: 'uncalculated';
  readonly value: '';
  readonly formula: string;
}
