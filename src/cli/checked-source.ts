import { checkDictionary } from '../check/check.ts';
import { plural } from '../core/counts.ts';
import { createCollector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suppress } from '../diagnostics/suppression.ts';
import { compileProject } from '../dictionary/compile.ts';
import { compileWorkbook } from '../xlsform/read/compile-workbook.ts';
import type { Dictionary } from '../model/dictionary.ts';
import { readServers } from '../remote/servers/read-servers.ts';
import type { Server } from '../remote/servers/server.ts';
import type { FileTree } from '../source/files.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import { withoutBaseline } from './baseline.ts';
import type { Host } from './host.ts';
import { createProgress, withProgress } from './progress.ts';
import type { CommonOptions } from './options.ts';
import {
  chosenCountries,
  inCountry,
  readable,
  readCountry,
  type SourceKind,
  type SourcePart,
  withForms,
} from './parts.ts';

/** A source that was read and checked. */
export interface CheckedSource {
  readonly kind: SourceKind;
  readonly dictionary: Dictionary | undefined;
  /** The forms that the command is about. */
  readonly forms: Dictionary['forms'];
  /** What the command is about: the core, where no country was named, and the countries. */
  readonly parts: readonly SourcePart[];
  readonly profiles: readonly Profile[];
  /** What servers.yaml names; empty where there is none. */
  readonly servers: readonly Server[];
  /** Without the findings that were set aside, by a comment or by a baseline. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Which parts of a source a command is about. */
export interface ReadOptions extends CommonOptions {
  /** What it is about where no country was named. */
  readonly unnamed?: 'all' | 'core';
}

export function readSource(
  tree: FileTree,
  options: ReadOptions,
  tell: (text: string) => void = () => undefined,
): CheckedSource {
  const kind = tree.workbook === undefined ? 'dictionary' : 'workbook';
  const compiled = tree.workbook === undefined ? compileProject(tree) : compileWorkbook(tree, tree.workbook);
  const { dictionary } = compiled;
  const profiles = options.profile.length > 0 ? options.profile : (dictionary?.profiles ?? []);
  const known = 'countries' in compiled ? compiled.countries : [];
  const named = chosenCountries(known, options.country, kind);
  const countries = (named.length > 0 || options.unnamed === 'core' ? named : known).map(readCountry);
  const core = options.country.length > 0 || !dictionary ? [] : [{ name: 'core', dictionary }];
  const parts = withForms([...core, ...countries.flatMap(readable)], options.form, kind);
  const collector = createCollector();
  for (const diagnostic of compiled.diagnostics) collector.add(diagnostic);
  for (const { name, dictionary: part, forms } of parts) {
    tell(`checking ${part.country ? `${name}: ` : ''}${plural(forms.size, 'form')}`);
    const own = countries.find((country) => country.dictionary === part)?.diagnostics ?? [];
    const found = [...own, ...checkDictionary(part, profiles, forms)];
    for (const each of inCountry(found, part, collector.diagnostics())) collector.add(each);
  }
  for (const { dictionary: built, diagnostics } of countries)
    if (!built) for (const diagnostic of diagnostics) collector.add(diagnostic);
  const { servers, comments } = readServers(tree, dictionary, collector.report);
  const all = [...compiled.comments, ...comments, ...countries.flatMap((country) => country.comments)];
  const diagnostics = suppress(collector.diagnostics(), all);
  const [first] = parts;
  return {
    kind,
    dictionary: first?.dictionary ?? dictionary,
    forms: first?.forms ?? new Map(),
    parts,
    profiles,
    servers,
    diagnostics,
  };
}

/** The same, while a person sees what is being read. */
export function readWhole(tree: FileTree, options: ReadOptions, host: Host): CheckedSource {
  const progress = createProgress(host);
  const checked = readSource(withProgress(tree, progress), options, progress.show);
  progress.end();
  return checked;
}

/** The same, without the findings that a baseline knows. */
export function readFresh(tree: FileTree, options: ReadOptions, host: Host): CheckedSource {
  const checked = readWhole(tree, options, host);
  const { baseline } = options;
  if (baseline === undefined) return checked;
  return { ...checked, diagnostics: withoutBaseline(checked.diagnostics, baseline, tree.prefix, host) };
}
