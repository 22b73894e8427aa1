import type { Report } from '../../../diagnostics/collector.ts';
import type { Chosen } from '../places/chosen.ts';
import { type DefinedList, definedList } from './defined-list.ts';
import type { Target } from './target.ts';

/** The code list that a level of a gazetteer becomes. */
export interface ListTarget {
  readonly level: number;
  readonly name: string;
  /** The headings over the codes of the places above, by their levels. */
  readonly links: ReadonlyMap<number, string>;
  /** Its CSV file in the tree. */
  readonly file: string;
  /** Where it is defined already: in the dictionary, or in the layer of the country. */
  readonly defined: DefinedList | undefined;
  /** Whether a country replaces a list of the dictionary, so that the dictionary says the rest of it. */
  readonly replaces: boolean;
}

/** The lists of the chosen levels, named by a pattern such as `admin{level}`; what cannot be one is told. */
export function listTargets(target: Target, chosen: Chosen, pattern: string, report: Report): readonly ListTarget[] {
  const named = chosen.map((level) => ({ level, name: listName(target, pattern, level) }));
  return named.map(({ level, name }) => {
    const { own, core, country } = target;
    const defined = own.get(name);
    const inCore = country === undefined ? undefined : core.get(name);
    const said = defined && definedList(defined);
    const column = said?.column ?? (inCore && definedList(inCore).column);
    const uppers = named.filter((upper) => upper.level < level);
    const links = uppers.map((upper, index) => {
      const isDirect = index === uppers.length - 1;
      return [upper.level, isDirect ? (column ?? upper.name) : upper.name] as const;
    });
    if (said) refuseCodes(said, report);
    if (inCore) refuseLocked(definedList(inCore), country ?? '', report);
    const file = said ? fileOf(said, target) : `${target.folder}${name}.csv`;
    return { level, name, links: new Map(links), file, defined: said, replaces: inCore !== undefined };
  });
}

/** What a country adds bears its id, so that no later list of the dictionary has the name. */
function listName({ country, core }: Target, pattern: string, level: number): string {
  const name = pattern.replaceAll('{level}', String(level));
  return country === undefined || core.has(name) || name.startsWith(`${country}_`) ? name : `${country}_${name}`;
}

function refuseCodes({ file, definition }: DefinedList, report: Report): void {
  if (file !== undefined) return;
  const { name, nameLocation } = definition;
  const problem = 'its codes stand in the dictionary itself';
  const help = `Choose another name, such as --list place{level}, or let it read a file: file: ${name}.csv`;
  report('area-list-taken', nameLocation, { list: name, problem, help });
}

function refuseLocked({ country: allowed, definition }: DefinedList, country: string, report: Report): void {
  if (allowed === 'replace') return;
  const { name, nameLocation } = definition;
  const problem = 'the dictionary does not let a country replace it';
  const help = `Ask for country: replace at the list, or choose names of your own: --list ${country}_admin{level}`;
  report('area-list-taken', nameLocation, { list: name, problem, help });
}

/** Beside the YAML that names it, or in `media/`, as the dictionary looks for it. */
function fileOf({ file = '', definition }: DefinedList, { tree }: Target): string {
  const home = definition.nameLocation.source.path.slice(tree.prefix.length).replace(/[^/]*$/, '');
  const name = file.replaceAll('\\', '/');
  return [`${home}${name}`, `media/${name}`].find((path) => tree.paths.includes(path)) ?? `${home}${name}`;
}
