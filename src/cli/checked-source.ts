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
import { type Found, ofCountries, readable, readCountries, type SourcePart, withForms } from './parts.ts';

/** A source that was read and checked. */
export interface CheckedSource {
  readonly kind: 'dictionary' | 'workbook';
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

export function readSource(
  tree: FileTree,
  options: CommonOptions,
  tell: (text: string) => void = () => undefined,
): CheckedSource {
  const kind = tree.workbook === undefined ? 'dictionary' : 'workbook';
  const compiled = tree.workbook === undefined ? compileProject(tree) : compileWorkbook(tree, tree.workbook);
  const { dictionary } = compiled;
  const profiles = options.profile.length > 0 ? options.profile : (dictionary?.profiles ?? []);
  const countries = readCountries('countries' in compiled ? compiled.countries : [], options.country);
  const core = options.country.length > 0 || !dictionary ? [] : [{ name: 'core', dictionary }];
  const parts = withForms([...core, ...countries.flatMap(readable)], options.form, kind);
  const collector = createCollector();
  const found = parts.map(({ name, dictionary: part, forms }): Found => {
    tell(`checking ${part.country ? `${name}: ` : ''}${plural(forms.size, 'form')}`);
    return { dictionary: part, diagnostics: checkDictionary(part, profiles, forms) };
  });
  const ofCore = found.filter((part) => !part.dictionary?.country).flatMap((part) => part.diagnostics);
  const all = [...compiled.diagnostics, ...ofCore];
  for (const diagnostic of all) collector.add(diagnostic);
  const foundInCountries = found.filter((part) => part.dictionary?.country);
  for (const diagnostic of ofCountries(all, [...countries, ...foundInCountries])) collector.add(diagnostic);
  const { servers, comments } = readServers(tree, dictionary, collector.report);
  const spoken = [...compiled.comments, ...comments, ...countries.flatMap((country) => country.comments)];
  const diagnostics = suppress(collector.diagnostics(), spoken);
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
export function readWhole(tree: FileTree, options: CommonOptions, host: Host): CheckedSource {
  const progress = createProgress(host);
  const checked = readSource(withProgress(tree, progress), options, progress.show);
  progress.end();
  return checked;
}

/** The same, without the findings that a baseline knows. */
export function readFresh(tree: FileTree, options: CommonOptions, host: Host): CheckedSource {
  const checked = readWhole(tree, options, host);
  const { baseline } = options;
  if (baseline === undefined) return checked;
  return { ...checked, diagnostics: withoutBaseline(checked.diagnostics, baseline, tree.prefix, host) };
}
