import { memoized } from '../../core/memo.ts';
import { literal } from '../../expression/literal.ts';
import { compileExpression, type Program } from '../../expression/evaluate/program.ts';
import type { ListView, Scope, ScopeNode } from '../../expression/evaluate/scope.ts';
import { parseExpression } from '../../expression/parser.ts';
import type { ColumnCodes, DataColumn } from '../../model/columns/column.ts';
import { loadedFile } from '../../model/deliver/instances.ts';
import { searches } from '../../model/deliver/list-uses.ts';
import { readParameters } from '../../model/parameters.ts';
import { tableView } from '../../model/record/list-views.ts';

/** What can be chosen at a question. */
export type Choices =
  /** All of them, always. */
  | { readonly kind: 'fixed'; readonly codes: readonly string[] }
  /** What is offered depends on other answers: the program joins it with {@link SEPARATOR}. */
  | { readonly kind: 'filtered'; readonly offered: Program; readonly codes: readonly string[] }
  /** They stand in a file that is not here. */
  | { readonly kind: 'unknown'; readonly file: string };

/** No code holds it. */
export const SEPARATOR = '␞';

export function choicesOf(column: DataColumn, scope: Scope, node: ScopeNode): Choices | undefined {
  const { answer, codes, question } = column;
  if (answer !== 'code' && answer !== 'codes' && answer !== 'ranking') return undefined;
  const asked = question && /^\$\{\s*([^}\s]+)\s*\}$/u.exec(question.type.argument?.string.text ?? '')?.[1];
  if (asked !== undefined) return fromAnswers(asked, column, scope, node);
  if (codes) return fromList(codes, column, scope, node);
  return fromFile(column, scope, node);
}

function fromList(codes: ColumnCodes, column: DataColumn, scope: Scope, node: ScopeNode): Choices {
  const names = [...new Set(codes.offered.map(({ name }) => name.string.text))];
  const filter = filterOf(column);
  if (filter === '') return { kind: 'fixed', codes: names };
  const own = viewOf(codes);
  const inList: Scope = { ...scope, list: (name) => (name === OWN_LIST ? own : scope.list(name)) };
  return filtered(`instance('${OWN_LIST}')/root/item[${filter}]/name`, names, inList, node);
}

/** The name of the question's own list, which no list of a form can bear. */
const OWN_LIST = ' own';

/** The rows of a list as its filter sees them. */
const viewOf = memoized(({ offered }: ColumnCodes): ListView =>
  tableView(
    offered.map(
      ({ name, attributes }) =>
        new Map([
          ['name', name.string.text],
          ...[...attributes].map(([column, { string }]) => [column, string.text] as const),
        ]),
    ),
  ),
);

/** The answers to a question of a repeat, each of which is a choice (`select_one ${name}`). */
function fromAnswers(name: string, column: DataColumn, scope: Scope, node: ScopeNode): Choices {
  const filter = filterOf(column);
  const asked = scope.find(name);
  const repeat = asked?.parent;
  const isFiltered = filter !== '' && repeat?.kind === 'repeat';
  return filtered(isFiltered ? `\${${repeat.name}}[${filter}]/${name}` : `\${${name}}`, [], scope, node);
}

function fromFile(column: DataColumn, scope: Scope, node: ScopeNode): Choices {
  const loaded = column.question && loadedFile(column.question);
  const appearance = column.question?.facets.appearance?.string.text ?? '';
  const file = loaded?.file.string.text ?? searched(appearance);
  const isSearch = column.question !== undefined && searches(column.question);
  const list = loaded && !isSearch ? scope.list(loaded.instance) : undefined;
  if (!list || loaded === undefined) return { kind: 'unknown', file };
  const { pairs } = readParameters(column.question?.facets.parameters?.string.text ?? '');
  const key = pairs.findLast((pair) => pair.key === 'value')?.value ?? 'name';
  const filter = filterOf(column);
  const rows = `instance(${literal(loaded.instance)})/root/item${filter === '' ? '' : `[${filter}]`}`;
  return filtered(`${rows}/${key}`, [], scope, node);
}

/** The file that `search('file', …)` looks in. */
function searched(appearance: string): string {
  const name = /\bsearch\s*\(\s*['"]([^'"]*)/.exec(appearance)?.[1];
  return name === undefined ? '' : `${name}.csv`;
}

function filtered(path: string, codes: readonly string[], scope: Scope, node: ScopeNode): Choices {
  const offered = compileExpression(parseExpression(`join('${SEPARATOR}', ${path})`), scope, node);
  return { kind: 'filtered', offered, codes };
}

function filterOf({ question }: DataColumn): string {
  return question?.facets.choice_filter?.string.text.trim() ?? '';
}
