import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import type { Placed } from '../../../expression/placed.ts';
import { mayNameInstances } from '../../../expression/references.ts';
import { bare } from '../../../expression/shapes.ts';
import type { Call, Expression, Path } from '../../../expression/tree.ts';
import { quotedArgument } from '../../../expression/types/functions.ts';
import type { Scope } from '../../../expression/types/scope.ts';
import type { Rows } from '../../../expression/types/type.ts';
import { loadedFile } from '../../../model/deliver/instances.ts';
import { locate } from '../../../source/source-string.ts';
import type { Range } from '../../../core/range.ts';
import type { Reading } from '../../readings.ts';
import type { TypedReading } from './view.ts';

interface NamedColumn {
  readonly name: string;
  readonly span: Range;
  readonly rows: Rows;
}

/** The columns that expressions read from lists and files are there. */
export function checkColumns({ reading }: TypedReading, scope: Scope, untold: Severity, report: Report): void {
  const { facts, string } = reading;
  const filtersFile = readsFile(reading);
  if (!filtersFile && !mayNameInstances(string.text)) return;
  const named = [
    ...facts.calls.flatMap((call) => pulledColumns(call, scope)),
    ...facts.paths.flatMap((path) => pathColumns(path, scope)),
    ...(filtersFile ? facts.paths.flatMap((path) => filterColumns(path, scope)) : []),
  ];
  for (const { name, span, rows } of named) {
    const columns = [...(rows.columns ?? [])];
    const params = { name, rows: rows.name, columns, suggestion: suggest(name, columns) };
    report('unknown-column', locate(string, span), params, { severity: untold });
  }
}

/** A filter on a list of codes has a rule of its own. */
function readsFile({ key, item }: Reading): boolean {
  return key === 'choice_filter' && item !== undefined && loadedFile(item) !== undefined;
}

function filterColumns({ node, filtered }: Placed<Path>, { rows }: Scope): readonly NamedColumn[] {
  return rows && !filtered && !node.start && !node.absolute ? columnAt(node, 0, rows) : [];
}

/** The names in quotes of `pulldata('file', 'column', 'key column', …)`; Collect finds them in small or capital letters. */
function pulledColumns(call: Call, scope: Scope): readonly NamedColumn[] {
  const file = call.name === 'pulldata' ? quotedArgument(call, 0) : undefined;
  const rows = file === undefined ? undefined : scope.file(file);
  if (!rows?.columns) return [];
  const known = new Set([...rows.columns].map(asPulled));
  return [1, 2].flatMap((at) => {
    const node = call.args[at] && bare(call.args[at]);
    return node?.kind === 'string' && !known.has(asPulled(node.value)) && node.value !== ''
      ? [{ name: node.value, span: node.valueSpan, rows }]
      : [];
  });
}

function asPulled(column: string): string {
  return column.toLowerCase().replaceAll(/[^a-z0-9]/g, '_');
}

/** `instance('list')/root/item[column = …]/column` */
function pathColumns({ node, filtered }: Placed<Path>, scope: Scope): readonly NamedColumn[] {
  const own = instanceOf(node, scope);
  if (own) return columnAt(node, 2, own);
  // A bare name between the brackets of such a path is a column, too; deeper brackets may be about something else.
  const around = filtered && !node.start && !node.absolute ? instanceOf(filtered, scope) : undefined;
  const isRow = around !== undefined && filtered !== undefined && filtersRow(filtered, node);
  return isRow ? columnAt(node, 0, around) : [];
}

function instanceOf({ start, steps }: Path, scope: Scope): Rows | undefined {
  const call = start && bare(start);
  const name = call?.kind === 'call' && call.name === 'instance' ? quotedArgument(call, 0) : undefined;
  const [root, item] = steps.map(({ test }) => (test.kind === 'name' ? test.name : undefined));
  return name !== undefined && root === 'root' && item === 'item' ? scope.instance(name) : undefined;
}

function filtersRow({ steps }: Path, node: Expression): boolean {
  return steps[1]?.predicates.some(({ span }) => span.start < node.span.start && node.span.end < span.end) === true;
}

function columnAt({ steps }: Path, at: number, rows: Rows): readonly NamedColumn[] {
  const step = steps[at];
  if (step?.axis !== 'child' || step.test.kind !== 'name' || step.separator?.text === '//') return [];
  const { name, span } = step.test;
  return rows.columns && !rows.columns.has(name) ? [{ name, span, rows }] : [];
}
