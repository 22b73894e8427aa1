import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What publishing asks of the machine besides its files; tests replace it. */
export interface PublishHost {
  readonly pid: number;
  /** Windows answers "no permission" where a file is open in another program. */
  readonly windows: boolean;
  workingFolder(): string;
  isAlive(pid: number): boolean;
  rename(from: string, to: string): Promise<void>;
  pause(milliseconds: number): Promise<unknown>;
}

export const thisProcess: PublishHost = {
  pid: process.pid,
  windows: process.platform === 'win32',
  workingFolder: () => process.cwd(),
  isAlive,
  rename,
  pause: (milliseconds) => pause(milliseconds),
};

/** Signal 0 only asks; a process of another user answers EPERM, and so is alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
