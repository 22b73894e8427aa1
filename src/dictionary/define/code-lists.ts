import { findCycles } from '../../core/graph.ts';
import type { SourceText } from '../../core/location.ts';
import { originAt } from '../../core/origin.ts';
import { suggest } from '../../core/suggest.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import { recall } from '../../diagnostics/recall.ts';
import type { Code, CodeList, ListParent } from '../../model/code-list.ts';
import type { Language } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import type { Entry, MapEntry } from '../../source/entry.ts';
import { decodeKeys, expectMap } from '../decode/decode.ts';
import { given, type Values } from '../language/key.ts';
import { codeListKeys, listParentKeys } from '../language/list-keys.ts';
import { toText } from '../place/facets.ts';
import { toLocks } from '../place/locks.ts';
import type { Placing } from '../place/parameters.ts';
import type { Files } from '../project/files.ts';
import type { Definition } from '../project/project.ts';
import { type CodesContext, decodeCodes } from './codes.ts';
import { readCodes } from './csv-codes.ts';
import {
  listChange,
  reportCodes,
  type ListChange,
  listChangeValues,
  type ListChangeValues,
  withAdded,
  withChanges,
} from './list-changes.ts';
import { merge } from './variables.ts';

export interface ListsContext {
  readonly languages: readonly Language[];
  readonly placing: Placing;
  readonly files: Files;
}

/** A list before the codes of its included lists are added. */
interface OwnList {
  readonly list: CodeList;
  readonly include: readonly Plain[];
  readonly change: ListChange | undefined;
}

export function decodeCodeLists(
  definitions: ReadonlyMap<string, Definition>,
  layer: ReadonlyMap<string, Definition>,
  context: ListsContext,
): ReadonlyMap<string, CodeList> {
  const own = new Map(
    [...definitions].flatMap(([name, definition]) => {
      const list = decodeList(name, definition, layer.get(name), context);
      return list ? [[name, list] as const] : [];
    }),
  );
  reportIncludes(own, context.placing.report);
  return new Map([...own].map(([name, { list }]) => [name, { ...list, codes: withIncluded(name, own) }]));
}

function decodeList(
  name: string,
  definition: Definition,
  layer: Definition | undefined,
  context: ListsContext,
): OwnList | undefined {
  const { report } = context.placing;
  const map = expectMap(definition.entry, name, '{ codes: { yes: Yes, no: No } }', report);
  if (!map) return undefined;
  const { values: core } = decodeKeys(map, codeListKeys, { what: `code list ${quote(name)}` }, report);
  const over = layer && listChangeValues(layer.entry, [name], report, name);
  const replaces = over !== undefined && given(core.country)?.string.text === 'replace';
  const values = over ? changedValues(core, over, replaces) : core;
  const parent = decodeParent(given(values.parent), report);
  const label = given(values.label);
  const definitionText = given(values.definition);
  const codes = [inlineCodes(name, values, parent, context), fileCodes(values, context)];
  return {
    include: given(values.include) ?? [],
    change: over && listChange(over, replaces, codesContext(name, values, parent, context)),
    list: {
      name,
      as: given(values.as),
      label: label && toText(label, context.placing),
      definition: definitionText && toText(definitionText, context.placing),
      codes: codes.flatMap((part) => part ?? []),
      damaged: codes.includes(undefined),
      parent,
      delivery: oneOf(['inline', 'external'] as const, given(values.delivery)),
      repeats: given(values.codes)?.kind === 'list',
      country: oneOf(['fixed', 'extend', 'replace'] as const, given(values.country)) ?? 'fixed',
      ...toLocks(values),
      origin: originAt(definition.nameLocation),
    },
  };
}

/** The keys of a list with those that a country writes; its own file, or all its codes, take the place of the core's. */
function changedValues(core: ListValues, over: ListChangeValues, replaces: boolean): ListValues {
  const { add: _add, remove: _remove, order: _order, codes, ...keys } = over;
  const takesPlace = given(over.file) !== undefined || (replaces && given(codes) !== undefined);
  const { file: _file, codes: _codes, ...rest } = core;
  const attributes = [...(given(core.attributes) ?? []), ...(given(over.attributes) ?? [])];
  const merged = merge<ListValues>(takesPlace ? rest : core, replaces && codes ? { ...keys, codes } : keys);
  return attributes.length > 0 ? { ...merged, attributes } : merged;
}

type ListValues = Values<typeof codeListKeys>;

function oneOf<Word extends string>(words: readonly Word[], plain: Plain | undefined): Word | undefined {
  return words.find((word) => word === plain?.string.text);
}

function decodeParent(map: MapEntry | undefined, report: Report): ListParent | undefined {
  if (!map) return undefined;
  const { values } = decodeKeys(map, listParentKeys, { what: 'parent' }, report);
  const list = given(values.codelist);
  const column = given(values.column);
  return list && column && { list, column };
}

function inlineCodes(
  list: string,
  values: ListValues,
  parent: ListParent | undefined,
  context: ListsContext,
): readonly Code[] | undefined {
  const entry = given(values.codes);
  if (!entry) return [];
  const { attributes } = codesContext(list, values, parent, context);
  const inputs = [context.languages, attributes];
  return codesIn(entry, inputs, context.placing.report, list, attributes, context);
}

function codesContext(
  list: string,
  values: ListValues,
  parent: ListParent | undefined,
  { languages, placing }: ListsContext,
): CodesContext {
  const attributes = [
    ...(given(values.attributes) ?? []).map((word) => word.string.text),
    ...(parent ? [parent.column.string.text] : []),
  ];
  return { list, key: 'codes', attributes, languages: languages.map(({ tag }) => tag), placing };
}

const codesIn = recall((entry: Entry, report, list: string, attributes: readonly string[], context: ListsContext) => {
  const languages = context.languages.map(({ tag }) => tag);
  return decodeCodes(entry, { list, key: 'codes', attributes, languages, placing: { ...context.placing, report } });
});

function fileCodes(
  values: Values<typeof codeListKeys>,
  { files, languages, placing }: ListsContext,
): readonly Code[] | undefined {
  const file = given(values.file);
  if (!file) return [];
  const source = files.text(file, placing.report);
  const inputs = [file.string.text, languages, placing.defaultLanguage];
  return source && codesOfFile(source, inputs, placing.report, file.string.text, languages, placing.defaultLanguage);
}

const codesOfFile = recall(
  (source: SourceText, report, file: string, languages: readonly Language[], defaultLanguage: string) =>
    readCodes(source, file, languages, defaultLanguage, report),
);

function reportIncludes(own: ReadonlyMap<string, OwnList>, report: Report): void {
  for (const { include } of own.values()) {
    for (const { string, origin } of include) {
      if (!own.has(string.text))
        report('unknown-code-list', origin.location, {
          name: string.text,
          suggestion: suggest(string.text, own.keys()),
        });
    }
  }
  const next = (name: string): string[] =>
    (own.get(name)?.include ?? []).map(({ string }) => string.text).filter((included) => own.has(included));
  for (const cycle of findCycles(own.keys(), next)) {
    const first = own.get(cycle[0] ?? '');
    if (first)
      report('definition-cycle', first.list.origin.location, {
        names: [...cycle, cycle[0]].join(' → '),
        what: 'code lists',
        key: 'include',
      });
  }
}

/** The list's own codes, then those of the lists that it includes, each list once however it comes in. */
function withIncluded(name: string, own: ReadonlyMap<string, OwnList>): readonly Code[] {
  const seen = new Set<string>();
  const waiting = [name];
  const codes: (readonly Code[])[] = [];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const found = own.get(next);
    if (!found || seen.has(next)) continue;
    seen.add(next);
    codes.push(next === name ? addedTo(found) : changedOf(found));
    waiting.push(...found.include.map(({ string }) => string.text).toReversed());
  }
  const change = own.get(name)?.change;
  if (!change) return codes.flat();
  reportCodes(codes.flat(), change);
  return withChanges(codes.flat(), change);
}

function addedTo({ list, change }: OwnList): readonly Code[] {
  return change ? withAdded(list.codes, change) : list.codes;
}

/** What a country changes of a list is changed in every list that includes it. */
function changedOf(own: OwnList): readonly Code[] {
  return own.change ? withChanges(addedTo(own), own.change) : own.list.codes;
}
