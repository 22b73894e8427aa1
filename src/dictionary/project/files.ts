import type { SourceText } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { MediaFiles } from '../../model/dictionary.ts';
import type { Plain } from '../../model/facets.ts';
import { type FileTree, isUnreadable } from '../../source/files.ts';
import { readText } from './project.ts';

/** The files that definitions name: found beside the YAML that names them, then in `media/`. */
export interface Files extends MediaFiles {
  /** A text file, decoded; what is wrong with it is reported once. */
  text(name: Plain, report: Report): SourceText | undefined;
}

/** @param country the id of the country whose files come first */
export function createFiles(tree: FileTree, country?: string): Files {
  const known = new Set(tree.paths);
  const texts = new Map<string, SourceText | undefined>();
  const find = (name: Plain): string | undefined => candidates(tree, name, country).find((path) => known.has(path));
  return {
    complete: true,
    find: (_name, from) => {
      const path = find(from);
      return path === undefined ? undefined : { path: tree.prefix + path, read: () => bytesOf(tree, path) };
    },
    text: (name, report) => {
      const path = find(name);
      if (path === undefined) {
        report('missing-file', name.origin.location, {
          file: name.string.text,
          looked: candidates(tree, name, country)
            .map((each) => tree.prefix + each)
            .join(', '),
        });
        return undefined;
      }
      if (!texts.has(path)) texts.set(path, readText(tree, path, report));
      return texts.get(path);
    },
  };
}

/** Beside the file that names it, then in `media/`, a country's own before those of the core; never outside the dictionary. */
function candidates(tree: FileTree, { string, origin }: Plain, country: string | undefined): readonly string[] {
  const { location } = origin;
  const writer = location.kind === 'text' ? location.source.path.slice(tree.prefix.length) : '';
  const folder = writer.includes('/') ? writer.slice(0, writer.lastIndexOf('/') + 1) : '';
  const name = string.text.replaceAll('\\', '/');
  const home = country === undefined ? undefined : `countries/${country}/`;
  const own = home === undefined ? [] : [`${home}media/${name}`];
  const isOwn = home !== undefined && folder.startsWith(home);
  return [...new Set([...(isOwn ? [`${folder}${name}`, ...own] : [...own, `${folder}${name}`]), `media/${name}`])];
}

/** A file that was listed a moment ago and is gone now is empty: the next run reports it. */
function bytesOf(tree: FileTree, path: string): Uint8Array {
  const bytes = tree.read(path);
  return isUnreadable(bytes) ? new Uint8Array() : bytes;
}
