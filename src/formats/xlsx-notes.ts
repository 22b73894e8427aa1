import type { Budget } from './xlsx-budget.ts';
import type { NoteRead } from './xlsx-cells.ts';
import { RichText } from './xlsx-rich-text.ts';
import { type XmlHandler, type XmlPart, readXml } from './xml-read.ts';

/** Depths in a part of notes: `comments`, `commentList`, `comment`, `text`. */
const NOTE = 3;
const TEXT = 4;

/** The notes on the cells of one sheet. */
export function readNotes(part: XmlPart, budget: Budget): readonly NoteRead[] {
  const notes: NoteRead[] = [];
  const rich = new RichText();
  let address: string | undefined;
  const handler: XmlHandler = {
    open: (name, attributes, depth) => {
      if (depth <= NOTE) address = name === 'comment' ? (attributes['ref'] ?? '') : undefined;
      else if (depth > TEXT) rich.open(name, depth - TEXT);
    },
    text: (text, depth) => rich.text(text, depth - TEXT),
    close: (depth) => {
      if (depth > TEXT) rich.close(depth - TEXT);
      else if (depth === NOTE && address !== undefined) notes.push(noteOf(address, rich.take(), budget));
    },
  };
  readXml(part, handler, () => budget.addElement());
  return notes;
}

function noteOf(address: string, text: string, budget: Budget): NoteRead {
  budget.addCell();
  budget.addText(text);
  return { address, text };
}
