import type { ListView, RecordView, Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { compileFilter, type FilterProgram } from '../../expression/evaluate/program.ts';
import { type Code, type CodeList, physicalName } from '../../model/code-list.ts';
import type { ColumnCodes, DataColumn } from '../../model/columns/column.ts';
import { baseName, instanceName } from '../../model/deliver/instances.ts';
import type { Formula } from '../../model/facets.ts';
import { questionTypes } from '../../vocabulary/types.ts';

/** What the codes of an answer are held against. */
export interface CodesPlan {
  /** As the dictionary, or the file, names the list. */
  readonly list: string;
  readonly offered: ReadonlySet<string>;
  readonly retired: ReadonlyMap<string, Code>;
  /** Codes that cannot stand beside another answer. */
  readonly exclusive: ReadonlySet<string>;
  /** The list itself, unless it is a file that only the form knows. */
  readonly definition: CodeList | undefined;
  readonly filter: FilterPlan | undefined;
}

export interface FilterPlan {
  readonly formula: Formula;
  readonly program: FilterProgram;
  /** The rows of the list by their code; a list can repeat one. */
  readonly rows: ReadonlyMap<string, readonly RecordView[]>;
}

/** The codes of a question; undefined where nothing says what they are, as with the answers of a repeat. */
export function codesPlan(column: DataColumn, node: ScopeNode, scope: Scope): CodesPlan | undefined {
  const known = column.codes ? ofList(column.codes) : ofFile(column, scope);
  if (!known) return undefined;
  return { ...known, filter: filterPlan(column, node, scope, listNameOf(column)) };
}

const shared = new WeakMap<ColumnCodes, Omit<CodesPlan, 'filter'>>();

function ofList(codes: ColumnCodes): Omit<CodesPlan, 'filter'> {
  const known = shared.get(codes) ?? {
    list: codes.list.name,
    offered: new Set(codes.offered.map(nameOf)),
    retired: new Map(codes.retired.map((code) => [nameOf(code), code])),
    exclusive: new Set(codes.offered.filter(({ exclusive }) => exclusive).map(nameOf)),
    definition: codes.list,
  };
  shared.set(codes, known);
  return known;
}

function nameOf({ name }: Code): string {
  return name.string.text;
}

/** The codes of a file that no list of the dictionary is: its column `name`. */
function ofFile({ question }: DataColumn, scope: Scope): Omit<CodesPlan, 'filter'> | undefined {
  const type = question?.type;
  const file = type?.argument?.string.text ?? '';
  const takesOther = /(?:^|[\s,;])value\s*=/.test(question?.facets.parameters?.string.text ?? '');
  if (!type || questionTypes.get(type.word)?.takes !== 'file' || takesOther) return undefined;
  const view = scope.list(instanceName(file));
  const rows = view && rowsByCode(view);
  if (!rows || rows.size === 0) return undefined;
  return {
    list: baseName(file),
    offered: new Set(rows.keys()),
    retired: new Map(),
    exclusive: new Set(),
    definition: undefined,
  };
}

function listNameOf({ codes, question }: DataColumn): string {
  return codes ? physicalName(codes.list) : instanceName(question?.type.argument?.string.text ?? '');
}

function filterPlan(column: DataColumn, node: ScopeNode, scope: Scope, list: string): FilterPlan | undefined {
  const formula = column.question?.facets.choice_filter;
  const view = formula && formula.string.text.trim() !== '' ? scope.list(list) : undefined;
  if (!formula || !view) return undefined;
  return { formula, program: compileFilter(formula.parsed, scope, node, view), rows: rowsByCode(view) };
}

const byCode = new WeakMap<ListView, ReadonlyMap<string, readonly RecordView[]>>();

function rowsByCode(view: ListView): ReadonlyMap<string, readonly RecordView[]> {
  const known = byCode.get(view) ?? readRows(view);
  byCode.set(view, known);
  return known;
}

function readRows({ root, record }: ListView): ReadonlyMap<string, readonly RecordView[]> {
  const rows = new Map<string, RecordView[]>();
  const name = root.children.get('item')?.children.get('name');
  if (!name) return rows;
  for (const row of record.repeats[0] ?? []) {
    const code = String(row.values[name.slot] ?? '');
    const same = rows.get(code);
    if (same) same.push(row);
    else rows.set(code, [row]);
  }
  return rows;
}
