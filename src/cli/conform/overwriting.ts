import path from 'node:path';
import { quote } from '../../diagnostics/quote.ts';
import { targetOf } from '../../formats/publish-leftovers.ts';
import { type Host, UsageError } from '../host.ts';
import type { FindingOptions } from './options.ts';

/**
 * A slip in a file's name must not cost the data, nor the dictionary. Links are followed, as they are in writing.
 * @param inputs files that are read, and folders of dictionaries
 * @throws UsageError
 */
export async function refuseOverwriting(
  { format, writeBaseline, baseline }: FindingOptions,
  inputs: readonly string[],
  { cwd }: Host,
): Promise<void> {
  const placeOf = async (file: string): Promise<string> => (await targetOf(path.resolve(cwd, file))).path;
  const read = await Promise.all(inputs.map(placeOf));
  const known = baseline === undefined ? undefined : await placeOf(baseline);
  const written = new Set<string>();
  for (const file of [...format.map((choice) => choice.file), writeBaseline]) {
    if (file === undefined) continue;
    const place = await placeOf(file);
    // A baseline may be written anew.
    if (read.some((input) => isPartOf(place, input)) || (place === known && file !== writeBaseline))
      throw new UsageError(`${quote(file)} is read by this command, and would be overwritten.`, 'Name another file.');
    if (written.has(place))
      throw new UsageError(`Two outputs would go to ${quote(file)}.`, 'Give each a file of its own.');
    written.add(place);
  }
}

/** Of a folder, its YAML files are read: people may well keep findings beside them. */
function isPartOf(place: string, input: string): boolean {
  if (place === input) return true;
  return place.startsWith(`${input}${path.sep}`) && /\.ya?ml$/i.test(place);
}
