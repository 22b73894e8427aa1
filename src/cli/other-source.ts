import type { FileTree } from '../source/files.ts';
import { isGitSource, openGitSource } from './git-source.ts';
import type { Host } from './host.ts';
import { findDictionary, openSource } from './source.ts';

/** Another version of a source: a folder, a workbook, or what git keeps of it. */
export function openOther(named: string, source: string, { cwd }: Pick<Host, 'cwd'>): FileTree {
  return isGitSource(named) ? openGitSource(named, source) : openSource(findDictionary(named, cwd), cwd);
}
