export interface WorkbookCase {
  readonly title: string;
  /** The sheets as tables. */
  readonly table: string;
}

/** `## A heading`, then the tables of a workbook; a row that ends with `× 61` stands there so many times. */
export function casesOf(markdown: string): readonly WorkbookCase[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title, table: lines.flatMap(repeated).join('\n') };
    });
}

function repeated(line: string): readonly string[] {
  const [, row = '', times = '1'] = /^(.*\|) × (\d+)$/.exec(line) ?? [];
  return row === '' ? [line] : Array.from({ length: Number(times) }, () => row);
}
