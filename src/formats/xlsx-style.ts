import type { Style } from 'exceljs';
import type { RowPlan, Shade } from './workbook.ts';

type CellStyle = Partial<Style>;

// '@' makes a cell a text cell: Excel then leaves `07`, `1.10`, `=1+1` and `TRUE` as they were typed.
const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };

const SHADES: Readonly<Record<Shade, readonly string[]>> = {
  group: ['FFE9F0F8', 'FFDBE7F3', 'FFCCDCED'],
  'group-end': ['FFE9F0F8', 'FFDBE7F3', 'FFCCDCED'],
  repeat: ['FFEDF5E8', 'FFE1EDD9', 'FFD3E4C8'],
  'repeat-end': ['FFEDF5E8', 'FFE1EDD9', 'FFD3E4C8'],
  heading: ['FFF2F2F2'],
};

/** Styles of one workbook. exceljs knows a style again by identity, so each is made once and shared by its cells. */
export interface CellStyles {
  readonly text: CellStyle;
  /** Text that people write, on a sheet of which the rest is locked. */
  readonly open: CellStyle;
  readonly header: CellStyle;
  /** Whole numbers that people count with. */
  readonly number: CellStyle;
  readonly share: CellStyle;
  /** Of what nobody needs to look at. */
  readonly faint: CellStyle;
  /** The style of a row and its cells, or undefined for a row without shade. */
  of(row: RowPlan): CellStyle | undefined;
  /** The same style for a text that is written from right to left, so that its full stop stands at its end. */
  rightToLeft(style: CellStyle): CellStyle;
}

export function cellStyles(): CellStyles {
  const shaded = new Map<string, CellStyle>();
  const turned = new Map<CellStyle, CellStyle>();
  return {
    text: TEXT,
    open: { ...TEXT, protection: { locked: false }, fill: fill('FFFFFBEA') },
    header: headerStyle(),
    number: { numFmt: '#,##0', alignment: { vertical: 'top' } },
    share: { numFmt: '0.0%', alignment: { vertical: 'top' } },
    faint: { ...TEXT, font: font({ color: { argb: 'FF7F7F7F' } }) },
    of: ({ shade, depth = 0 }) => shade && remembered(shaded, `${shade} ${depth}`, () => shadedStyle(shade, depth)),
    rightToLeft: (style) =>
      remembered(turned, style, () => ({ ...style, alignment: { ...style.alignment, readingOrder: 'rtl' } })),
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function headerStyle(): CellStyle {
  const border = { bottom: { style: 'thin', color: { argb: 'FF8EA9C8' } } } as const;
  return { ...TEXT, font: font({ bold: true }), fill: fill('FFD0DDED'), border };
}

function shadedStyle(shade: Shade, depth: number): CellStyle {
  const tints = SHADES[shade];
  const tint = tints[Math.min(Math.max(depth, 0), tints.length - 1)] ?? 'FFFFFFFF';
  const ends = shade === 'group-end' || shade === 'repeat-end';
  return { ...TEXT, fill: fill(tint), font: ends ? font({ color: { argb: 'FF7F7F7F' } }) : font({ bold: true }) };
}

function fill(argb: string): Style['fill'] {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

function font(more: Style['font']): Style['font'] {
  return { name: 'Calibri', family: 2, size: 11, ...more };
}
