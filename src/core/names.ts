// XML 1.0 names without colon (https://www.w3.org/TR/REC-xml/#NT-Name), which is what pyxform asks of a name.
const START = String.raw`\p{L}_`;
const NAME = new RegExp(`^[${START}][${START}\\p{N}\\p{M}.\\-·]*$`, 'u');

/** Whether pyxform and KoboToolbox take this word as the name of a question, group or repeat. */
export function isXmlName(name: string): boolean {
  return NAME.test(name);
}

/** The nearest valid name: blanks become `_`, what a name cannot hold goes, a digit in front gets a `_`. */
export function toXmlName(name: string): string {
  const kept = name
    .trim()
    .replaceAll(/\s+/g, '_')
    .replaceAll(new RegExp(`[^${START}\\p{N}\\p{M}.\\-]`, 'gu'), '');
  return isXmlName(kept) ? kept : `_${kept}`;
}
