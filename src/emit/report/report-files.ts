import type { OutputFile } from '../../formats/publish.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';

/** The report templates of a form, one a language, with the partials and the style that they use; below `report/`. */
export function reportFiles(_delivery: Delivery, _dictionary: Dictionary): readonly OutputFile[] {
  return [];
}
