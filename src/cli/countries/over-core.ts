import { compareText } from '../../core/location.ts';
import type { FileTree } from '../../source/files.ts';

/** Where the countries of a project are. */
export const LAYERS = 'countries/';

/** The countries of one project over the core of another. All is called as in the first, so that both tell alike. */
export function overCore(core: FileTree, countries: FileTree): FileTree {
  return {
    prefix: countries.prefix,
    paths: [...core.paths.filter((file) => !isOfLayer(file)), ...countries.paths.filter(isOfLayer)].toSorted(
      compareText,
    ),
    unreadable: [
      ...core.unreadable.filter(({ path }) => !isOfLayer(path)),
      ...countries.unreadable.filter(({ path }) => isOfLayer(path)),
    ],
    read: (file) => (isOfLayer(file) ? countries : core).read(file),
  };
}

function isOfLayer(file: string): boolean {
  return file.startsWith(LAYERS);
}
