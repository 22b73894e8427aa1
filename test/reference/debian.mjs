// What a bare Debian machine lacks is installed there, when this run may do so.
import { existsSync } from 'node:fs';
import { SetupError, run } from './process.mjs';
import { say } from './tally.mjs';

const MINUTES = 60_000;

/** Installs a Debian package, or throws `otherwise` (what a person has to do) where this run cannot. */
export async function installPackage(name, otherwise) {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/etc/debian_version')) throw new SetupError(otherwise);
  say(`installing ${name}`);
  await apt(['update'], otherwise);
  await apt(['install', '-y', '--no-install-recommends', name], otherwise);
}

async function apt(args, otherwise) {
  const result = await run('apt-get', args, { timeout: 10 * MINUTES, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  if (result.code === 0) return;
  throw new SetupError(`${otherwise}\napt-get ${args.join(' ')} failed:\n${result.stderr}`);
}
