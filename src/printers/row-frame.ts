import type { CellLocation, RowCell } from '../core/location.ts';
import { isolate } from './direction.ts';
import { cellFrame, type FrameOptions, limitFor, moreRow, row } from './frame.ts';
import { plainRow } from './frame-line.ts';
import { cellAddress } from './place.ts';
import { sentence } from './safe-text.ts';
import { displayWidth, signsOf, signWidth } from './width.ts';

/**
 * The columns by which people know a row, whatever it is about; of several languages the first will do. Of a gazetteer, the
 * name on each level.
 */
const TELLING =
  /^(?:type|command|list[_ ]name|name|value|label|caption|dataset)(?![a-z_])|^adm(?:in)?_?\d(?=_?(?:name|[a-z]{2}$))/i;
const MOST_LINES = 3;
const WIDEST_HEADING = 22;

/** A cell among those of its row that tell which row it is: `> ` stands before the one that is meant. */
export function cellRows(location: CellLocation, options: FrameOptions): readonly string[] {
  const cells = shownCells(location);
  if (cells.length < 2) return cellFrame(cellAddress(location), location.value, options);
  const widest = Math.min(WIDEST_HEADING, Math.floor(options.width / 3));
  const labels = cells.map((each) => labelOf(each, each.cell === location.cell, widest));
  const gutter = Math.max(...labels.map(displayWidth)) + 2;
  return cells.flatMap(({ value }, index) => valueRows(labels[index] ?? '', value, gutter, options));
}

/** What tells the row, and the cell itself as it was typed. */
function shownCells({ cell, value, rowCells }: CellLocation): readonly RowCell[] {
  const told = new Set<string>();
  return (rowCells?.() ?? []).flatMap((each) => {
    if (each.cell === cell) return [{ ...each, value }];
    const [word] = TELLING.exec(each.heading.trim()) ?? [];
    const isFirst = word !== undefined && !told.has(word.toLowerCase());
    if (word !== undefined) told.add(word.toLowerCase());
    return isFirst ? [each] : [];
  });
}

/** `> D14 relevant`, cut where it is long. */
function labelOf({ cell, heading }: RowCell, isMeant: boolean, widest: number): string {
  return `${isMeant ? '> ' : ''}${cell} ${isolate(cut(sentence(heading), widest - cell.length - 3))}`;
}

function cut(text: string, widest: number): string {
  if (displayWidth(text) <= widest) return text;
  let width = 1;
  const signs = signsOf(text).filter((sign) => (width += signWidth(sign.text)) <= widest);
  return `${signs.map((sign) => sign.text).join('')}…`;
}

function valueRows(label: string, value: string, gutter: number, options: FrameOptions): readonly string[] {
  const look = { ...options, limit: limitFor(options.width, gutter) };
  const lines = value.split(/\r\n|\r|\n/);
  const pad = ' '.repeat(Math.max(gutter - displayWidth(label), 0));
  const rows = lines
    .slice(0, MOST_LINES)
    .map((line, index) => row(index === 0 ? pad + label : '', plainRow(line, look), gutter, options.style));
  return [...rows, ...moreRow(lines.length - rows.length, gutter, options.style)];
}
