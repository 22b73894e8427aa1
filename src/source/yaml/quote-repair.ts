import type { YAMLParseError } from 'yaml';
import { flowAround } from './flow.ts';
import { type Lexeme, lexemes } from './lexemes.ts';
import { lineAt } from './lines.ts';
import { asText } from './mask.ts';
import type { Repair } from './repaired.ts';

/** A text that is opened by a quote and not closed: the parser notices at the end, the author wants to see where it opens. */
export function quoteRepair(text: string, error: YAMLParseError): Repair | undefined {
  const opening = findOpening(text, error);
  if (!opening) return undefined;
  const { start } = opening;
  const mark = text[start] ?? '';
  const end = Math.max(endOfText(text, start), start + 1);
  return {
    rule: 'yaml-syntax',
    at: { start, end: start + 1 },
    problem: `The text that begins here with ${mark} has no closing ${mark}.`,
    help: `Add ${mark} at the end of the text.`,
    masks: [asText({ start, end }, { start: start + 1, end })],
  };
}

function findOpening(text: string, { code, message, pos }: YAMLParseError): Lexeme | undefined {
  const unclosed = code === 'MISSING_CHAR' && message.includes('quote');
  for (const lexeme of lexemes(text)) {
    if (lexeme.start >= pos[0] && lexeme.start > 0) return undefined;
    if (!/^["']/.test(lexeme.text) || lexeme.end < pos[0]) continue;
    if (unclosed || closesAnother(lexeme.text)) return lexeme;
  }
  return undefined;
}

/** Whether the quote that seems to close a text further down really opens the text of another key. */
function closesAnother(text: string): boolean {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1, -1);
  return text.includes('\n') && /(?:^|[\s,{[])[\w-]+:\s*$/.test(lastLine);
}

/** The end of the line, or inside brackets before those that close at the end of the line. */
function endOfText(text: string, start: number): number {
  const { end } = lineAt(text, start);
  if (!flowAround(text.slice(0, start), start)) return end;
  return start + text.slice(start, end).replace(/[\s\]},]+$/, '').length;
}
