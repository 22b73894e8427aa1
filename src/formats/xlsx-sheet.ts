import { addressColumn } from './column-letters.ts';
import { FirstFew } from './first-few.ts';
import type { Budget } from './xlsx-budget.ts';
import { type CellContext, type RawCell, cellOf } from './xlsx-cell.ts';
import type { SheetExtra } from './xlsx-cells.ts';
import { damaged } from './xlsx-problem.ts';
import { RichText } from './xlsx-rich-text.ts';
import { Rows } from './xlsx-rows.ts';
import { SheetLooks } from './xlsx-sheet-looks.ts';
import type { XmlAttributes, XmlHandler } from './xml-read.ts';

/** Depths in a sheet: `worksheet` is 1. */
const TABLE = 2;
const ROW = 3;
const CELL = 4;
const VALUE = 5;

const MOST_COLUMNS = 16_384;

const EXTRAS: ReadonlyMap<string, SheetExtra> = new Map([
  ['dataValidation', 'validations'],
  ['conditionalFormatting', 'conditionalFormats'],
  ['hyperlink', 'links'],
  ['tablePart', 'tables'],
  ['drawing', 'drawings'],
  ['autoFilter', 'filters'],
  ['sheetProtection', 'protections'],
]);

/** What is wrong with one cell, as a sentence. */
export interface CellDamage {
  readonly row: number;
  readonly column: number;
  readonly what: string;
}

type Draft = { -readonly [Key in keyof RawCell]: RawCell[Key] };

/** Takes in the part of a sheet. What it holds costs memory; what it only formats does not. */
export class SheetHandler implements XmlHandler {
  readonly rows = new Rows();
  readonly damage = new FirstFew<CellDamage>();
  readonly merges: string[] = [];
  readonly hiddenColumns: (readonly [number, number])[] = [];
  readonly looks = new SheetLooks();
  readonly extras: Record<SheetExtra, number> = {
    validations: 0,
    conditionalFormats: 0,
    links: 0,
    tables: 0,
    drawings: 0,
    filters: 0,
    protections: 0,
  };
  /** The range that the file says the sheet has. */
  dimension: string | undefined;

  private readonly context: CellContext;
  private readonly budget: Budget;
  private readonly rich = new RichText();
  private inRows = false;
  private target: 'value' | 'formula' | 'rich' | undefined;
  private readonly cell: Draft = { type: 'n', style: undefined, value: undefined, formula: undefined };

  constructor(context: CellContext, budget: Budget) {
    this.context = context;
    this.budget = budget;
  }

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (!this.inRows) this.openOutside(name, attributes, depth);
    else if (depth === VALUE) this.openValue(name);
    else if (depth === CELL) this.openCell(attributes);
    else if (depth === ROW) this.rows.openRow(rowNumber(attributes['r']), isTrue(attributes['hidden']));
    else if (this.target === 'rich') this.rich.open(name, depth - VALUE);
  }

  text(text: string, depth: number): void {
    if (this.target === undefined) return;
    if (this.target === 'rich') this.rich.text(text, depth - VALUE);
    else if (depth !== VALUE) return;
    else if (this.target === 'value') this.cell.value += text;
    else this.cell.formula += text;
  }

  close(depth: number): void {
    if (!this.inRows || depth < TABLE) return;
    if (depth === VALUE) this.closeValue();
    else if (depth === CELL) this.closeCell();
    else if (depth === ROW) this.rows.closeRow();
    else if (depth === TABLE) this.inRows = false;
    else if (this.target === 'rich') this.rich.close(depth - VALUE);
  }

  private openOutside(name: string, attributes: XmlAttributes, depth: number): void {
    const extra = EXTRAS.get(name);
    if (extra !== undefined) this.extras[extra] += extra === 'protections' && !isTrue(attributes['sheet']) ? 0 : 1;
    else if (name === 'sheetData' && depth === TABLE) this.inRows = true;
    else if (name === 'dimension' && depth === TABLE) this.dimension ??= attributes['ref'];
    else if (name === 'mergeCell') this.addMerge(attributes['ref'] ?? '');
    else if (name === 'col' && isTrue(attributes['hidden']) && this.hiddenColumns.length < MOST_COLUMNS)
      this.hiddenColumns.push([Number(attributes['min']), Number(attributes['max'])]);
  }

  private addMerge(range: string): void {
    this.budget.addCell();
    this.budget.addText(range);
    this.merges.push(range);
  }

  private openCell(attributes: XmlAttributes): void {
    const address = attributes['r'];
    const column = address === undefined ? undefined : addressColumn(address);
    this.rows.openCell(column);
    if (address !== undefined && column === undefined) this.addDamage('Its place in the sheet is not told.');
    this.cell.type = attributes['t'] ?? 'n';
    this.cell.style = attributes['s'];
    this.cell.value = undefined;
    this.cell.formula = undefined;
  }

  /** Of several values in one cell the first counts. An inline text stands in no `v`. */
  private openValue(name: string): void {
    const isInline = this.cell.type === 'inlineStr';
    if (name === 'f') {
      this.target = 'formula';
      this.cell.formula = '';
    } else if (name === (isInline ? 'is' : 'v') && this.cell.value === undefined) {
      this.target = isInline ? 'rich' : 'value';
      this.cell.value = '';
    }
  }

  private closeValue(): void {
    if (this.target === 'rich') this.cell.value = this.rich.take();
    this.target = undefined;
  }

  private closeCell(): void {
    const { cell, damage } = cellOf(this.cell, this.rows.column, this.context);
    if (damage !== undefined) this.addDamage(damage);
    if (this.context.aside) this.looks.add(this.rows, this.cell, cell === undefined, this.context.aside);
    if (cell) this.budget.addCell();
    // A shared text was counted where the workbook has it.
    if (cell && this.cell.type !== 's') this.budget.addText(this.cell.value ?? '');
    this.budget.addText(this.cell.formula ?? '');
    this.rows.closeCell(cell);
  }

  private addDamage(what: string): void {
    this.damage.add({ row: this.rows.number, column: this.rows.column, what });
  }
}

function rowNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw damaged(`One of its rows has the number "${text.slice(0, 20)}".`);
  return number;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
