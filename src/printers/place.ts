import { type CellLocation, fileOf, type Location, positionAt, type TextLocation } from '../core/location.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sentence } from './safe-text.ts';

/** Lines and columns of a stretch of text, from 1, in UTF-16 code units; the end is the place after its last character. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function regionOf(location: TextLocation): Region {
  const { start, end } = withinText(location);
  const from = positionAt(location.source, start);
  const to = positionAt(location.source, end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** A range that lies inside its text, whatever reported it. */
export function withinText(location: TextLocation): TextLocation {
  const start = Math.min(Math.max(location.start, 0), location.source.text.length);
  const end = Math.min(Math.max(location.end, start), location.source.text.length);
  return { ...location, start, end };
}

/** `wash.yaml:41:11`, `form.xlsx:survey!C14` or `data.json:RECORD:path`, on one line. */
export function placeOf(location: Location): string {
  const inFile = placeInFile(location);
  return inFile === '' ? fileName(location) : `${fileName(location)}:${inFile}`;
}

export function fileName(location: Location): string {
  return sentence(fileOf(location));
}

/** `41:11`, `survey!C14`, `RECORD:path`, or `line 12`; nothing for a file of submissions as a whole. */
export function placeInFile(location: Location): string {
  if (location.kind === 'cell') return cellAddress(location);
  if (location.kind === 'record')
    return sentence([location.record, location.path].filter((part) => part !== '').join(':'));
  const { line, column } = regionOf(location);
  return `${line}:${column}`;
}

/** As Excel writes it: a sheet's name in quotes unless it is one word. */
export function cellAddress({ sheet, cell }: CellLocation): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return sentence(`${name}!${cell}`);
}

/**
 * The place that tools which know only text files are pointed to: where a cell or a record is meant, the place in the
 * dictionary that the finding carries along.
 */
export function anchorOf({ location, related }: Diagnostic): Location {
  if (location.kind === 'text') return location;
  return related.find((other) => other.location.kind === 'text')?.location ?? location;
}
