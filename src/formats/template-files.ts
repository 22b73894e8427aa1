import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

/** The files of one folder of `templates/`, with folders below it, by path with `/`. */
export function templateFiles(folder: string): ReadonlyMap<string, string> {
  const root = path.join(TEMPLATES, folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
  return new Map(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}
