import type { Prefix } from './choice-headings.ts';
import type { Meaning } from './meaning.ts';

const PARTS: readonly string[] = ['latitude', 'longitude', 'altitude', 'precision'];
const PLACE = /^(.+?)[\s_./:-]+(latitude|longitude|altitude|precision|accuracy)$/i;

/** `_loc_latitude` of KoboToolbox, `loc-Latitude` of ODK Central: a part of the geopoint `loc`. */
export function placeOf(heading: string, prefix: Prefix): Meaning | undefined {
  const [, name = '', word = ''] = PLACE.exec(heading) ?? [];
  const part = PARTS.indexOf(word.toLowerCase().replace('accuracy', 'precision'));
  if (part < 0) return undefined;
  // The mark of KoboToolbox stands before the last name of the path.
  const column = [name, name.replace(/(^|[/.:>|-])\s*_(?=[^/.:>|-]*$)/, '$1')]
    .map((text) => prefix(text)?.column)
    .find((found) => found?.answer === 'geopoint');
  return column && { kind: 'place', column, part };
}
