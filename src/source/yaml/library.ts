import { Composer, type Document, type ParsedNode, Parser, type YAMLParseError } from 'yaml';

export type Documents = readonly Document.Parsed<ParsedNode>[];

/**
 * The documents of a text that stands at an offset of its file, or undefined where it is nested beyond what the library can
 * hold. All positions count from the beginning of the file.
 */
export function readDocuments(text: string, offset = 0): Documents | undefined {
  const parser = new Parser();
  parser.offset = offset;
  const composer = new Composer<ParsedNode>({ schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  try {
    return [...composer.compose(parser.parse(text))];
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The first error in the order of the file. Escapes that YAML does not know are told when the text is read. */
export function firstError(documents: Documents): YAMLParseError | undefined {
  let first: YAMLParseError | undefined;
  for (const { errors } of documents)
    for (const error of errors)
      if (error.code !== 'BAD_DQ_ESCAPE' && (!first || error.pos[0] < first.pos[0])) first = error;
  return first;
}
