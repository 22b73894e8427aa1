import { type XmlAttributes, type XmlHandler, type XmlPart, readXml } from './xml-read.ts';
import type { Budget } from './xlsx-budget.ts';
import { BUILT_IN_FORMATS, formatKind } from './xlsx-number-format.ts';

/** What the style of a cell says about a number in it. */
export interface NumberStyle {
  readonly kind: 'number' | 'date' | 'duration';
  /** The code of its format; undefined for the general one and for those whose code is not known. */
  readonly format: string | undefined;
}

export const GENERAL: NumberStyle = { kind: 'number', format: undefined };

/** The styles that cells refer to by their position. */
export function readStyles(part: XmlPart, budget: Budget): readonly NumberStyle[] {
  const own = new Map<number, string>();
  const used: number[] = [];
  let group = '';
  const handler: XmlHandler = {
    open: (name, attributes, depth) => {
      if (depth === 2) group = name;
      else if (depth === 3 && group === 'numFmts' && name === 'numFmt') own.set(...ownFormat(attributes));
      else if (depth === 3 && group === 'cellXfs' && name === 'xf') used.push(Number(attributes['numFmtId'] ?? 0));
    },
  };
  readXml(part, handler, () => budget.addElement());
  const known = new Map<number, NumberStyle>();
  return used.map((id) => {
    const style = known.get(id) ?? styleOf(own.get(id) ?? BUILT_IN_FORMATS.get(id));
    known.set(id, style);
    return style;
  });
}

function ownFormat(attributes: XmlAttributes): [number, string] {
  return [Number(attributes['numFmtId']), attributes['formatCode'] ?? ''];
}

function styleOf(format: string | undefined): NumberStyle {
  if (format === undefined || format === '' || format === 'General') return GENERAL;
  return { kind: formatKind(format), format };
}
