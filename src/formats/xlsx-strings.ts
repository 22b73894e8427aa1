import type { Budget } from './xlsx-budget.ts';
import { RichText } from './xlsx-rich-text.ts';
import { type XmlHandler, type XmlPart, readXml } from './xml-read.ts';

const DEPTH = 2;

/**
 * The texts that cells refer to by their position.
 * @param formatted takes the positions of those that look otherwise in part
 */
export function readStrings(part: XmlPart, budget: Budget, formatted: Set<number>): readonly string[] {
  const strings: string[] = [];
  const rich = new RichText();
  let inText = false;
  const handler: XmlHandler = {
    open: (name, _, depth) => {
      if (depth <= DEPTH) inText = name === 'si';
      else rich.open(name, depth - DEPTH);
    },
    text: (text, depth) => rich.text(text, depth - DEPTH),
    close: (depth) => {
      if (depth > DEPTH) rich.close(depth - DEPTH);
      else if (depth === DEPTH && inText) {
        if (rich.isFormatted) formatted.add(strings.length);
        strings.push(withoutEscape(counted(rich.take(), budget)));
      }
    },
  };
  readXml(part, handler, () => budget.addElement());
  return strings;
}

function counted(text: string, budget: Budget): string {
  budget.addText(text);
  return text;
}

/** openpyxl undoes this one escape of OOXML and only here; `_x000D_`, say, stays as it is. */
function withoutEscape(text: string): string {
  return text.includes('x005F_') ? text.replaceAll('x005F_', '') : text;
}
