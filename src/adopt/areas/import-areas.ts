import type { Report } from '../../diagnostics/collector.ts';
import { rules } from '../../diagnostics/registry.ts';
import { type Chosen, chosenLevels } from './places/chosen.ts';
import { gather } from './places/gather.ts';
import { nameLanguages, spokenIn } from './places/languages.ts';
import type { Gazetteer } from './places/place.ts';
import { proveCodes, tellingOf } from './prove/codes.ts';
import { tellHints } from './prove/hints.ts';
import { tellLanguages } from './prove/languages.ts';
import { proveLevels, tellDerived } from './prove/levels.ts';
import { proveNames } from './prove/names.ts';
import { proveParents } from './prove/parents.ts';
import type { Subject } from './prove/subject.ts';
import type { AreaTable } from './read/table.ts';
import type { Changes } from './write/changes.ts';
import { newDefinitions, type ToDefine, updatedSources } from './write/definitions.ts';
import { gazetteerFacts } from './write/facts.ts';
import type { Attribute } from './write/list-columns.ts';
import { proveAttributes } from './write/attributes.ts';
import { listFile } from './write/list-file.ts';
import { listTargets } from './write/list-targets.ts';
import type { Target } from './write/target.ts';
import { areaVariables } from './write/variables.ts';

export interface AreasOptions {
  /** The levels that are wanted; left out: all below the country. */
  readonly levels: ReadonlySet<number> | undefined;
  /** What lists are called: `admin{level}`. */
  readonly list: string;
  /** `da` in the gazetteer is `prs` in the dictionary. */
  readonly languages: readonly (readonly [language: string, tag: string])[];
  readonly attributes: readonly Attribute[];
  /** Whether the variables that ask the levels are wanted. */
  readonly variables: boolean;
  /** What places that are not offered any more are marked with; left out: the version of the dictionary. */
  readonly retired: string | undefined;
  /** What the edition of the gazetteer is called where its files do not say. */
  readonly edition: string | undefined;
  /** `2026-01-31` */
  readonly today: string;
}

export interface ImportedList {
  readonly name: string;
  readonly places: number;
  readonly changes: Changes | undefined;
}

/** What a gazetteer became. */
export interface ImportedAreas {
  /** What is to be written, by paths of the target's tree; nothing where there are errors. */
  readonly files: ReadonlyMap<string, string>;
  readonly lists: readonly ImportedList[];
  readonly variables: readonly string[];
}

const NOTHING: ImportedAreas = { files: new Map(), lists: [], variables: [] };

/** Makes code lists of the places in tables, once all is proven; mistakes are findings, and then nothing is made. */
export function importAreas(
  tables: readonly AreaTable[],
  target: Target,
  options: AreasOptions,
  report: Report,
): ImportedAreas {
  if (tables.length === 0) return NOTHING;
  const errors: boolean[] = [];
  const counting: Report = (id, at, params, more) => {
    if ((more?.severity ?? rules[id].severity) === 'error') errors.push(true);
    report(id, at, params, more);
  };
  const { gazetteer, chosen } = proven(tables, target, options, counting);
  if (errors.length > 0 || chosen.length === 0) return NOTHING;
  const written = listsOf(tables, gazetteer, chosen, target, options, counting);
  return errors.length > 0 ? NOTHING : written;
}

interface Proven {
  readonly gazetteer: Gazetteer;
  readonly chosen: Chosen;
}

function proven(tables: readonly AreaTable[], target: Target, options: AreasOptions, report: Report): Proven {
  const { manifest } = target;
  const tags =
    manifest &&
    defaultFirst(
      manifest.languages.map(({ tag }) => tag),
      manifest.defaultLanguage,
    );
  const languages = nameLanguages(spokenIn(tables), { tags, mapped: options.languages });
  const isWished = (level: number): boolean => options.levels?.has(level) ?? level > 0;
  const gazetteer = gather(tables, languages, options.today, tellingOf(languages, isWished, report));
  const chosen = chosenLevels(gazetteer, options.levels);
  const subject: Subject = { tables, gazetteer, languages, chosen, report };
  proveLevels(subject, options.levels);
  tellLanguages(subject, options.languages);
  proveAttributes(tables, options.attributes, report);
  proveCodes(subject);
  proveParents(subject);
  proveNames(subject);
  tellDerived(subject);
  tellHints(subject, new Set(options.attributes.map(({ column }) => column.toLowerCase())));
  return { gazetteer, chosen };
}

function defaultFirst(tags: readonly string[], first: string): readonly string[] {
  return tags.includes(first) ? [first, ...tags.filter((tag) => tag !== first)] : tags;
}

function listsOf(
  tables: readonly AreaTable[],
  gazetteer: Gazetteer,
  chosen: Chosen,
  target: Target,
  options: AreasOptions,
  report: Report,
): ImportedAreas {
  const lists = listTargets(target, chosen, options.list, report);
  const all: readonly ToDefine[] = lists.map((list) => ({
    list,
    facts: gazetteerFacts(tables, list.level, options.edition),
  }));
  const [first] = tables;
  if (first && !all.some(({ facts }) => ['version', 'date', 'valid_on'].some((key) => facts.has(key))))
    report('areas-undated', first.locate(first.headings, 0), { file: first.file });
  const retired = options.retired ?? target.manifest?.version?.string.text ?? options.today;
  const context = { target, gazetteer, attributes: options.attributes, retired };
  const files = new Map<string, string>();
  const imported = lists.map((list): ImportedList => {
    const places = gazetteer.levels.get(list.level) ?? new Map();
    const { csv, changes } = listFile(list, places, context, report);
    files.set(list.file, csv);
    return { name: list.name, places: places.size, changes };
  });
  const variables = options.variables
    ? areaVariables(target, lists)
    : { files: new Map<string, string>(), written: [] };
  for (const [file, text] of [
    ...newDefinitions(target, all),
    ...updatedSources(target, all, report),
    ...variables.files,
  ])
    files.set(file, text);
  return { files, lists: imported, variables: variables.written };
}
