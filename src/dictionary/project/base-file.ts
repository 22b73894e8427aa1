import type { Report } from '../../diagnostics/collector.ts';
import type { Plain } from '../../model/facets.ts';
import type { FileTree } from '../../source/files.ts';
import { decodeKeys } from '../decode/decode.ts';
import { wrongShape } from '../decode/values.ts';
import { baseKeys } from '../language/country-keys.ts';
import { given } from '../language/key.ts';
import { BASE_FILE } from './layer.ts';
import { readYamlFile } from './project.ts';

/** What the core said where a country says otherwise, by the path of the difference; empty where nobody has looked yet. */
export function readBase(tree: FileTree, id: string, report: Report): ReadonlyMap<string, Plain> {
  const path = `countries/${id}/${BASE_FILE}`;
  const root = tree.paths.includes(path) ? readYamlFile(tree, path, report)?.root : undefined;
  if (!root) return new Map();
  if (root.kind === 'map')
    return given(decodeKeys(root, baseKeys, { what: BASE_FILE }, report).values.base) ?? new Map();
  wrongShape(root, { name: 'the file', example: 'base: { variables.hh_size.constraint: . > 0 }' }, 'base:', report);
  return new Map();
}
