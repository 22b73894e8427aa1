import { Refused, damaged, tooLarge } from './xlsx-problem.ts';
import { newScanner, type XmlHandler } from './xml-read.ts';

/** So many characters may pass without an element: more than any cell holds. */
const LONGEST_PIECE = 8_000_000;

/**
 * Feeds a handler with a document that comes in pieces; after each piece it is the caller's turn.
 * @throws Refused for what is not well-formed, and whatever the handler throws
 */
export async function* streamXml(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  handler: XmlHandler,
  countElement: () => void,
): AsyncGenerator<void> {
  let quiet = 0;
  const parser = newScanner(handler, () => {
    quiet = 0;
    countElement();
  });
  const write = (text: string): void => {
    quiet += text.length;
    parser.write(text);
    if (quiet > LONGEST_PIECE) throw tooLarge('A text in it is longer than any cell can hold.');
  };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) {
    orDamaged(name, () => write(decoder.decode(piece, { stream: true })));
    yield;
  }
  orDamaged(name, () => {
    write(decoder.decode());
    parser.close();
  });
  yield;
}

function orDamaged(name: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw damaged(`Its part "${name}" is no proper XML.`);
  }
}
