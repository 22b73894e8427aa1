import { checkDictionary } from '../../check/check.ts';
import { CORE } from '../../conform/made-by.ts';
import { compileProject } from '../../dictionary/compile.ts';
import type { CompiledProject } from '../../dictionary/compiled.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { FileTree } from '../../source/files.ts';
import type { Profile } from '../../vocabulary/profiles.ts';
import { compileWorkbook } from '../../xlsform/read/compile-workbook.ts';
import { chosenCountries, formsOf, refuseUnknownForms, type SourceKind } from './chosen.ts';
import type { CompiledSource, PartFindings } from './gather.ts';
import { foundCountry } from './of-countries.ts';

/** Which parts of a source a command is about. */
export interface PartOptions {
  readonly form: readonly string[];
  /** Ids of countries, and `core`. */
  readonly country: readonly string[];
  readonly profile: readonly Profile[];
  /** What it is about where no country was named; left out: the core and every country. */
  readonly unnamed?: 'core';
}

/** A source of which parts are read when they are needed, since each takes its time and memory. */
export interface OpenedParts extends CompiledSource {
  readonly kind: SourceKind;
  readonly profiles: readonly Profile[];
  /** What the command is about: `core`, and ids of countries. */
  readonly names: readonly string[];
  read(name: string): ReadPart;
}

/** The core of a dictionary or a country: what is built into one folder. */
export interface ReadPart extends PartFindings {
  /** Undefined where it could not be read at all. */
  readonly dictionary: Dictionary | undefined;
  /** The forms that the command is about. */
  readonly forms: Dictionary['forms'];
}

/** @throws UsageError for a country or a form that the source does not have */
export function openParts(tree: FileTree, options: PartOptions): OpenedParts {
  const kind = tree.workbook === undefined ? 'dictionary' : 'workbook';
  const project: CompiledProject =
    tree.workbook === undefined ? compileProject(tree) : { ...compileWorkbook(tree, tree.workbook), countries: [] };
  const { dictionary, countries } = project;
  const profiles = options.profile.length > 0 ? options.profile : (dictionary?.profiles ?? []);
  const isNamed = options.country.length > 0;
  const named = chosenCountries(countries, options.country, kind);
  const chosen = isNamed || options.unnamed === CORE ? named : countries;
  const hasCore = dictionary !== undefined && (!isNamed || options.country.includes(CORE));
  const names = chosen.map(({ id }) => id);
  if (dictionary) refuseForms(dictionary, names, options.form, kind);
  return {
    kind,
    core: project,
    profiles,
    countries,
    names: hasCore ? [CORE, ...names] : names,
    read: (name) => {
      const country = chosen.find(({ id }) => id === name);
      const compiled = country ? country.compile() : { ...project, diagnostics: [], comments: [] };
      const part = compiled.dictionary;
      const forms = part ? formsOf(part, options.form) : new Map();
      const found = part ? checkDictionary(part, profiles, forms) : [];
      const { diagnostics, comments } = compiled;
      const findings = { name, country: foundCountry(part), found: [...diagnostics, ...found], comments };
      return { ...findings, known: part && [...part.forms.keys()], dictionary: part, forms };
    },
  };
}

/** A form that the core does not have can be that of a country only whose id its name begins with. */
function refuseForms({ forms }: Dictionary, ids: readonly string[], asked: readonly string[], kind: SourceKind): void {
  const impossible = asked.filter((name) => !forms.has(name) && !ids.some((id) => name.startsWith(`${id}_`)));
  if (impossible.length > 0) refuseUnknownForms([[...forms.keys()]], impossible, kind);
}
