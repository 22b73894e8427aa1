import { deliver } from '../../src/model/deliver/deliver.ts';
import type { Dictionary } from '../../src/model/dictionary.ts';
import type { RowPlan, SheetPlan, WorkbookPlan } from '../../src/formats/workbook.ts';
import { formWorkbook } from '../../src/xlsform/rows/workbook.ts';

/** Every form of a dictionary, for every profile, as Markdown; a profile whose workbook is the same as the one before is named only. */
export function renderDictionary(dictionary: Dictionary): string {
  const parts = [...dictionary.forms.values()].flatMap((form) => {
    let before = '';
    return dictionary.profiles.map((profile) => {
      const { plan, files } = formWorkbook(deliver(dictionary, form, profile), dictionary);
      const text = [renderWorkbook(plan), ...[...files].map(([name, csv]) => renderFile(name, csv))].join('\n');
      const shown = text === before ? 'The same.\n' : text;
      before = text;
      return `## ${form.name.string.text} for ${profile}\n\n${shown}`;
    });
  });
  return `# ${dictionary.name.string.text}\n\n${parts.join('\n')}`;
}

export function renderWorkbook({ sheets }: WorkbookPlan): string {
  return sheets.map(renderSheet).join('\n');
}

/** A table wider than this is easier to read row by row. */
const WIDEST = 12;

function renderSheet(sheet: SheetPlan): string {
  const { name, rightToLeft, columns } = sheet;
  const rows = columns.length > WIDEST ? renderRecords(sheet) : renderTable(tableOf(sheet));
  return `### ${name}${rightToLeft ? ' (from right to left)' : ''}\n\n${rows}\n`;
}

/** The survey has a column in front that says how its rows are shaded. */
function tableOf({ name, columns, rows }: SheetPlan): readonly (readonly string[])[] {
  const table = [columns.map(({ header }) => header), ...rows.map(({ cells }) => cells)];
  if (name !== 'survey') return table.map((row) => row.map(cell));
  return table.map((row, index) => [shadeOf(rows[index - 1]), ...row.map(cell)]);
}

function shadeOf(row: RowPlan | undefined): string {
  return row?.shade ? `${row.shade} ${row.depth ?? 0}` : '';
}

/** The headers in their order, then each row with the cells that it has. */
function renderRecords({ columns, rows }: SheetPlan): string {
  const headers = columns.map(({ header }) => header);
  const records = rows.map((row, index) => {
    const filled = row.cells.flatMap((text, column) => (text === '' ? [] : [`- ${headers[column]}: ${cell(text)}`]));
    const shade = shadeOf(row);
    return [`Row ${index + 2}${shade === '' ? '' : ` (${shade})`}`, '', ...filled].join('\n');
  });
  return [headers.join(', '), ...records].join('\n\n');
}

function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ⏎ ');
}

function renderTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(3, ...rows.map((row) => (row[index] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, index) => (row[index] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function renderFile(name: string, csv: string): string {
  return `### media/${name}\n\n\`\`\`csv\n${csv}\`\`\`\n`;
}
