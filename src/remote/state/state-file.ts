import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../formats/publish-error.ts';
import { writeFileAside } from '../../formats/write-aside.ts';
import { reasonOf } from '../../source/files.ts';
import { isProblem, type ProjectState, type State, type StateProblem } from './state.ts';
import { readState, STATE_FILE, stateText } from './state-text.ts';

/** The state as it is on disk; a project without a file was never pushed. */
export async function loadState(folder: string): Promise<State | StateProblem> {
  try {
    return readState(await readFile(path.join(folder, STATE_FILE), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return new Map();
    return { message: `${STATE_FILE} cannot be read: ${reasonOf(error)}.`, help: 'Make it readable and run again.' };
  }
}

/** Keeps what is known of projects, one change after the other, each on what is on disk at that moment. */
export interface StateKeeper {
  readonly get: (project: string) => ProjectState | undefined;
  /** Resolves when the disk has it; undefined forgets the project. */
  readonly put: (project: string, state: ProjectState) => Promise<void>;
}

export function keepState(folder: string, state: State): StateKeeper {
  let known = state;
  let last: Promise<void> = Promise.resolve();
  const write = async (project: string, entry: ProjectState): Promise<void> => {
    const onDisk = await loadState(folder);
    // What became unreadable meanwhile would be lost by writing over it.
    if (isProblem(onDisk)) throw new StateError(onDisk);
    known = new Map([...onDisk, [project, entry]]);
    await writeFileAside(path.join(folder, STATE_FILE), new TextEncoder().encode(stateText(known)));
  };
  return {
    get: (project) => known.get(project),
    put: (project, entry) => {
      const done = last.then(() => write(project, entry));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

/** The state file became unreadable while a push ran. */
export class StateError extends Error {
  override readonly name = 'StateError';
  readonly help: string;

  constructor({ message, help }: StateProblem) {
    super(message);
    this.help = help;
  }
}
