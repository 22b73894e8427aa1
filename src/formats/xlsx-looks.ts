import type { Budget } from './xlsx-budget.ts';
import { type XmlAttributes, type XmlHandler, type XmlPart, readXml } from './xml-read.ts';

/** What authors mark cells with. `in part`: words inside a cell look otherwise than the rest. */
export type Look = 'filled' | 'coloured' | 'bold' | 'italic' | 'underlined' | 'struck through' | 'in part';
export type Looks = readonly Look[];

const FONT: ReadonlyMap<string, Look> = new Map([
  ['b', 'bold'],
  ['i', 'italic'],
  ['u', 'underlined'],
  ['strike', 'struck through'],
  ['color', 'coloured'],
]);

/** Black and white, in the ways in which files say that nobody chose a colour. */
const INK: ReadonlySet<string> = new Set(['theme 1', 'indexed 8', 'indexed 64', 'rgb FF000000', 'rgb 00000000']);
const PAPER: ReadonlySet<string> = new Set(['theme 0', 'indexed 9', 'indexed 65', 'rgb FFFFFFFF', 'rgb 00FFFFFF']);

/** The looks of the styles that cells refer to by their position. What the first font has is how the workbook writes. */
export function readLooks(part: XmlPart, budget: Budget): readonly Looks[] {
  const fonts: Set<Look>[] = [];
  const fills: Set<Look>[] = [];
  const styles: Looks[] = [];
  let group = '';
  const handler: XmlHandler = {
    open: (name, attributes, depth) => {
      if (depth === 2) group = name;
      else if (group === 'fonts') openFont(name, attributes, depth, fonts);
      else if (group === 'fills') openFill(name, attributes, depth, fills);
      else if (group === 'cellXfs' && depth === 3) styles.push(looksOf(attributes, fonts, fills));
    },
  };
  readXml(part, handler, () => budget.addElement());
  return styles;
}

function openFont(name: string, attributes: XmlAttributes, depth: number, fonts: Set<Look>[]): void {
  if (depth === 3) fonts.push(new Set());
  const look = depth === 4 ? FONT.get(name) : undefined;
  const isMeant = name === 'color' ? !INK.has(colour(attributes)) : !isOff(attributes['val']);
  if (look !== undefined && isMeant) fonts.at(-1)?.add(look);
}

function openFill(name: string, attributes: XmlAttributes, depth: number, fills: Set<Look>[]): void {
  const last = fills.at(-1);
  if (depth === 3) fills.push(new Set());
  else if (name === 'gradientFill') last?.add('filled');
  else if (name === 'patternFill' && !['none', 'gray125', undefined].includes(attributes['patternType']))
    last?.add('filled');
  else if (name === 'fgColor' && PAPER.has(colour(attributes))) last?.delete('filled');
}

function looksOf(attributes: XmlAttributes, fonts: readonly Set<Look>[], fills: readonly Set<Look>[]): Looks {
  const font = fonts[Number(attributes['fontId'] ?? 0)] ?? [];
  return [...(fills[Number(attributes['fillId'] ?? 0)] ?? []), ...[...font].filter((look) => !fonts[0]?.has(look))];
}

/** A tint makes another colour of it. */
function colour({ theme, indexed, rgb, tint }: XmlAttributes): string {
  if (Number(tint ?? 0) !== 0) return 'tinted';
  if (theme !== undefined) return `theme ${theme}`;
  return indexed === undefined ? `rgb ${rgb?.toUpperCase() ?? 'FF000000'}` : `indexed ${indexed}`;
}

function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false' || value === 'none';
}
