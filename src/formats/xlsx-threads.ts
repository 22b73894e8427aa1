import type { Budget } from './xlsx-budget.ts';
import type { NoteRead } from './xlsx-cells.ts';
import { type XmlHandler, type XmlPart, readXml } from './xml-read.ts';

/** The comments of one sheet that can be answered, each with its answers; older programs see a copy among the notes. */
export function readThreads(part: XmlPart, budget: Budget): readonly NoteRead[] {
  const texts = new Map<string, string>();
  let address = '';
  let inText = false;
  const handler: XmlHandler = {
    open: (name, attributes, depth) => {
      if (depth === 2) address = name === 'threadedComment' ? (attributes['ref'] ?? '') : '';
      inText = depth === 3 && name === 'text';
      const before = texts.get(address);
      if (inText) texts.set(address, before === undefined ? '' : `${before}\n`);
    },
    text: (text, depth) => {
      if (!inText || depth !== 3) return;
      budget.addText(text);
      texts.set(address, `${texts.get(address) ?? ''}${text}`);
    },
    close: () => (inText = false),
  };
  readXml(part, handler, () => budget.addElement());
  return [...texts].map(([where, text]) => ({ address: where, text }));
}
