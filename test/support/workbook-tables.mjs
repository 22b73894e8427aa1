/**
 * A workbook as Markdown tables, in the way of pyxform: the name of a sheet in the first column, then its rows below
 * each other, headings first. `\|` is a bar in a cell, `⏎` a line break.
 */
export function planOf(markdown) {
  const sheets = new Map();
  let current = [];
  for (const line of markdown.split('\n').filter((each) => each.trim() !== '')) {
    const [name = '', ...cells] = cellsOf(line);
    if (name !== '') sheets.set(name, (current = []));
    if (name === '' || cells.some((cell) => cell !== '')) current.push(cells);
  }
  return { sheets: [...sheets].map(([name, rows]) => sheetOf(name, rows)) };
}

function cellsOf(line) {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replaceAll(String.raw`\|`, '|')
      .replaceAll(/ *⏎ */g, '\n'),
  );
}

function sheetOf(name, [headings = [], ...rows]) {
  const columns = headings.map((header) => ({ header, width: 20 }));
  return { name, rightToLeft: false, columns, rows: rows.map((cells) => ({ cells })) };
}
