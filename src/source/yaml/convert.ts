import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { SourceText, TextLocation } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Entry, EntryPair, TextEntry } from '../entry.ts';
import { scalarString } from './offsets.ts';

/** Deeper nesting is refused; the deepest real form measured has 12 levels. */
export const DEEPEST = 100;

export interface Conversion {
  /** The file as typed: positions and texts come from here. */
  readonly source: SourceText;
  readonly report: Report;
  /** Where the text was replaced before parsing, so that one mistake does not spoil the file. */
  readonly masked: (start: number, end: number) => boolean;
}

export function convert(node: unknown, conversion: Conversion, around: TextLocation, depth = 0): Entry {
  const { source, report } = conversion;
  if (depth > DEEPEST) {
    report('nested-too-deep', around, { limit: DEEPEST });
    return { kind: 'damaged', location: around };
  }
  if (isAlias(node)) return refuse(conversion, locationOf(node, source, around), '*');
  if (isScalar(node)) return convertScalar(node, conversion, around);
  if (isMap(node)) return convertMap(node, conversion, around, depth);
  if (!isSeq(node)) return { kind: 'blank', location: around };
  const location = locationOf(node, source, around);
  return (
    decorated(node, conversion) ?? {
      kind: 'list',
      location,
      items: node.items.map((item) => convert(item, conversion, location, depth + 1)),
    }
  );
}

function convertMap(node: YAMLMap, conversion: Conversion, around: TextLocation, depth: number): Entry {
  const location = locationOf(node, conversion.source, around);
  const damaged = decorated(node, conversion);
  if (damaged) return damaged;
  const pairs: EntryPair[] = [];
  for (const pair of node.items) {
    const key = isPair(pair) ? convert(pair.key, conversion, location, depth + 1) : undefined;
    if (key?.kind === 'text') pairs.push(...convertPair(key, pair.value, conversion, node.flow === true, depth));
    else if (key && key.kind !== 'damaged')
      conversion.report('yaml-feature', key.location, {
        feature: 'A key that is no single word',
        help: 'Write: key: value',
      });
  }
  return { kind: 'map', location, pairs };
}

function convertPair(
  key: TextEntry,
  value: unknown,
  conversion: Conversion,
  flow: boolean,
  depth: number,
): EntryPair[] {
  const { source, report } = conversion;
  const keyLocation = key.location;
  if (key.string.text === '<<') {
    report('yaml-feature', keyLocation, {
      feature: 'The merge key <<',
      help: 'Use like: NAME for a variable, include: [NAME] for a code list.',
    });
    return [];
  }
  const after = source.text.slice(keyLocation.end).trimStart();
  if (flow && (value === null || value === undefined) && !after.startsWith(':')) {
    report('needs-quotes', keyLocation, {
      problem: `Inside { } a comma ends the text, so ${quote(key.string.text)} is read as a key of its own.`,
      fix: 'Put the whole text in quotes, or write it on a line of its own, without { }.',
    });
    return [];
  }
  const place = { ...keyLocation, start: keyLocation.end };
  return [{ key: key.string, keyLocation, value: convert(value, conversion, place, depth + 1) }];
}

function convertScalar(node: Scalar, conversion: Conversion, around: TextLocation): Entry {
  const { source, report, masked } = conversion;
  const location = locationOf(node, source, around);
  const damaged = decorated(node, conversion);
  if (damaged) return damaged;
  if (masked(location.start, location.end)) return plainAsTyped(source, location);
  const value = String(node.value ?? '');
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return convertBlock(value, location, report);
  const mark = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : '';
  if (mark === '' && value === '') return { kind: 'blank', location };
  if (mark === '"') checkBackslash(source, location, report);
  const string = scalarString(source, location, value, mark);
  if (mark !== '') return { kind: 'text', string, location, style: 'quoted' };
  const swallowed = swallowedComment(source, location.end);
  return { kind: 'text', string, location, style: 'plain', ...(swallowed ? { swallowed } : {}) };
}

/** What was masked is text all the same: as it stands in the file. */
function plainAsTyped(source: SourceText, location: TextLocation): TextEntry {
  const text = source.text.slice(location.start, location.end);
  return { kind: 'text', string: scalarString(source, location, text, ''), location, style: 'plain' };
}

function convertBlock(value: string, location: TextLocation, report: Report): Entry {
  const { source, start } = location;
  const header = source.text.slice(start, source.text.indexOf('\n', start) >>> 0).trim();
  if (!/^[|>][+-]?(\s+#.*)?$/.test(header)) {
    report(
      'needs-quotes',
      { ...location, end: start + header.length },
      {
        problem: `A text that begins with ${header[0] ?? ''} is read by YAML as the beginning of a long text.`,
        fix: `Put it in quotes: '${header.replaceAll("'", "''")}'`,
      },
    );
    return { kind: 'damaged', location };
  }
  const body = { start: Math.min(source.text.indexOf('\n', start) + 1, location.end), end: location.end };
  const text = value.replace(/\n+$/, '');
  return {
    kind: 'text',
    string: scalarString(source, body, text, ''),
    location: { ...location, end: location.end },
    style: 'block',
  };
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
function swallowedComment(source: SourceText, end: number): { start: number; end: number } | undefined {
  if (source.text[end] !== ' ' || source.text[end + 1] !== '#') return undefined;
  const next = source.text.indexOf('\n', end);
  return { start: end + 1, end: next < 0 ? source.text.length : next };
}

/** Anchors and tags stand before a value and would vanish from a text such as "&Food aid". */
function decorated(node: Node, conversion: Conversion): Entry | undefined {
  const { anchor } = node as { anchor?: string };
  const start = node.range?.[0] ?? 0;
  const mark = anchor !== undefined ? '&' : node.tag !== undefined && node.tag !== '' ? '!' : undefined;
  if (mark === undefined) return undefined;
  const begin = Math.max(conversion.source.text.lastIndexOf(mark, start), 0);
  return refuse(
    conversion,
    { kind: 'text', source: conversion.source, start: begin, end: lineEnd(conversion.source, begin) },
    mark,
  );
}

function refuse({ source, report }: Conversion, location: TextLocation, mark: string): Entry {
  const end = Math.max(location.end, lineEnd(source, location.start));
  const words = source.text.slice(location.start, end).trim();
  report(
    'needs-quotes',
    { ...location, end: location.start + Math.max(words.length, 1) },
    {
      problem: `YAML reads the ${mark} in front of ${quote(words)} as a sign of its own, so the text would change.`,
      fix: `Put the text in quotes: '${words.replaceAll("'", "''")}'`,
    },
  );
  return { kind: 'damaged', location };
}

function lineEnd(source: SourceText, from: number): number {
  const found = source.text.slice(from).search(/[\r\n,}\]]/);
  return found < 0 ? source.text.length : from + found;
}

function locationOf(node: Node, source: SourceText, around: TextLocation): TextLocation {
  const [start, end] = node.range ?? [around.start, around.end];
  return { kind: 'text', source, start, end };
}
