import { quote } from '../../diagnostics/quote.ts';
import { knownForm } from '../../conform/known-form.ts';
import { CORE, partOf } from '../../conform/made-by.ts';
import type { KnownForm } from '../../conform/versions.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { dictionariesOf } from '../../remote/servers/dictionaries.ts';
import { readServers } from '../../remote/servers/read-servers.ts';
import type { Project } from '../../remote/servers/server.ts';
import { titledForm } from '../../remote/servers/titled-form.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { isGitSource, openGitSource } from '../git-source.ts';
import { type Host, UsageError } from '../host.ts';
import { type FormChoice, openForm, projectIn, type ReadDictionary } from '../one-form.ts';
import { chosenCountries } from '../parts/chosen.ts';
import { findDictionary, isWorkbook, openSource } from '../source.ts';

export interface WantedForms extends FormChoice {
  readonly source: string | undefined;
  /** Other versions. */
  readonly also: readonly string[];
  readonly profile: readonly Profile[];
  /** Whether nothing is said of a source that cannot be read as a whole. */
  readonly quiet: boolean;
}

/** A form, of which other versions and those of countries can be had. */
export interface FormVersions {
  /** As the source has it for the country that was asked for, or for the core. */
  readonly newest: { readonly dictionary: Dictionary; readonly form: Form };
  /** The ids of the countries that the dictionary has. */
  readonly countries: readonly string[];
  /**
   * The form in every version that is at hand, the newest first, of the first part before all others.
   * @param parts countries, and `core`
   * @param named whether a person named them: one without the form is a mistake then
   * @throws UsageError where a version cannot be read, or does not have the form
   */
  of(parts: readonly string[], named: boolean): [KnownForm, ...KnownForm[]];
}

/** @throws UsageError where the source cannot be read, or does not say which form is meant */
export function openVersions(wanted: WantedForms, host: Host): FormVersions {
  const { dictionary, form, countries, source, remark } = openForm(wanted.source, wanted, host);
  if (remark !== undefined && !wanted.quiet) host.err(`${remark}\n`);
  const name = form.name.string.text;
  const core = dictionary.country?.core ?? dictionary;
  const projects = projectsOf(source, name, host);
  const inAll = (part: Dictionary): readonly KnownForm[] => [
    ...inProfiles(part, part.forms.get(name), wanted.profile),
    ...projects.flatMap((project) => inProject(part, project)),
  ];
  const older = wanted.also.map((named) => openOlder(named, source, host));
  return {
    newest: { dictionary, form },
    countries: countries.map(({ id }) => id),
    of: (parts, named) => {
      const own = partsOf({ dictionary: core, countries }, parts, [dictionary]);
      if (named) refuseWithout(name, own);
      const current = own.flatMap(inAll);
      const [first, ...others] = current.length > 0 ? current : inProfiles(dictionary, form, wanted.profile);
      if (first === undefined) throw new Error('a form has at least one profile');
      return [
        first,
        ...others,
        ...older.flatMap((each) => versionsIn(each, { name, parts, named, profile: wanted.profile, projects })),
      ];
    },
  };
}

/** The dictionaries of some parts; of those that are there already, none is made again. */
function partsOf(
  { dictionary, countries }: ReadDictionary,
  parts: readonly string[],
  made: readonly Dictionary[] = [],
): readonly Dictionary[] {
  const known = [dictionary, ...made];
  return parts.flatMap(
    (part) =>
      known.find((each) => partOf(each) === part) ??
      countries.find(({ id }) => id === part)?.compile().dictionary ??
      [],
  );
}

function refuseWithout(form: string, dictionaries: readonly Dictionary[]): void {
  const without = dictionaries.find(({ forms }) => !forms.has(form));
  if (!without) return;
  const names = [...without.forms.keys()].join(', ');
  throw new UsageError(`The country ${quote(partOf(without))} has no form ${quote(form)}.`, `It has: ${names}.`);
}

interface Older extends ReadDictionary {
  /** As a person names it. */
  readonly shown: string;
  readonly isWorkbook: boolean;
}

function openOlder(shown: string, source: string, { cwd }: Host): Older {
  const tree = isGitSource(shown) ? openGitSource(shown, source) : openSource(findDictionary(shown, cwd), cwd);
  return { shown, isWorkbook: tree.workbook !== undefined, ...projectIn(tree, shown) };
}

interface WantedVersions {
  readonly name: string;
  readonly parts: readonly string[];
  readonly named: boolean;
  readonly profile: readonly Profile[];
  readonly projects: readonly Project[];
}

/** The form in another version, of the same parts as far as that version has them. */
function versionsIn(older: Older, { name, parts, named, profile, projects }: WantedVersions): readonly KnownForm[] {
  // A workbook is of one part, and does not say of which.
  const dictionaries = older.isWorkbook ? [older.dictionary] : partsOf(older, parts);
  const known = dictionaries.flatMap((each) => [
    ...inProfiles(each, each.forms.get(name) ?? onlyForm(each), profile),
    ...projects.flatMap((project) => inProject(each, project)),
  ]);
  if (known.length > 0) return known;
  if (named) chosenCountries(older.countries, parts, 'dictionary');
  const names = dictionaries.flatMap(({ forms }) => [...forms.keys()]);
  if (names.length > 0)
    throw new UsageError(
      `${quote(older.shown)} has no form ${quote(name)}.`,
      `It has: ${[...new Set(names)].join(', ')}.`,
    );
  return known;
}

/** The folders and workbooks that those forms come from; what git keeps cannot be overwritten. */
export function sourcesOf({ source, also }: Pick<WantedForms, 'source' | 'also'>, { cwd }: Host): readonly string[] {
  const named = also.filter((other) => !isGitSource(other));
  return [source, ...named].map((each) => findDictionary(each, cwd));
}

/** The projects of a form that have a name of their own, which is in the form that was sent there. */
function projectsOf(source: string, form: string, { cwd }: Host): readonly Project[] {
  if (isWorkbook(source)) return [];
  const nothing = dictionariesOf(undefined, [], () => undefined);
  const { servers } = readServers(openSource(source, cwd), nothing, () => undefined);
  const projects = servers.flatMap((server) => server.projects);
  return projects.filter((project) => project.form === form && project.name !== undefined);
}

function inProject(dictionary: Dictionary, project: Project): readonly KnownForm[] {
  const form = dictionary.forms.get(project.form);
  if (!form || partOf(dictionary) !== (project.country ?? CORE)) return [];
  return [knownForm(dictionary, titledForm(form, project), 'kobo')];
}

/** A form goes out otherwise for each profile, and its submissions tell which it was. */
function inProfiles(dictionary: Dictionary, form: Form | undefined, wanted: readonly Profile[]): readonly KnownForm[] {
  if (!form) return [];
  const own = dictionary.profiles.length > 0 ? dictionary.profiles : (['xlsform'] as const);
  return (wanted.length > 0 ? wanted : own).map((profile) => knownForm(dictionary, form, profile));
}

function onlyForm({ forms }: Dictionary): Form | undefined {
  return forms.size === 1 ? [...forms.values()][0] : undefined;
}
