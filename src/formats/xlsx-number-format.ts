// What openpyxl knows of number formats (openpyxl/styles/numbers.py): which of them make a number a date.

/** The formats that a file names by number alone (ECMA-376 part 1, 18.8.30); openpyxl knows no others. */
export const BUILT_IN_FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"$"#,##0_);("$"#,##0)'],
  [6, '"$"#,##0_);[Red]("$"#,##0)'],
  [7, '"$"#,##0.00_);("$"#,##0.00)'],
  [8, '"$"#,##0.00_);[Red]("$"#,##0.00)'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [37, '#,##0_);(#,##0)'],
  [38, '#,##0_);[Red](#,##0)'],
  [39, '#,##0.00_);(#,##0.00)'],
  [40, '#,##0.00_);[Red](#,##0.00)'],
  [41, String.raw`_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)`],
  [42, String.raw`_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)`],
  [43, String.raw`_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)`],
  [44, String.raw`_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)`],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

// An unclosed bracket is taken in to the end, so that no text is searched twice, and then given back.
const QUOTED_OR_BRACKETED = /".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*(?:\]|$)/g;
const DATE_LETTER = /(?<![_\\])[dmhysDMHYS]/;
const DURATION = /\[hh?\](?::mm(?::ss(?:\.0*)?)?)?|\[mm?\](?::ss(?:\.0*)?)?|\[ss?\](?:\.0*)?/i;

/** What a number in this format is: `Standard` is a date to openpyxl, because of its d. */
export function formatKind(format: string): 'number' | 'date' | 'duration' {
  const first = format.split(';', 1)[0] ?? '';
  if (!DATE_LETTER.test(first.replaceAll(QUOTED_OR_BRACKETED, unclosed))) return 'number';
  return DURATION.test(first) ? 'duration' : 'date';
}

function unclosed(found: string): string {
  return found.startsWith('[') && !found.endsWith(']') ? found.replaceAll(/".*?"/g, '') : '';
}
