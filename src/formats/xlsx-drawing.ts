import type { Budget } from './xlsx-budget.ts';
import type { DrawingRead } from './xlsx-cells.ts';
import { type XmlHandler, type XmlPart, readXml } from './xml-read.ts';

/** What is drawn over the cells of a sheet. */
export function readDrawing(part: XmlPart, budget: Budget): DrawingRead {
  const words: string[] = [];
  let [pictures, charts, shapes] = [0, 0, 0];
  let inWords = false;
  const handler: XmlHandler = {
    open: (name) => {
      if (name === 'pic') pictures += 1;
      else if (name === 'graphicFrame') charts += 1;
      else if (name === 'sp') shapes += 1;
      else if (name === 'p') words.push('');
      inWords = name === 't';
    },
    text: (text) => {
      if (!inWords) return;
      budget.addText(text);
      words.push(`${words.pop() ?? ''}${text}`);
    },
    close: () => (inWords = false),
  };
  readXml(part, handler, () => budget.addElement());
  return { pictures, charts, shapes, words: words.filter((line) => line.trim() !== '') };
}
