import type { Scalar } from 'yaml';
import type { SourceText, TextLocation } from '../../core/location.ts';
import type { Range } from '../../core/range.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Entry } from '../entry.ts';
import { type Conversion, locationOf } from './conversion.ts';
import { inQuotes } from './quotes.ts';
import { maskIn } from './mask.ts';
import { scalarString } from './offsets.ts';
import { refuseDecorated } from './refuse.ts';

/** A scalar as typed, whatever YAML's schemas would make of it. */
export function convertScalar(node: Scalar, conversion: Conversion, around: TextLocation): Entry {
  const { source, report } = conversion;
  const location = locationOf(node, source, around);
  const special = refuseDecorated(node, conversion) ?? masked(node, conversion, location);
  if (special) return special;
  const value = String(node.value ?? '');
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return convertBlock(value, location, report);
  const mark = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : '';
  if (mark === '' && value === '') return { kind: 'blank', location };
  if (mark === '"') checkBackslash(source, location, report);
  const string = scalarString(location, value, mark);
  if (mark !== '') return { kind: 'text', string, location, style: 'quoted' };
  const swallowed = swallowedComment(source.text, location.end);
  return { kind: 'text', string, location, style: 'plain', ...(swallowed ? { swallowed } : {}) };
}

/** What was masked and is a text all the same, as it stands in the file; or what nobody can read. */
function masked(node: Scalar, { source, masks }: Conversion, location: TextLocation): Entry | undefined {
  const mask = maskIn(masks, location);
  if (!mask || (mask.as === 'text' && node.type !== 'PLAIN')) return undefined;
  if (mask.as === 'broken') return { kind: 'damaged', location };
  const isWhole = mask.start <= location.start && mask.end >= location.end;
  const at = isWhole ? { ...location, ...mask.text } : location;
  const text = source.text.slice(at.start, at.end).replaceAll(/\s*\n\s*/g, ' ');
  return { kind: 'text', string: scalarString(at, text, ''), location: at, style: 'plain' };
}

function convertBlock(value: string, location: TextLocation, report: Report): Entry {
  const { source, start } = location;
  const lineEnd = source.text.indexOf('\n', start);
  const header = source.text.slice(start, lineEnd < 0 ? location.end : lineEnd).trim();
  if (!/^[|>][+-]?(\s+#.*)?$/.test(header)) {
    report(
      'needs-quotes',
      { ...location, end: start + header.length },
      {
        problem: `A text that begins with ${header[0] ?? ''} is read by YAML as the beginning of a long text.`,
        fix: `Put it in quotes: ${inQuotes(header)}`,
      },
    );
    return { kind: 'damaged', location };
  }
  const body = { start: lineEnd < 0 ? location.end : Math.min(lineEnd + 1, location.end), end: location.end };
  const text = withoutLastLines(value);
  return { kind: 'text', string: scalarString({ ...location, ...body }, text, ''), location, style: 'block' };
}

/** Without the line break at the end of the last line, and the empty lines after it. */
function withoutLastLines(value: string): string {
  const { length } = value.trimEnd();
  const found = value.indexOf('\n', length);
  return found < 0 ? value : value.slice(0, found);
}

function checkBackslash(source: SourceText, location: TextLocation, report: Report): void {
  const at = source.text.slice(location.start, location.end).indexOf('\\');
  if (at < 0) return;
  const start = location.start + at;
  report(
    'needs-quotes',
    { ...location, start, end: start + 2 },
    {
      problem: `In double quotes YAML reads ${source.text.slice(start, start + 2)} as a sign of its own, so the text would change.`,
      fix: "Use single quotes, and write an apostrophe inside them twice: 'it''s'. For several lines, begin with | and indent the text.",
    },
  );
}

/** One blank before # is how a number sign in a text looks; two or more are how people write comments. */
export function swallowedComment(text: string, end: number): Range | undefined {
  if (text[end] !== ' ' || text[end + 1] !== '#') return undefined;
  const length = text.slice(end).search(/\s*[\r\n]|\s*$/);
  return { start: end + 1, end: end + length };
}
