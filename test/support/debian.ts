import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const MINUTE = 60_000;

/**
 * Installs a package of Debian, where this run may do so.
 * @throws Error that begins with the advice for where it may not, or cannot
 */
export function installDebian(name: string, minutes: number, advice: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) throw new Error(advice);
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const apt = (...args: string[]): void => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', [...wait, ...args], { env, stdio: 'pipe', timeout: minutes * MINUTE });
  };
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', name);
  } catch (error) {
    throw new Error(`${advice}\nInstalling it failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
