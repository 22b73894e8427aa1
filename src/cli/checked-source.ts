import { checkDictionary } from '../check/check.ts';
import { createCollector } from '../diagnostics/collector.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { suppress } from '../diagnostics/suppression.ts';
import { compileDictionary } from '../dictionary/compile.ts';
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
import { chosenForms } from './source.ts';

/** A source that was read and checked. */
export interface CheckedSource {
  readonly kind: 'dictionary' | 'workbook';
  readonly dictionary: Dictionary | undefined;
  /** The forms that the command is about. */
  readonly forms: Dictionary['forms'];
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
  const compiled = tree.workbook === undefined ? compileDictionary(tree) : compileWorkbook(tree, tree.workbook);
  const profiles = options.profile.length > 0 ? options.profile : (compiled.dictionary?.profiles ?? []);
  const { dictionary } = compiled;
  const forms: CheckedSource['forms'] = dictionary ? chosenForms(dictionary.forms, options.form, kind) : new Map();
  tell(`checking ${forms.size} ${forms.size === 1 ? 'form' : 'forms'}`);
  const checked = dictionary ? checkDictionary(dictionary, profiles, forms) : [];
  const collector = createCollector();
  for (const diagnostic of [...compiled.diagnostics, ...checked]) collector.add(diagnostic);
  const { servers, comments } = readServers(tree, dictionary, collector.report);
  const diagnostics = suppress(collector.diagnostics(), [...compiled.comments, ...comments]);
  return { kind, dictionary, forms, profiles, servers, diagnostics };
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
