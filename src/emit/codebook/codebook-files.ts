import type { OutputFile } from '../../formats/publish.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';

/** The codebook of a dictionary: a page a language, each whole in itself; below `codebook/`. */
export function codebookFiles(_deliveries: readonly Delivery[], _dictionary: Dictionary): readonly OutputFile[] {
  return [];
}
