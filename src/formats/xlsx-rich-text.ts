/**
 * The text of a `si`, `is` or `text` element, as openpyxl puts it together: the plain text, then the formatted runs;
 * how a text is pronounced (`rPh`) is left out. Depths count from 1 for the children of that element.
 */
export class RichText {
  private plain = '';
  private runs = '';
  private run = '';
  private count = 0;
  private inRun = false;
  private target: 'plain' | 'run' | undefined;
  private depth = 0;

  open(name: string, depth: number): void {
    if (depth === 1) this.inRun = name === 'r';
    this.target = undefined;
    if (name !== 't') return;
    this.depth = depth;
    if (depth === 1) this.startPlain();
    else if (depth === 2 && this.inRun) this.startRun();
  }

  text(text: string, depth: number): void {
    if (depth !== this.depth || this.target === undefined) return;
    if (this.target === 'plain') this.plain += text;
    else this.run += text;
  }

  close(depth: number): void {
    this.target = undefined;
    if (depth !== 1 || !this.inRun) return;
    this.runs += this.run;
    this.count += 1;
    this.run = '';
  }

  /** Whether its parts look different. */
  get isFormatted(): boolean {
    return this.count > 1;
  }

  /** What was read, and everything from its start again. */
  take(): string {
    const text = this.plain + this.runs;
    this.plain = '';
    this.runs = '';
    this.count = 0;
    return text;
  }

  // Of several texts in one place the last one counts.
  private startPlain(): void {
    this.target = 'plain';
    this.plain = '';
  }

  private startRun(): void {
    this.target = 'run';
    this.run = '';
  }
}
