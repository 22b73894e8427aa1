import { lineStartsOf, positionAt, type SourceText, type TextLocation } from '../../src/core/location.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

/** A line such as `   ^^^^ unknown-key: part of the message` below the line that it marks. */
export interface Marker {
  /** The marked line, from 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units as findings count them. */
  readonly column: number;
  readonly length: number;
  readonly rule: string;
  readonly message: string | undefined;
}

export interface Snippet {
  readonly text: string;
  readonly markers: readonly Marker[];
}

const MARKER = /^( *)(\^+) ([a-z]+(?:-[a-z]+)*)(?:: (.*))?$/;

/** Takes the markers out of a text that is indented as the test around it. */
export function readSnippet(annotated: string): Snippet {
  const lines: string[] = [];
  const markers: Marker[] = [];
  for (const line of outdent(annotated).split('\n')) {
    const [, indent = '', carets = '', rule, message] = MARKER.exec(line) ?? [];
    if (rule === undefined) lines.push(line);
    else markers.push({ line: lines.length, column: indent.length + 1, length: carets.length, rule, message });
  }
  return { text: lines.join('\n'), markers };
}

/** The text with the findings in it as markers. A finding that was announced reads as it was announced. */
export function annotate(text: string, findings: readonly Marker[], announced: readonly Marker[]): string {
  const open = [...announced];
  const told = findings.map((finding) => {
    const index = open.findIndex((marker) => isSame(marker, finding));
    return index < 0 ? finding : (open.splice(index, 1)[0] ?? finding);
  });
  return draw(text, told);
}

/** The text with markers in it, in the order of their places. */
export function draw(text: string, markers: readonly Marker[]): string {
  const sorted = markers.toSorted((a, b) => a.column - b.column || a.length - b.length || compare(drawn(a), drawn(b)));
  const below = (line: number): string[] => sorted.filter((marker) => marker.line === line).map(drawn);
  return [...below(0), ...text.split('\n').flatMap((line, index) => [line, ...below(index + 1)])].join('\n');
}

/** A finding as a marker: what it marks of its first line; one caret where it marks nothing. */
export function markerOf({ rule, message, location }: Diagnostic): Marker {
  if (location.kind !== 'text') throw new TypeError(`${rule} stands in no text`);
  const { line, column } = positionAt(location.source, location.start);
  const length = Math.max(firstLineEnd(location) - location.start, 1);
  return { line: location.source.text === '' ? 0 : line, column, length, rule, message };
}

function firstLineEnd({ source, start, end }: TextLocation): number {
  const next = lineStartsOf(source).find((lineStart) => lineStart > start) ?? Number.POSITIVE_INFINITY;
  return Math.min(end, next - 1, lastLineEnd(source, start));
}

function lastLineEnd({ text }: SourceText, start: number): number {
  const found = text.indexOf('\r\n', start);
  return found < 0 ? text.length : found;
}

function isSame(announced: Marker, finding: Marker): boolean {
  return (
    announced.line === finding.line &&
    announced.column === finding.column &&
    announced.length === finding.length &&
    announced.rule === finding.rule &&
    (announced.message === undefined || finding.message?.includes(announced.message) === true)
  );
}

function drawn({ column, length, rule, message }: Marker): string {
  return `${' '.repeat(column - 1)}${'^'.repeat(length)} ${rule}${message === undefined ? '' : `: ${message}`}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Without the empty first line and the indentation that all lines share; markers follow their line. */
export function outdent(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '' && !MARKER.test(line))
    .map((line) => line.length - line.trimStart().length);
  const cut = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => (line.trim() === '' ? line.trimStart() : line.slice(cut))).join('\n');
}
