// Whether the converters make the same XForm of a workbook and of what Lexiform writes from it.
import { readFile } from 'node:fs/promises';
import { convertWith } from '../reference/convert.mjs';
import { canonical, difference } from './xform-text.mjs';

export const VERSIONS = ['3.0.0', '4.5.0'];

/** What can become of a form, in the order of the table. */
export const OUTCOMES = ['equal', 'different', 'refused by both', 'refused only as built', 'refused only originally'];

/**
 * Converts the originals and what was built from them with one version, all in one process.
 * @returns for each passage `{ passage, version, outcome, original, built, difference }`, of which `original` and `built`
 *   are conversions
 */
export async function compareAll(passages, version, folder) {
  const workbooks = passages.flatMap(({ path, built, form, sha256 }) => {
    const layer = sha256.slice(0, 16);
    const original = { profile: 'original', layer, form, source: path };
    return built === null ? [original] : [original, { ...original, profile: 'built', source: built }];
  });
  const conversions = await convertWith(version, workbooks, `${folder}/${version}`);
  const bySource = new Map(conversions.map((conversion) => [conversion.source, conversion]));
  return Promise.all(
    passages.map(async (passage) => {
      const original = bySource.get(passage.path);
      const built = bySource.get(passage.built) ?? null;
      return { passage, version, original, built, ...(await compared(original, built)) };
    }),
  );
}

async function compared(original, built) {
  const isBuilt = built !== null && built.error === null;
  if (original.error !== null)
    return { outcome: isBuilt ? 'refused only originally' : 'refused by both', difference: null };
  if (!isBuilt) return { outcome: 'refused only as built', difference: null };
  const [expected, actual] = await Promise.all([original, built].map(async ({ xform }) => readXForm(xform)));
  const found = difference(expected, actual);
  return { outcome: found === null ? 'equal' : 'different', difference: found };
}

async function readXForm(path) {
  return canonical(await readFile(path, 'utf8'));
}
