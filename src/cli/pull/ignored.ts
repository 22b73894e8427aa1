import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeFileAside } from '../../formats/write-aside.ts';

/** What git answers where a file is not ignored. */
const NOT_IGNORED = 1;

/** Whether the next commit could take a file that is there, or is going to be. */
export function isTakenByGit(file: string): boolean {
  const { status } = spawnSync('git', ['check-ignore', '--quiet', '--', file], { cwd: path.dirname(file) });
  return status === NOT_IGNORED;
}

/**
 * Answers of people are not to be committed by a slip: where git would take the store, it is added to the .gitignore beside
 * it. Tells whether that was so.
 */
export async function keepFromGit(store: string, others: readonly string[]): Promise<boolean> {
  const folder = path.dirname(store);
  if (!isTakenByGit(store)) return false;
  const file = path.join(folder, '.gitignore');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = [`/${escaped(path.basename(store))}*`, ...others.map((other) => `/${escaped(path.basename(other))}/`)];
  const ends = before === '' || before.endsWith('\n') ? '' : '\n';
  const text = `${before}${ends}# answers of people: not for version control\n${lines.join('\n')}\n`;
  await writeFileAside(file, new TextEncoder().encode(text));
  return true;
}

/** Signs that git would read as something else. */
function escaped(name: string): string {
  return name.replaceAll(/[*?[\]\\!#]|\s(?=\s*$)/g, String.raw`\$&`);
}
