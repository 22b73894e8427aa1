import { pathNames } from '../../expression/path-names.ts';
import { referencesIn } from '../../expression/references.ts';
import type { Scope } from '../../expression/types/scope.ts';
import { type ExpressionType, type Rows, STORED_BOOLEAN, TEXT, UNKNOWN } from '../../expression/types/type.ts';
import { typed } from '../../expression/types/typed.ts';
import type { CodeList } from '../code-list.ts';
import { loadedFile } from '../deliver/instances.ts';
import type { Formula } from '../facets.ts';
import type { Item, Question, Section } from '../item.ts';
import { isRepeat } from '../repeats.ts';
import { listOf } from '../type-use.ts';
import type { Visit } from '../walk.ts';
import { answerType } from './answer-type.ts';
import { listRows } from './list-rows.ts';

/** What of a form its scope is made from. */
export interface ScopeSource {
  readonly byName: ReadonlyMap<string, readonly Visit[]>;
  readonly lists: ReadonlyMap<string, CodeList>;
  /** The rows of a file that the form attaches, by the name that expressions have for it. */
  readonly file: (name: string) => Rows | undefined;
  /** Whether `pulldata` finds the lists themselves: a workbook reads files that were uploaded beside it. */
  readonly pullsLists: boolean;
}

/** Gives the scope of an expression that stands in a column of an item, or of the form itself. */
export type FormScope = (item: Item | undefined, column: string) => Scope;

export function formScope({ byName, lists, file, pullsLists }: ScopeSource): FormScope {
  const rowsOf = (name: string): Rows | undefined => {
    const list = lists.get(name);
    return list ? listRows(list) : file(name);
  };
  const base: Scope = {
    own: UNKNOWN,
    rows: undefined,
    reference: ({ name, lastSaved }) => (lastSaved ? UNKNOWN : typeOf(name)),
    instance: rowsOf,
    file: pullsLists ? rowsOf : file,
  };
  const typeOf = typesByName(byName, lists, base);
  return (item, column) => {
    if (item?.kind !== 'question') return base;
    if (column === 'choice_filter') return { ...base, rows: rowsAsked(item, lists, rowsOf) };
    const isLimit = column === 'constraint' || column === 'soft';
    return isLimit ? { ...base, own: typeOf(item.name.string.text) } : base;
  };
}

/** What a choice filter looks at: the codes of a list, or the rows of a file. */
function rowsAsked(question: Question, lists: ScopeSource['lists'], file: ScopeSource['file']): Rows | undefined {
  const loaded = loadedFile(question);
  if (loaded) return file(loaded.instance);
  const list = lists.get(listOf(question.type)?.string.text ?? '');
  return list && listRows(list);
}

type TypeOf = (name: string) => ExpressionType;

/** The type of what bears a name; unknown where nothing does, or several things. */
function typesByName(byName: ScopeSource['byName'], lists: ScopeSource['lists'], scope: Scope): TypeOf {
  const known = new Map<string, ExpressionType>();
  const running = new Set<string>();
  return typeOf;

  // Calculations can follow each other through a whole form: no recursion.
  function typeOf(name: string): ExpressionType {
    const waiting = known.has(name) || running.has(name) ? [] : [name];
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      const item = onlyOne(byName.get(next));
      const formula = item && computes(item);
      const missing = formula && !running.has(next) ? notYetKnown(formula) : [];
      running.add(next);
      for (const other of missing) waiting.push(other);
      if (missing.length > 0) continue;
      waiting.pop();
      if (!known.has(next)) known.set(next, item ? typeOfItem(item, formula) : typeWithoutItem(next));
    }
    // What waits for itself is a finding of its own.
    return known.get(name) ?? UNKNOWN;
  }

  function notYetKnown({ parsed: { tree }, string }: Formula): readonly string[] {
    const names = referencesIn(tree).flatMap(({ name, lastSaved }) => (lastSaved ? [] : [name]));
    const steps =
      string.text.includes('}[') || string.text.includes('}/') ? pathNames(tree).map(({ name }) => name) : [];
    return [...new Set([...names, ...steps])].filter((name) => !known.has(name) && !running.has(name));
  }

  function typeOfItem(item: Item, formula: Formula | undefined): ExpressionType {
    if (item.kind === 'section') return isRepeat(item) ? { kind: 'nodes', rows: entriesOf(item, typeOf) } : UNKNOWN;
    if (!formula) return item.facets.calculation ? UNKNOWN : answerType(item, lists);
    return stored(typed(formula.parsed.tree, scope).get(formula.parsed.tree) ?? UNKNOWN);
  }
}

function onlyOne(visits: readonly Visit[] = []): Item | undefined {
  return visits.length === 1 ? visits[0]?.item : undefined;
}

/** The id of the submission is the one name that no row bears. */
function typeWithoutItem(name: string): ExpressionType {
  return name === 'instanceID' ? TEXT : UNKNOWN;
}

function entriesOf({ name, items }: Section, typeOf: TypeOf): Rows {
  const inside = new Set(items.map((item) => item.name.string.text));
  return {
    name: name.string.text,
    columns: undefined,
    column: (column) => (inside.has(column) ? typeOf(column) : UNKNOWN),
  };
}

const COMPUTED: ReadonlySet<string> = new Set(['calculate', 'hidden', 'note']);

/** The expression whose value an item bears, where it can hold no other: nobody types it, and nothing stands there before. */
function computes(item: Item): Formula | undefined {
  if (item.kind === 'section' || !COMPUTED.has(item.type.word)) return undefined;
  const { calculation, default: initial, trigger } = item.facets;
  return !initial && !trigger && calculation?.parsed.problems.length === 0 ? calculation : undefined;
}

function stored(type: ExpressionType): ExpressionType {
  if (type.kind === 'boolean') return STORED_BOOLEAN;
  return type.kind === 'nodes' ? UNKNOWN : type;
}
