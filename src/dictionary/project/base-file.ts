import type { Report } from '../../diagnostics/collector.ts';
import type { Plain } from '../../model/facets.ts';
import type { FileTree } from '../../source/files.ts';
import { decodeKeys } from '../decode/decode.ts';
import { wrongShape } from '../decode/values.ts';
import { baseKeys } from '../language/country-keys.ts';
import { given } from '../language/key.ts';
import { BASE_FILE } from './layer.ts';
import { readYamlFile } from './project.ts';

/** What the core said where a country says otherwise, by the path of the difference; undefined where there is no such file. */
export function readBase(tree: FileTree, id: string, report: Report): ReadonlyMap<string, Plain> | undefined {
  const path = `countries/${id}/${BASE_FILE}`;
  if (!tree.paths.includes(path)) return undefined;
  const root = readYamlFile(tree, path, report)?.root;
  if (!root) return new Map();
  if (root.kind === 'map')
    return given(decodeKeys(root, baseKeys, { what: BASE_FILE }, report).values.base) ?? new Map();
  wrongShape(root, { name: 'the file', example: 'base: { variables.hh_size.constraint: . > 0 }' }, 'base:', report);
  return new Map();
}
