import type { FileTree } from '../source/files.ts';
import type { Host } from './host.ts';

/** Nobody needs to read of work that is over sooner, in milliseconds. */
const QUIET = 500;
/** Milliseconds between two changes of the line. */
const PAUSE = 100;

/** One line on the terminal that says what goes on, while it goes on. */
export interface Progress {
  /** Replaces the line. */
  readonly show: (text: string) => void;
  /** Takes the line away, so that results stand alone. */
  readonly end: () => void;
}

export function createProgress({ live, now }: Host): Progress {
  const started = now();
  let shown = started;
  return {
    show: (text) => {
      const time = now();
      if (time - started < QUIET || time - shown < PAUSE) return;
      shown = time;
      live(text);
    },
    end: () => {
      if (shown > started) live('');
    },
  };
}

/** The same files, and a line that counts those of YAML as they are read. */
export function withProgress(tree: FileTree, progress: Progress): FileTree {
  const sources = tree.paths.filter(isYaml).length;
  let read = 0;
  return {
    ...tree,
    read: (file) => {
      if (isYaml(file)) progress.show(`reading ${(read += 1)} of ${sources} files`);
      return tree.read(file);
    },
  };
}

function isYaml(file: string): boolean {
  return /\.ya?ml$/i.test(file);
}
