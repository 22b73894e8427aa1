import { tooLarge } from './xlsx-problem.ts';

/** How much of a workbook is read before it is refused: what keeps memory and time within bounds. */
export interface ReadLimits {
  /** Of all parts that are read, unpacked. */
  readonly bytes: number;
  /** XML elements: rows, cells, values, texts. */
  readonly elements: number;
  /** Cells that hold something. */
  readonly cells: number;
  /** Of all texts, formulas and notes. */
  readonly characters: number;
}

/** Far above any form: one of 10,000 rows in five languages has 200,000 cells and 15 MB. */
export const USUAL_LIMITS: ReadLimits = {
  bytes: 300_000_000,
  elements: 25_000_000,
  cells: 5_000_000,
  characters: 100_000_000,
};

/** What is left of the limits while a workbook is read. Each method throws Refused where nothing is. */
export class Budget {
  private readonly limits: ReadLimits;
  private bytes = 0;
  private elements = 0;
  private cells = 0;
  private characters = 0;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  addBytes(count: number): void {
    this.bytes += count;
    if (this.bytes > this.limits.bytes)
      throw tooLarge(`Its parts unpack to more than ${words(this.limits.bytes)} bytes.`);
  }

  addElement(): void {
    this.elements += 1;
    if (this.elements > this.limits.elements)
      throw tooLarge(`It has more than ${words(this.limits.elements)} rows, cells and texts, empty ones among them.`);
  }

  addCell(): void {
    this.cells += 1;
    if (this.cells > this.limits.cells) throw tooLarge(`It has more than ${words(this.limits.cells)} cells.`);
  }

  addText(text: string): void {
    this.characters += text.length;
    if (this.characters > this.limits.characters)
      throw tooLarge(`Its texts have more than ${words(this.limits.characters)} characters.`);
  }
}

/** `5,000,000` */
function words(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
