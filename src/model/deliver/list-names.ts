import { instanceNames } from '../../expression/references.ts';
import type { Edit, Range } from '../../core/range.ts';
import { edit } from '../../source/source-string.ts';
import type { Formula, Plain } from '../facets.ts';
import { isFormula, type Row } from '../form.ts';
import type { Facets, Item, TypeUse } from '../item.ts';
import { asFormula } from '../parse.ts';
import { asTypeUse, listOf } from '../type-use.ts';
import { facetEntries } from '../walk.ts';
import { listColumns, parameterLists } from './list-uses.ts';

/** The names that lists bear in a workbook, by the names that the dictionary knows them by. */
export interface ListNames {
  /** In instances and files. */
  readonly names: ReadonlyMap<string, string>;
  /** On the choices sheet, for the lists that stand there. */
  readonly onSheet: ReadonlyMap<string, string>;
  /** The lists that travel as files. */
  readonly files: ReadonlySet<string>;
}

/** An item with every list that it names under its name in the workbook. */
export function nameLists(item: Item, names: ListNames): Item {
  const facets = nameInFacets(item.facets, names);
  if (item.kind === 'question') return { ...item, facets, type: nameInType(item.type, names) };
  return { ...item, facets, list: item.list && wholly(item.list, names) };
}

/** A row of settings or entities, whose expressions can read lists too. */
export function nameInRow(row: Row, { names }: ListNames): Row {
  return new Map([...row].map(([header, cell]) => [header, isFormula(cell) ? nameInFormula(cell, names) : cell]));
}

/** `select_one admin2` becomes `select_one_from_file admin2.csv` where the list is a file and nothing else. */
function nameInType(type: TypeUse, { names, onSheet, files }: ListNames): TypeUse {
  const list = listOf(type)?.string.text;
  if (list === undefined) return type;
  const start = type.string.text.indexOf(list, type.word.length);
  const whole = { start, end: start + list.length };
  const other = type.word === 'osm' || type.word === 'select_one_external';
  if (other || !files.has(list) || onSheet.has(list))
    return renamed(type, whole, (other ? names : onSheet).get(list), asTypeUse);
  const word = { start: 0, end: type.word.length, text: `${type.word}_from_file` };
  return asTypeUse({
    ...type,
    string: edit(type.string, [word, { ...whole, text: `${names.get(list) ?? list}.csv` }]),
  });
}

function nameInFacets(facets: Facets, names: ListNames): Facets {
  const entries = facetEntries(facets).map(([column, facet]) => {
    if (listColumns.some((known) => known === column) && 'string' in facet) return [column, wholly(facet, names)];
    if (column === 'parameters' && 'string' in facet) return [column, nameInParameters(facet, names)];
    return [column, 'parsed' in facet && 'tree' in facet.parsed ? nameInFormula(facet as Formula, names.names) : facet];
  });
  return Object.fromEntries(entries) as Facets;
}

/** A cell that holds the name of a list and nothing else. */
function wholly<Value extends Plain>(plain: Value, { onSheet }: ListNames): Value {
  const { text } = plain.string;
  return renamed(plain, { start: 0, end: text.length }, onSheet.get(text), (value) => value);
}

function renamed<Value extends Plain>(
  plain: Value,
  at: Range,
  name: string | undefined,
  remade: (plain: Value) => Value,
): Value {
  if (name === undefined || name === plain.string.text.slice(at.start, at.end)) return plain;
  return remade({ ...plain, string: edit(plain.string, [{ ...at, text: name }]) });
}

function nameInParameters(parameters: Plain, { names, onSheet }: ListNames): Plain {
  const edits = parameterLists(parameters).flatMap(({ name, use, span }) =>
    renaming(name, span, use === 'sheet' ? onSheet : names),
  );
  return edits.length === 0 ? parameters : { ...parameters, string: edit(parameters.string, edits) };
}

function nameInFormula(formula: Formula, names: ReadonlyMap<string, string>): Formula {
  const edits = instanceNames(formula.parsed.tree).flatMap(({ name, span }) => renaming(name, span, names));
  return edits.length === 0
    ? formula
    : { ...formula, ...asFormula({ ...formula, string: edit(formula.string, edits) }) };
}

function renaming(name: string, span: Range, names: ReadonlyMap<string, string>): readonly Edit[] {
  const text = names.get(name);
  return text === undefined || text === name ? [] : [{ ...span, text }];
}
