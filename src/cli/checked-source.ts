import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Dictionary } from '../model/dictionary.ts';
import type { Server } from '../remote/servers/server.ts';
import type { FileTree } from '../source/files.ts';
import type { Profile } from '../vocabulary/profiles.ts';
import type { Host } from './host.ts';
import { refuseUnknownForms, type SourceKind } from './parts/chosen.ts';
import { gather } from './parts/gather.ts';
import { openParts, type PartOptions } from './parts/open-parts.ts';
import { createProgress, withProgress } from './progress.ts';

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
  /** Without the findings that were set aside by a comment. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface SourcePart {
  /** `core`, or the id of the country. */
  readonly name: string;
  readonly dictionary: Dictionary;
  readonly forms: Dictionary['forms'];
}

/** All parts at once: for commands that need few of them. */
export function readSource(
  tree: FileTree,
  options: PartOptions,
  tell: (text: string) => void = () => undefined,
): CheckedSource {
  const opened = openParts(tree, options);
  const { kind, core, profiles, names } = opened;
  const read = names.map((name) => {
    tell(`checking ${name}`);
    return opened.read(name);
  });
  const parts = read.flatMap(({ name, dictionary, forms }) => (dictionary ? [{ name, dictionary, forms }] : []));
  refuseUnknownForms(
    parts.map(({ dictionary }) => [...dictionary.forms.keys()]),
    options.form,
    kind,
  );
  const [first] = parts;
  return {
    kind,
    dictionary: first?.dictionary ?? core.dictionary,
    forms: first?.forms ?? new Map(),
    parts,
    profiles,
    ...gather(tree, opened, read),
  };
}

/** The same, while a person sees what is being read. */
export function readWhole(tree: FileTree, options: PartOptions, host: Host): CheckedSource {
  const progress = createProgress(host);
  const checked = readSource(withProgress(tree, progress), options, progress.show);
  progress.end();
  return checked;
}
