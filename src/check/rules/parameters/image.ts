import type { Report } from '../../../diagnostics/collector.ts';
import type { Item } from '../../../model/item.ts';
import { readParameters } from '../../../model/parameters.ts';
import { placeOf } from '../../../source/source-string.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';

/** What is drawn on the screen is small. */
const DRAWN = /signature|draw/;

/** Photos go out as large as the camera makes them, unless the question says how large. */
export function checkImageSize(item: Item, _profiles: readonly Profile[], report: Report): void {
  if (item.kind === 'section' || item.type.word !== 'image') return;
  const { parameters, appearance } = item.facets;
  const text = parameters?.string.text ?? '';
  if (hasPlaceholder(text) || DRAWN.test(appearance?.string.text ?? '')) return;
  const { pairs, faults } = readParameters(text);
  // What is misspelt may have been meant as the size.
  if (faults.length > 0 || pairs.some(({ key }) => key !== 'app')) return;
  report('image-size', placeOf(item.type.string), { name: item.variable ?? item.name.string.text });
}
