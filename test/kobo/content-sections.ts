import { KoboError } from './kobo-error.ts';
import type { Content, Row } from './state.ts';

/** Groups that KoboToolbox alone knows, from their first row to their last. */
interface Section {
  readonly begin: Row;
  readonly name: string;
  readonly rows: Row[];
}

const EXPAND: Readonly<Record<string, (section: Section, content: Content) => Row[]>> = {
  score: expandScore,
  rank: expandRank,
  kobomatrix: expandMatrix,
};

/** Matrices, scores and ranks as groups of ordinary questions (kpi/utils/xlsform_preprocessors). */
export function expandSections(content: Content): void {
  const expanded: Row[] = [];
  let open: Section | undefined;
  for (const row of content.survey) {
    const [, edge, kind = ''] = /^(begin|end)_(score|rank|kobomatrix)$/.exec(String(row['type'])) ?? [];
    if (edge === 'begin') open = { begin: row, name: nameOf(row), rows: [] };
    else if (open === undefined) expanded.push(row);
    else if (edge === 'end') {
      expanded.push(...(EXPAND[kind]?.(open, content) ?? []));
      open = undefined;
    } else open.rows.push(row);
  }
  content.survey = expanded;
}

function nameOf(row: Row): string {
  return String(row['name'] ?? row['$autoname']);
}

/** Takes cells away from a row. */
function taken(row: Row, ...columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}

function needed({ begin }: Section, kind: string, columns: readonly string[]): string[] {
  if (columns.every((column) => column in begin)) return columns.map((column) => String(begin[column]));
  const has = columns.length === 1 ? 'must have a column' : 'must have columns';
  throw new KoboError('KeyError', `Row with type: begin_${kind} ${has}: ${columns.join(' and ')}`);
}

function onlyRows({ rows }: Section, kind: string, type: string): void {
  const other = rows.find((row) => row['type'] !== type);
  if (other) {
    throw new KoboError(
      'TypeError',
      `'${String(other['type'])}': Kobo${kind} groups can only contain rows with type='${type}'`,
    );
  }
}

function group({ begin, name }: Section): Row {
  const relevant = 'relevant' in begin ? { relevant: begin['relevant'] } : {};
  return { type: 'begin_group', name, appearance: 'field-list', ...relevant };
}

const END: Row = { type: 'end_group' };

function expandScore(section: Section): Row[] {
  const column = 'kobo--score-choices';
  const [list] = needed(section, 'score', [column]);
  onlyRows(section, 'Score', 'score__row');
  const select = { type: 'select_one', select_from_list_name: list };
  const header = taken(section.begin, 'required', 'relevant', column);
  const required = section.begin['required'] ? { required: true } : {};
  return [
    group(section),
    { ...header, name: `${section.name}_header`, appearance: 'label', ...select },
    ...section.rows.map((row) => ({ ...row, appearance: row['appearance'] || 'list-nolabel', ...select, ...required })),
    END,
  ];
}

function expandRank(section: Section): Row[] {
  const columns = ['kobo--rank-items', 'kobo--rank-constraint-message'];
  const [list] = needed(section, 'rank', columns);
  onlyRows(section, 'Rank', 'rank__level');
  const names = section.rows.map((row) => String(row['$autoname']));
  const levels = section.rows.map((row, index) => {
    const others = names.slice(0, index).map((before) => `\${${names[index]}} != \${${before}}`);
    return {
      ...row,
      type: 'select_one',
      select_from_list_name: list,
      required: true,
      constraint_message: section.begin['kobo--rank-constraint-message'],
      appearance: row['appearance'] || 'minimal',
      ...(others.length > 0 && { constraint: others.join(' and ') }),
    };
  });
  const label = taken(section.begin, 'required', 'relevant', ...columns);
  return [group(section), { ...label, type: 'note', name: `${section.name}_label` }, ...levels, END];
}

function expandMatrix(section: Section, content: Content): Row[] {
  const { begin, name, rows } = section;
  if (!('kobo--matrix_list' in begin)) throw new KoboError('KeyError', "'kobo--matrix_list'");
  const items = (content.choices ?? []).filter((choice) => choice['list_name'] === begin['kobo--matrix_list']);
  const whole = `w${rows.reduce((sum, row) => sum + widthOf(row), 1)}`;
  const wrap = (column: string, usual: string): string => String(begin[`kobomatrix--${column}`] ?? usual);
  const [heading, rowHeading] = [wrap('header-wrap', '**{}**'), wrap('row-header-wrap', '##### {}')];
  const open = (of: string, label: unknown, template: string): Row[] => [
    { type: 'begin_group', name: of, appearance: whole },
    { type: 'note', name: `${of}_note`, appearance: 'w1', required: false, label: wrapped(label, template) },
  ];
  const header = rows.map((row) => ({
    type: 'note',
    name: `${name}_header_${nameOf(row)}`,
    appearance: `w${widthOf(row)}`,
    required: false,
    label: wrapped(row['label'], heading),
  }));
  const hidden = wrap('span-wrap', '<span style="display:none">{}</span>');
  const lines = items.flatMap((item) => {
    const code = String(item['name'] || item['$autovalue']);
    const cells = rows.map((row) => cellOf(row, rows, `${name}_${code}`, code, hidden));
    return [...open(`${name}_${code}`, item['label'], rowHeading), ...cells, END];
  });
  return [...open(`${name}_header`, begin['label'], heading), ...header, END, ...lines];
}

function widthOf({ appearance }: Row): number {
  return Number(/^w(\d+)$/.exec(String(appearance ?? ''))?.[1] ?? 2);
}

function wrapped(labels: unknown, template: string): unknown[] {
  if (!Array.isArray(labels)) throw new KoboError('TypeError', "'NoneType' object is not iterable");
  return labels.map((label: unknown) => (label === null ? null : template.replace('{}', () => String(label))));
}

/** Of the cells of a column, only these three logics come along. */
function cellOf(row: Row, rows: readonly Row[], base: string, code: string, template: string): Row {
  const labels = wrapped(row['label'], `${code}-{}`);
  const isSelect = row['type'] === 'select_one' || row['type'] === 'select_multiple';
  const logic = ['relevant', 'constraint', 'required'].filter((column) => column in row);
  return {
    type: row['type'],
    name: `${base}_${nameOf(row)}`,
    appearance: `w${widthOf(row)} ${isSelect ? 'horizontal-compact' : 'no-label'}`,
    label: wrapped(labels, template),
    required: false,
    ...Object.fromEntries(logic.map((column) => [column, inLine(row[column], rows, base)])),
    ...('select_from_list_name' in row && { select_from_list_name: row['select_from_list_name'] }),
  };
}

/** `${q1}` means the question of the same line. */
function inLine(expression: unknown, rows: readonly Row[], base: string): unknown {
  if (typeof expression !== 'string') return expression;
  const names = rows.map((row) => String(row['$autoname']));
  return names.reduce((text, name) => text.replaceAll(`\${${name}}`, `\${${base}_${name}}`), expression);
}
