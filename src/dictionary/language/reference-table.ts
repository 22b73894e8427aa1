/**
 * A table of Markdown whose narrow columns are aligned, so that it reads well in a terminal too: the last two hold
 * sentences and examples, which would make every line as long as the longest.
 */
export function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(escapeCell));
  const widths = heading.map((word, column) =>
    isNarrow(column, heading) ? Math.max(word.length, ...cells.map((row) => row[column]?.length ?? 0)) : word.length,
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (isNarrow(column, heading) ? cell.padEnd(widths[column] ?? 0) : cell)).join(' | ')} |`;
  return [line(heading), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...cells.map(line)].join('\n');
}

function isNarrow(column: number, heading: readonly string[]): boolean {
  return column < Math.max(heading.length - 2, 1);
}

/** A bar ends a cell even inside a code span, unless a backslash stands before it (GitHub Flavored Markdown, 4.10). */
function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
