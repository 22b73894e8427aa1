import type { Budget } from './xlsx-budget.ts';
import type { NoteRead } from './xlsx-cells.ts';
import { RichText } from './xlsx-rich-text.ts';
import { type XmlHandler, type XmlPart, readXml } from './xml-read.ts';

/** Depths in a part of notes: `comments`, `commentList`, `comment`, `text`; and `comments`, `authors`, `author`. */
const NOTE = 3;
const TEXT = 4;

/** The notes on the cells of one sheet. */
export function readNotes(part: XmlPart, budget: Budget): readonly NoteRead[] {
  const notes: NoteRead[] = [];
  const rich = new RichText();
  const authors: string[] = [];
  let inAuthor = false;
  let address: string | undefined;
  let author: string | undefined;
  const handler: XmlHandler = {
    open: (name, attributes, depth) => {
      if (depth <= NOTE) address = name === 'comment' ? (attributes['ref'] ?? '') : undefined;
      else if (depth > TEXT) rich.open(name, depth - TEXT);
      if (depth === NOTE) author = authors[Number(attributes['authorId'])];
      inAuthor = depth === NOTE && name === 'author';
      if (inAuthor) authors.push('');
    },
    text: (text, depth) => {
      if (inAuthor) authors.push(`${authors.pop() ?? ''}${text}`);
      else rich.text(text, depth - TEXT);
    },
    close: (depth) => {
      inAuthor = false;
      if (depth > TEXT) rich.close(depth - TEXT);
      else if (depth === NOTE && address !== undefined) notes.push(noteOf(address, rich.take(), author, budget));
    },
  };
  readXml(part, handler, () => budget.addElement());
  return notes;
}

/** What Excel writes above the copy of a comment that can be answered, in whatever language: how to see the original. */
const ADVICE = /^\[[^\]\n]+\][^]*?linkid=870924\s*[^\n:]*:\s*/;

/** Excel writes the name of the author above the text, where it says nothing of the form. */
function noteOf(address: string, text: string, author: string | undefined, budget: Budget): NoteRead {
  budget.addCell();
  budget.addText(text);
  const signature = `${author ?? ''}:`;
  const isSigned = author !== undefined && author !== '' && text.startsWith(signature);
  return { address, text: isSigned ? text.slice(signature.length).trimStart() : text.replace(ADVICE, '') };
}
