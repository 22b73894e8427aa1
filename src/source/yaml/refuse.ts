import { isCollection, type Node } from 'yaml';
import type { TextLocation } from '../../core/location.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Entry } from '../entry.ts';
import { type Conversion, locationOf } from './conversion.ts';
import { inQuotes, inQuotesFix } from './quotes.ts';

/** Anchors and tags stand before a value and would vanish from a text such as "&Food aid". */
export function refuseDecorated(node: Node, conversion: Conversion): Entry | undefined {
  const { source, report, flow } = conversion;
  const { anchor } = node as { anchor?: string };
  if (anchor === undefined && (node.tag ?? '') === '') return undefined;
  const start = decorationStart(source.text, node.range?.[0] ?? 0, flow);
  const mark = source.text[start] ?? '';
  if (!isCollection(node)) return refuseText({ kind: 'text', source, start, end: start }, conversion, mark);
  const end = start + source.text.slice(start).search(flow ? /[\s,{}[\]]|$/ : /\s|$/);
  const word = source.text.slice(start, end);
  report(
    'yaml-feature',
    { kind: 'text', source, start, end },
    {
      feature: `The ${mark === '&' ? 'anchor' : 'tag'} ${quote(word)}`,
      help: `Delete ${word}. To reuse something, write like:, include: or use:.`,
    },
  );
  return undefined;
}

/** An alias: a text such as `*required*`, or a true one, which the language does not have. */
export function refuseAlias(node: Node, conversion: Conversion, around: TextLocation): Entry {
  return refuseText(locationOf(node, conversion.source, around), conversion, '*');
}

function refuseText(location: TextLocation, { source, report, flow }: Conversion, mark: string): Entry {
  const end = Math.max(location.end, textEnd(source.text, location.start, flow));
  const words = source.text.slice(location.start, end).trimEnd();
  const at = { ...location, end: Math.min(location.start + Math.max(words.length, 1), source.text.length) };
  report(
    'needs-quotes',
    at,
    {
      problem: `YAML reads the ${mark} in front of ${quote(words)} as a sign of its own, so the text would change.`,
      fix: `Put the text in quotes: ${inQuotes(words)}`,
    },
    inQuotesFix({ ...at, end: at.start + words.length }, words),
  );
  return { kind: 'damaged', location };
}

/** Where the anchor and the tag in front of a value begin. */
function decorationStart(text: string, start: number, flow: boolean): number {
  let first: number | undefined;
  for (let at = start; at > 0;) {
    const end = skipBack(text, at, BLANK);
    at = wordStart(text, end, flow);
    if (at === end || !/[&!]/.test(text[at] ?? '')) break;
    first = at;
  }
  return first ?? Math.max(text.lastIndexOf('&', start), text.lastIndexOf('!', start), 0);
}

const BLANK = /[ \t\r\n]/;

function wordStart(text: string, end: number, flow: boolean): number {
  return skipBack(text, end, flow ? /[^ \t\r\n,{[]/ : /[^ \t\r\n]/);
}

function skipBack(text: string, end: number, skipped: RegExp): number {
  let at = end;
  while (at > 0 && skipped.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

/** Where a text in a line ends: before a comment, inside brackets also before a comma or a bracket. */
function textEnd(text: string, from: number, flow: boolean): number {
  const found = text.slice(from).search(flow ? /[\r\n,}\]]|\s#/ : /[\r\n]|\s#/);
  return found < 0 ? text.length : from + found;
}
