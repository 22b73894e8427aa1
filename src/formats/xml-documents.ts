import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { unsafe } from './xlsx-problem.ts';
import { DEEPEST, withoutPrefix, type XmlHandler } from './xml-read.ts';

export type XmlParser = SaxesParser<XmlOptions>;

interface XmlOptions {
  readonly xmlns: false;
  readonly position: false;
  readonly fragment: true;
}

/**
 * Takes XML in pieces of any size, which can have several roots, and text around them; `parser.line` counts from 1. Entities of
 * its own are refused with the document type that would declare them. The library tells lines and goes on after a root, which
 * the scanner of sheets does not.
 * @throws Refused for a document type, for what is nested too deep, and an Error for what is not well-formed
 */
export function newXmlParser(handler: XmlHandler, count: () => void): XmlParser {
  const parser = new SaxesParser<XmlOptions>({ xmlns: false, position: false, fragment: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw unsafe('It declares a document type, which can hide harmful content.');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    count();
    if (depth > DEEPEST) throw unsafe('Its elements are nested too deep.');
    handler.open(withoutPrefix(tag.name), tag.attributes, depth);
  });
  parser.on('closetag', () => {
    handler.close?.(depth);
    depth -= 1;
  });
  const onText = (text: string): void => handler.text?.(text, depth);
  parser.on('text', onText);
  parser.on('cdata', onText);
  return parser;
}
