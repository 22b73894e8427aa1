import type { YAMLParseError } from 'yaml';
import type { Range } from '../../core/range.ts';
import { quote } from '../../diagnostics/quote.ts';
import { type Flow, flowText, partnerOf } from './flow.ts';
import { lexemes } from './lexemes.ts';
import { textWithColon, unreadableText } from './line-repair.ts';
import { commentIn, lineAt, withSubtree } from './lines.ts';
import { asText, type Mask } from './mask.ts';
import type { Repair } from './repaired.ts';

/** What is wrong inside `{ }` or `[ ]`. */
export function flowRepair(text: string, error: YAMLParseError, flow: Flow): Repair {
  const [start] = error.pos;
  const around = flow.end === undefined ? undefined : { start: flow.start, end: flow.end };
  const found = references(text, flow) ?? (flow.end === undefined ? unclosed(text, flow) : undefined);
  if (found) return found;
  const at = flowText(text, start);
  const words = text.slice(at.start, at.end);
  if (error.code === 'BLOCK_IN_FLOW') return textWithColon(at, words);
  if (error.code === 'BAD_SCALAR_START') return unreadableText(at, words);
  return {
    rule: 'yaml-syntax',
    at,
    problem: `Inside ${bracketsOf(flow)} a comma is missing before ${quote(words)}, or a text needs quotes.`,
    help: 'Put a comma between the parts, and quotes around a text that holds { } [ ] , : or quotes.',
    masks: around ? [{ ...around, as: 'broken' }] : [],
  };
}

/** All at once, since whoever writes one `${…}` without quotes writes the next so as well. */
function references(text: string, flow: Flow): Repair | undefined {
  const end = flow.end ?? lineAt(text, flow.unclosed.start).end;
  const masks: Mask[] = [];
  for (const lexeme of lexemes(text)) {
    if (lexeme.start >= end) break;
    const isReference = lexeme.text === '{' && lexeme.start > flow.start && text[lexeme.start - 1] === '$';
    if (isReference) masks.push(asText(referenceAt(text, lexeme.start - 1)));
  }
  const [first] = masks;
  return (
    first && {
      rule: 'needs-quotes',
      at: { start: first.start, end: first.end },
      problem: 'Inside { } and [ ] YAML reads the { of a reference as the beginning of a new map.',
      help: 'Put the whole text in quotes, or write the keys on lines of their own, without { }.',
      masks,
    }
  );
}

function referenceAt(text: string, start: number): Range {
  const length = text.slice(start).search(/[}\r\n]|$/);
  return { start, end: start + length + (text[start + length] === '}' ? 1 : 0) };
}

function unclosed(text: string, { start, unclosed: bracket }: Flow): Repair {
  const line = lineAt(text, bracket.start);
  const hash = commentIn(line);
  if (hash > bracket.start)
    return {
      rule: 'needs-quotes',
      at: { start: hash, end: line.end },
      problem: `A blank and # begin a comment in YAML, so this part of the line is lost: ${text.slice(hash, line.end)}`,
      help: 'Put the whole text in quotes.',
      masks: [asText({ start: hash, end: hash + 1 })],
    };
  return {
    rule: 'yaml-syntax',
    at: { start: bracket.start, end: bracket.end },
    problem: `The ${bracket.text} that opens here is not closed.`,
    help: `Add ${partnerOf(bracket.text)} where the part that it opens ends.`,
    masks: [{ ...withSubtree(text, lineAt(text, start), start), as: 'broken' }],
  };
}

function bracketsOf({ unclosed: bracket }: Flow): string {
  return `${bracket.text} ${partnerOf(bracket.text)}`;
}
